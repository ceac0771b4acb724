"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

What the dbt project says of raw values, and what that means for a column of texts.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from zoneinfo import ZoneInfo

import pyarrow as pa
import pyarrow.compute as pc
import yaml

from customer_value.loader.area_tables import OdsColumn
from customer_value.loader.cells.booleans import read_booleans
from customer_value.loader.cells.identifiers import read_identifiers
from customer_value.loader.cells.numbers import read_numbers
from customer_value.loader.cells.reading import Reading
from customer_value.loader.cells.times import TimeForm, read_times
from customer_value.loader.project_lists import macro_value

_STAGING = Path("macros/engine/staging")


@dataclass(frozen=True)
class CellRules:
    """The rules of staging, whose macros are their home, and the time zone of an area's clocks."""

    project: Path
    zone: ZoneInfo

    def form(self, kind: str) -> re.Pattern[str]:
        """The pattern that a text must match for staging to cast it to a type."""
        return _form(self.project, kind)

    def is_missing(self, text: str) -> bool:
        """Whether the text is a word for nothing, or blank."""
        plain = text.strip(_blanks(self.project))

        return not plain or plain.lower() in _missing_words(self.project)

    def has_in_range(self, time: str) -> bool:
        """Whether the project takes a time of staging's form for one of its own."""
        first, end = _range(self.project)

        return first <= time.replace("T", " ") < end


@dataclass(frozen=True)
class Column:
    """A column as ODS gets it, and notes for the person who loads it."""

    texts: pa.ChunkedArray
    notes: tuple[str, ...]


def read_column(
    column: OdsColumn, texts: pa.ChunkedArray, rules: CellRules, has_serials: bool = False
) -> Column:
    """The texts as staging reads them, by the column's type; a text that means nothing of that type
    stays as it is.

    Raises Unusable where the column can be read in two ways.
    """
    if column.type == "string" and not column.is_id:
        return Column(texts, ())
    distinct = [text for text in texts.unique().to_pylist() if text is not None]
    values = [text for text in distinct if not rules.is_missing(text)]
    reading = _reading(column, values, rules, has_serials)
    if not reading.rewritten:
        return Column(texts, tuple(reading.notes))
    written = pa.array([reading.rewritten.get(text, text) for text in distinct], pa.string())
    places = pc.index_in(texts, value_set=pa.array(distinct, pa.string()))

    return Column(pa.chunked_array([written.take(places.combine_chunks())]), tuple(reading.notes))


def _reading(
    column: OdsColumn, values: Iterable[str], rules: CellRules, has_serials: bool
) -> Reading:
    if column.type == "timestamp":
        form = TimeForm(rules.form(column.type), rules.zone, has_serials)
        return read_times(column.name, values, form)
    if column.type == "boolean":
        return read_booleans(rules.form(column.type), values)
    if column.type != "string":
        return read_numbers(column, rules.form(column.type), list(values))

    return read_identifiers(column, values)


@lru_cache
def _form(project: Path, kind: str) -> re.Pattern[str]:
    literal = macro_value(project / _STAGING / "ods_form.sql", kind)

    return re.compile(literal.strip("'"), re.ASCII)


@lru_cache
def _range(project: Path) -> tuple[str, str]:
    settings = yaml.safe_load((project / "dbt_project.yml").read_text(encoding="utf-8"))
    settings = settings.get("vars", {})

    return settings.get("ods_min_time", ""), settings.get("ods_max_time", "9999")


@lru_cache
def _missing_words(project: Path) -> frozenset[str]:
    return frozenset(macro_value(project / _STAGING / "missing_words.sql"))


@lru_cache
def _blanks(project: Path) -> str:
    return str(macro_value(project / _STAGING / "blank_characters.sql"))
