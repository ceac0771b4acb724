"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

What reading a column gives.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from customer_value.loader.unusable import Unusable


@dataclass(frozen=True)
class Reading:
    """The texts of a column that are written in another way in ODS, and notes for the person who
    loads it; a text that is not named stays as it is.
    """

    rewritten: Mapping[str, str | None] = field(default_factory=dict)
    notes: Sequence[str] = ()


def first(texts: Iterable[str]) -> str | None:
    """The first text in alphabetical order, so that messages do not depend on the order of rows."""
    return min(texts, default=None)


def contradiction(column: str, one: str, other: str, way_out: str) -> Unusable:
    """Two values of a column that cannot both be read in the same way."""
    return Unusable(f"{column} has {one} and {other}; {way_out}")
