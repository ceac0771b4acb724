"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

Reads the profile's pages back and sums what they hold.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from browsing import page_data

from customer_value.areas.customer_profile.pages import customers, value_by_attribute
from customer_value.site.contents import Table

MEASURES = ("customer_count", "order_count", "net_amount")


def records(table: Table | Mapping[str, Any]) -> list[dict[str, Any]]:
    """The rows of a table, or of one read back from a page, by column."""
    if isinstance(table, Table):
        return [dict(zip(table.columns, row, strict=True)) for row in table.rows]
    return [dict(zip(table["columns"], row, strict=True)) for row in table["rows"]]


def totals(rows: Sequence[Mapping[str, Any]], *keys: str) -> dict[tuple[Any, ...], Counter[str]]:
    """Every measure summed by the values of some columns; money in whole cents."""
    sums: dict[tuple[Any, ...], Counter[str]] = {}
    for row in rows:
        of_group = sums.setdefault(tuple(row[key] for key in keys), Counter())
        for measure in MEASURES:
            of_group[measure] += round(100 * (row.get(measure) or 0))
    return sums


def assert_cells_sum_to_totals(folder: Path) -> None:
    """Read back from the pages: cells sum to their value, values and places to everybody."""
    place_map = page_data(folder, "value_map")["tables"]
    by_attribute = page_data(folder, "value_by_attribute")["tables"]
    base = page_data(folder, "customers")["tables"]

    regions = records(place_map["regions"])
    everybody = totals(regions)[()]
    assert everybody["customer_count"] > 0
    assert totals(records(place_map["places"]))[()] == everybody
    assert totals(records(place_map["cells"]), "greater_region") == totals(
        regions, "greater_region"
    )

    groups, cells = records(by_attribute["groups"]), records(by_attribute["segments"])
    keys = ("attribute", "attribute_value")
    assert totals(cells, *keys) == totals(groups, *keys)
    of_attributes = totals(groups, "attribute")
    assert set(of_attributes) == {(name,) for name in value_by_attribute.ATTRIBUTES}
    assert all(sums == everybody for sums in of_attributes.values())

    assert totals(records(base["segments"]))[()] == everybody
    (newest, *_) = records(base["dates"])
    count = newest["customer_count"]
    assert 100 * count == everybody["customer_count"]
    assert sum(row["id_count"] for row in records(base["consent"])) == count
    for measure in customers.MEASURES:
        of_measure = [row["customer_count"] for row in records(base[measure])]
        assert sum(of_measure) == count or of_measure == [], measure
