"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

Which statements of the document on Online Retail hold: `findings(read_tables(query, schema))`.
"""

from customer_value.findings.evaluate import findings
from customer_value.findings.statement import Finding, Section, Verdict
from customer_value.findings.tables import Tables, read_tables
from customer_value.findings.text import Text

__all__ = [
    "Finding",
    "Section",
    "Tables",
    "Text",
    "Verdict",
    "findings",
    "read_tables",
]
