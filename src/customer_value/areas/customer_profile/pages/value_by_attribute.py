"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

Value by what customers declare: type, industry, size, rating.
"""

from __future__ import annotations

from collections.abc import Sequence

from customer_value.areas.customer_profile.pages.value_words import RATINGS, SEGMENTS, in_order
from customer_value.areas.customer_profile.rows import ValueCell
from customer_value.site.contents import Chart, Control, Table
from customer_value.site.page import Page, PageData
from customer_value.site.page_rows import PageRows

# those that the document gives a use
ATTRIBUTES = ("customer_type", "industry", "company_size", "credit_rating")
CONTROLS = {"attribute": "attribute"}


def page(rows: PageRows) -> PageData:
    """The page; the same rows give the same page."""
    cells = [cell for cell in rows.of(ValueCell) if cell.attribute in ATTRIBUTES]
    return PageData(
        tables={"groups": group_table(cells), "segments": segment_table(cells)},
        charts={
            "customers": _bars("customer_count", "buyer_count"),
            "medians": _bars("median_net_amount"),
            "segments": Chart(
                "heat",
                "segments",
                "attribute_value",
                ["customer_count"],
                x="ltv_segment",
                order={"ltv_segment": _segments(cells)},
            ),
        },
        controls={"attribute": Control(ATTRIBUTES, ATTRIBUTES[0])},
    )


def _bars(*values: str) -> Chart:
    return Chart("bars", "groups", "attribute_value", values, horizontal=True)


def _segments(cells: Sequence[ValueCell]) -> list[str]:
    divided = (cell.detail_value for cell in cells if cell.detail == "ltv_segment")
    return in_order(divided, SEGMENTS)


def _values(cells: Sequence[ValueCell], attribute: str) -> list[str]:
    """The values of an attribute as people read them: ratings and sizes by rank, others by size."""
    totals = [cell for cell in cells if cell.attribute == attribute and cell.detail == "total"]
    totals.sort(key=lambda cell: (-cell.customer_count, cell.attribute_value))
    ranks = RATINGS if attribute == "credit_rating" else ()
    is_size = attribute == "company_size"
    return in_order((cell.attribute_value for cell in totals), ranks, by_number=is_size)


def group_table(cells: Sequence[ValueCell]) -> Table:
    """Customers and money by the values of the chosen attribute; each attribute sums to all."""
    totals = {
        (cell.attribute, cell.attribute_value): cell for cell in cells if cell.detail == "total"
    }
    return Table.of(
        {
            "attribute": "value",
            "attribute_value": "value",
            "customer_count": "count",
            "customer_share": "rate",
            "buyer_count": "count",
            "buyer_share": "rate",
            "order_count": "count",
            "net_amount": "money",
            "mean_net_amount": "money",
            "median_net_amount": "money",
            "mean_activity_index": "number",
        },
        [
            totals[attribute, value]
            for attribute in ATTRIBUTES
            for value in _values(cells, attribute)
        ],
        controls=CONTROLS,
    )


def segment_table(cells: Sequence[ValueCell]) -> Table:
    """Customers and money by value and segment; a heat map draws the last row on top."""
    divided = {
        (cell.attribute, cell.attribute_value, cell.detail_value): cell
        for cell in cells
        if cell.detail == "ltv_segment"
    }
    return Table.of(
        {
            "attribute": "value",
            "attribute_value": "value",
            "ltv_segment": "value",
            "customer_count": "count",
            "order_count": "count",
            "net_amount": "money",
            "mean_net_amount": "money",
        },
        [
            {**vars(divided[attribute, value, segment]), "ltv_segment": segment}
            for attribute in ATTRIBUTES
            for value in reversed(_values(cells, attribute))
            for segment in _segments(cells)
            if (attribute, value, segment) in divided
        ],
        controls=CONTROLS,
        choices=("ltv_segment",),
    )


PAGE = Page("value_by_attribute", (ValueCell,), page)
