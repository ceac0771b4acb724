"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

The commands' own arguments with every injection: a schema, an area and a target are refused before
anything is read.
"""

from __future__ import annotations

import re

import pytest
from injections import INJECTIONS
from pyspark.sql import SparkSession
from workspace import REPOSITORY, Workspace

from customer_value.areas.online_retail.findings.retail_tables import read_tables as read_findings
from customer_value.errors import CommandError, LoadError, SessionError
from customer_value.loader.area_tables import ods_tables
from customer_value.loader.register import load_tables
from customer_value.site.read_rows import read_rows
from customer_value.warehouse.connection import by_session
from customer_value.warehouse.session import session_settings

WORD = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")


@pytest.mark.parametrize(
    "text", [text for text in INJECTIONS if not WORD.fullmatch(text)], ids=ascii
)
def test_injection_into_a_schema(text: str, spark: SparkSession) -> None:
    sentence = re.escape(f"'{text}' cannot be the name of a schema")

    with pytest.raises(CommandError, match=sentence):
        load_tables(spark, text, [])
    with pytest.raises(CommandError, match=sentence):
        read_findings(by_session(spark), text)
    with pytest.raises(CommandError, match=sentence):
        read_rows(by_session(spark), text, [], 1)


def test_injection_into_an_area_or_a_target(workspace: Workspace) -> None:
    for text in INJECTIONS:
        with pytest.raises(LoadError, match="The project has no ODS area"):
            ods_tables(REPOSITORY, text)
        with pytest.raises(SessionError, match="dbt cannot use the profile"):
            session_settings(REPOSITORY, workspace.profiles, text)
