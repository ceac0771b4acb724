"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

Settings for many builds of very few rows.
"""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from few_rows import set_for_few_rows
from pyspark.sql import SparkSession


@pytest.fixture(scope="module", autouse=True)
def settings_for_few_rows(spark: SparkSession) -> Iterator[None]:
    """Spark without code generation for the time of a module."""
    with set_for_few_rows(spark):
        yield
