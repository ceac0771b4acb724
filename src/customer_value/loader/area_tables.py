"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

Which ODS tables a subject area has and what each of their columns is, as the area's list says.
"""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

from customer_value.errors import LoadError
from customer_value.loader.project_lists import macro_value


@dataclass(frozen=True)
class OdsColumn:
    """A column of an ODS table, as `ods_columns` reads it.

    type: of staging: string, int, decimal(p,s), timestamp or boolean. is_id: its digits identify
    something. is_optional: files may lack it. is_verbatim: outer blanks belong to it. is_secret:
    nobody is shown its values. least, most: the bounds of its numbers. aliases: other names that
    files give it. units: what may stand behind its numbers.
    """

    name: str
    type: str = "string"
    is_id: bool = False
    is_required: bool = False
    is_optional: bool = False
    is_signed: bool = False
    is_verbatim: bool = False
    is_secret: bool = False
    least: Decimal | None = None
    most: Decimal | None = None
    aliases: tuple[str, ...] = ()
    units: tuple[str, ...] = ()

    @classmethod
    def from_words(cls, name: str, words: str, key: Sequence[str]) -> "OdsColumn":
        """From the words of the area's list; the macro ods_columns says what they mean."""
        kind, *said = words.split(" ")
        given = dict(word.split(":", 1) for word in said if ":" in word)

        return cls(
            name,
            kind,
            is_id="id" in said,
            is_required="required" in said
            or (given.get("as", name) in key and "nullable" not in said),
            is_optional="optional" in said,
            is_signed="signed" in said,
            is_verbatim="verbatim" in said,
            is_secret="secret" in said,
            least=_number(given.get("min")),
            most=_number(given.get("max")),
            aliases=_names(given.get("also")),
            units=_names(given.get("unit")),
        )

    @property
    def names(self) -> frozenset[str]:
        """All names under which a file may have it, as `plain_name` writes them."""
        return frozenset(plain_name(name) for name in (self.name, *self.aliases))

    @property
    def places(self) -> tuple[int, int]:
        """Digits before and after the point that the type of a number holds."""
        if self.type == "int":
            return 10, 0
        precision, scale = map(int, re.findall(r"\d+", self.type))

        return precision - scale, scale


@dataclass(frozen=True)
class OdsTable:
    """An ODS table: its name, its columns in order, and whether a shop may have none. by_place: the
    names of the columns in text files that come without a header, where there are such.
    """

    name: str
    fields: tuple[OdsColumn, ...]
    is_optional: bool = False
    by_place: tuple[str, ...] = ()

    @property
    def columns(self) -> tuple[str, ...]:
        """The names of the columns."""
        return tuple(field.name for field in self.fields)


def ods_tables(project_dir: Path, area: str) -> list[OdsTable]:
    """The tables of `macros/<area>/<area>_tables.sql`, in its order.

    Raises LoadError where the project has no such area.
    """
    lists = {file.parent.name: file for file in sorted(project_dir.glob("macros/*/*_tables.sql"))}
    areas = {name: file for name, file in lists.items() if file.stem == f"{name}_tables"}
    if area not in areas:
        known = ", ".join(areas) or "none"
        raise LoadError(f"The project has no ODS area '{area}' (it has: {known}).")

    return [_table(entry) for entry in macro_value(areas[area])]


def plain_name(name: str) -> str:
    """A column's name as it is compared: without case, blanks, underscores, hyphens, invisible
    characters, and the difference between full-width and plain ones.
    """
    plain = unicodedata.normalize("NFKC", name).casefold()

    return "".join(
        character
        for character in plain
        if not character.isspace()
        and character not in "_-"
        and unicodedata.category(character) != "Cf"
    )


def _names(text: str | None) -> tuple[str, ...]:
    return tuple(text.split(",")) if text else ()


def _number(text: str | None) -> Decimal | None:
    return Decimal(text) if text else None


def _table(entry: Mapping[str, object]) -> OdsTable:
    columns, key = entry["columns"], entry.get("key", ())
    assert isinstance(columns, Mapping) and isinstance(key, Sequence)
    fields = (OdsColumn.from_words(name, words, key) for name, words in columns.items())

    return OdsTable(str(entry["ods"]), tuple(fields), bool(entry.get("is_optional")))
