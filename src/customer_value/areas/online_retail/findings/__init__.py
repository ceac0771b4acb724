"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

Which statements of the document on Online Retail hold: `findings(read_tables(query, schema))`.
"""

from customer_value.areas.online_retail.findings.evaluate import findings
from customer_value.areas.online_retail.findings.retail_tables import RetailTables, read_tables
from customer_value.areas.online_retail.findings.statement import Finding, Section, Verdict
from customer_value.words.bilingual import Text

__all__ = [
    "Finding",
    "RetailTables",
    "Section",
    "Text",
    "Verdict",
    "findings",
    "read_tables",
]
