"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

Finds the columns of Online Retail in the header of a file, however the copy spells them.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

_SECOND_EDITION = {"invoice", "price", "customer id"}
_MOST_NAMES_SHOWN = 20


@dataclass(frozen=True)
class Header:
    """The names in a file's header, the places of the wanted ones, and what is wrong with them."""

    names: tuple[str, ...]
    places: Mapping[str, int]
    missing: tuple[str, ...]
    twice: tuple[str, ...]

    @property
    def ignored(self) -> list[str]:
        """The names that are not wanted; a column without a name is listed as such."""
        taken = set(self.places.values())
        others = [name for place, name in enumerate(self.names) if place not in taken]
        return [name or "(without a name)" for name in others]

    @property
    def problem(self) -> str | None:
        """Why the header does not do, as the end of a sentence about the file, or None."""
        if not any(self.names):
            return "is empty; it needs a header with the column names."
        if self.twice:
            return f"names the column {self.twice[0]} twice; keep one of them."
        if not self.missing:
            return None
        return (
            f"has no column {', '.join(self.missing)} (it has: {self._shown()});"
            f" {self.advice or 'add it, empty where the values are not known.'}"
        )

    @property
    def advice(self) -> str:
        """What to do about the layout of the data set's second edition; empty for any other."""
        if not self.missing or not {_plain(name) for name in self.names} >= _SECOND_EDITION:
            return ""
        return (
            "this is the layout of Online Retail II (Invoice, Price, Customer ID):"
            " take the file of Online Retail, or rename these three columns."
        )

    def _shown(self) -> str:
        shown = [" ".join(name.split()) for name in self.names[:_MOST_NAMES_SHOWN]]
        return ", ".join(shown) + (", …" if len(self.names) > _MOST_NAMES_SHOWN else "")


def match_header(names: Sequence[str], wanted: Sequence[str]) -> Header:
    """Look up the wanted columns; blanks around a name, a byte order mark and the case of its
    letters do not count.
    """
    found: dict[str, list[int]] = {_plain(name): [] for name in wanted}
    for place, name in enumerate(names):
        found.get(_plain(name), []).append(place)
    return Header(
        names=tuple(names),
        places={name: found[_plain(name)][0] for name in wanted if found[_plain(name)]},
        missing=tuple(name for name in wanted if not found[_plain(name)]),
        twice=tuple(name for name in wanted if len(found[_plain(name)]) > 1),
    )


def _plain(name: str) -> str:
    return name.strip("\ufeff \t\r\n\u00a0").casefold()
