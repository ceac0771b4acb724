"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

The area Online Retail: the invoices of a British shop, and a document's statements about them.
"""

from pathlib import Path

from customer_value.areas.area import Area, Findings
from customer_value.areas.online_retail.findings.markdown_page import page
from customer_value.areas.online_retail.findings.retail_tables import read_tables
from customer_value.areas.online_retail.pages import report
from customer_value.areas.online_retail.pages.line_classes import LINE_CLASSES
from customer_value.areas.online_retail.rows import LineCount, UnreadableReason
from customer_value.areas.online_retail.sample import SAMPLE
from customer_value.site.area_pages import AreaPages
from customer_value.warehouse.row_reader import Query


def findings_page(query: Query, schema: str) -> str:
    """The page of the findings, from the tables in `<schema>_ads`."""
    return page(read_tables(query, schema))


AREA = Area(
    name="online_retail",
    build="make build",
    sample=SAMPLE,
    time_zone="Europe/London",
    pages=AreaPages(
        folder=Path(__file__).parent,
        pages=(report.PAGE,),
        row_counts=LineCount,
        reject_reasons=UnreadableReason,
        quality=LINE_CLASSES,
    ),
    findings=Findings(
        about="which statements of the document on Online Retail hold",
        file=Path("docs") / "online_retail_findings.md",
        text=findings_page,
    ),
)
