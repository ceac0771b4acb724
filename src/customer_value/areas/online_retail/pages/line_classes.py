"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

A section of the page on data quality: every line of the file by its class.
"""

from __future__ import annotations

from collections.abc import Sequence

from customer_value.areas.online_retail.rows import LineClass
from customer_value.site.area_pages import Section
from customer_value.site.contents import Chart, Table
from customer_value.site.page import PageData
from customer_value.site.page_rows import PageRows


def section(rows: PageRows) -> PageData:
    """The section; the same rows give the same one."""
    return PageData(
        tables={"line_classes": line_class_table(rows.of(LineClass))},
        charts={
            "line_classes": Chart(
                "bars", "line_classes", "line_class", ["line_count"], horizontal=True
            )
        },
    )


def line_class_table(classes: Sequence[LineClass]) -> Table:
    """Lines of the file by class."""
    return Table.of({"line_class": "value", "line_count": "count", "line_share": "rate"}, classes)


LINE_CLASSES = Section("quality_online_retail.html", (LineClass,), section)
