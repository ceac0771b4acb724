"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

The hand-made ADS tables in the session of all tests.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from ads_tables import write_tables
from document_tables import document_tables
from pyspark.sql import SparkSession


@pytest.fixture(autouse=True)
def working_folder() -> Iterator[None]:
    """Opening a session changes into the project; the next test starts where this one did."""
    before = Path.cwd()
    yield
    os.chdir(before)


@pytest.fixture(scope="session")
def document_schema(spark: SparkSession) -> str:
    """A schema on which the document is right."""
    write_tables(spark, "findings", document_tables())
    return "findings"
