"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

Value on the map: customers and net amount by province, and by region and value segment.
"""

from __future__ import annotations

from collections.abc import Sequence

from customer_value.areas.customer_profile.pages.value_words import SEGMENTS, in_order
from customer_value.areas.customer_profile.rows import MapPlace, ValueCell
from customer_value.site.contents import Chart, Table
from customer_value.site.page import Page, PageData
from customer_value.site.page_rows import PageRows

REGION = "greater_region"


def page(rows: PageRows) -> PageData:
    """The page; the same rows give the same page."""
    cells = [cell for cell in rows.of(ValueCell) if cell.attribute == REGION]
    regions = in_order(
        cell.attribute_value
        for cell in sorted(cells, key=lambda cell: -cell.customer_count)
        if cell.detail == "total"
    )
    return PageData(
        tables={
            "places": place_table(rows.of(MapPlace)),
            "regions": region_table(cells, regions),
            "cells": cell_table(cells, regions),
        },
        charts={
            "customers": _tiles("customer_count"),
            "net_amounts": _tiles("net_amount"),
            "cells": Chart(
                "heat",
                "cells",
                REGION,
                ["customer_count"],
                x="ltv_segment",
                order={REGION: list(reversed(regions)), "ltv_segment": _segments(cells)},
            ),
        },
    )


def _tiles(value: str) -> Chart:
    return Chart("tiles", "places", "province", [value], x="grid_column", y="grid_row")


def _segments(cells: Sequence[ValueCell]) -> list[str]:
    divided = (cell.detail_value for cell in cells if cell.detail == "ltv_segment")
    return in_order(divided, SEGMENTS)


def place_table(places: Sequence[MapPlace]) -> Table:
    """Every province, and what has no tile: 其他, 未知, 未授权; all rows sum to all customers."""
    return Table.of(
        {
            "province": "value",
            "greater_region": "value",
            "customer_count": "count",
            "buyer_count": "count",
            "order_count": "count",
            "net_amount": "money",
            "mean_net_amount": "money",
            "is_merged": "flag",
            "grid_row": "count",
            "grid_column": "count",
        },
        places,
        hidden=("grid_row", "grid_column"),
        choices=("greater_region",),
        page_size=40,
    )


def region_table(cells: Sequence[ValueCell], regions: Sequence[str]) -> Table:
    """Customers and money of the greater regions."""
    totals = {cell.attribute_value: cell for cell in cells if cell.detail == "total"}
    return Table.of(
        {
            REGION: "value",
            "customer_count": "count",
            "customer_share": "rate",
            "buyer_count": "count",
            "buyer_share": "rate",
            "order_count": "count",
            "net_amount": "money",
            "median_net_amount": "money",
            "mean_activity_index": "number",
        },
        [{**vars(totals[region]), REGION: region} for region in regions],
    )


def cell_table(cells: Sequence[ValueCell], regions: Sequence[str]) -> Table:
    """Customers and money by greater region and value segment."""
    divided = {
        (cell.attribute_value, cell.detail_value): cell
        for cell in cells
        if cell.detail == "ltv_segment"
    }
    return Table.of(
        {
            REGION: "value",
            "ltv_segment": "value",
            "customer_count": "count",
            "order_count": "count",
            "net_amount": "money",
            "mean_net_amount": "money",
        },
        [
            {**vars(divided[region, segment]), REGION: region, "ltv_segment": segment}
            for region in regions
            for segment in _segments(cells)
            if (region, segment) in divided
        ],
        choices=(REGION, "ltv_segment"),
    )


PAGE = Page("value_map", (MapPlace, ValueCell), page)
