"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

What a subject area says of the lists that can be exported from its tables.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class ListSource:
    """Where the lists of a kind are: in an ADS table, by the value of one of its columns.

    column: None where the whole table is the list. columns: what the list shows of the table, and
    keys: what orders the rows of one customer; both by the names of the table.
    """

    table: str
    column: str | None
    columns: Sequence[str] = ()
    keys: Sequence[str] = ()


@dataclass(frozen=True)
class AreaLists:
    """The lists of an area. Their names, titles, sizes and the fewest customers that a list may
    have are rows of the ADS table `catalogue` (CatalogueRow).

    customers: the ADS table of customers with one row each, `customer` its key, `consent` the
    column that says who agrees to be on lists. columns: what every list shows of it, after what its
    source shows. sources: by the kind of list.
    """

    catalogue: str
    customers: str
    customer: str
    consent: str
    columns: Sequence[str]
    sources: Mapping[str, ListSource]
