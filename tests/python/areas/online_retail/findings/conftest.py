"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

The hand-made ADS tables in the session of all tests.
"""

from __future__ import annotations

import pytest
from ads_tables import write_tables
from document_tables import document_tables
from pyspark.sql import SparkSession


@pytest.fixture(scope="session")
def document_schema(spark: SparkSession) -> str:
    """A schema on which the document is right."""
    write_tables(spark, "findings", document_tables())
    return "findings"
