"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

What a secret value is hashed with: the salt, a word that everybody knows where none is set, and
nothing at all where one is set that cannot be used.
"""

from __future__ import annotations

import hashlib
from typing import Any

import pytest
from called_macros import Call
from pyspark.errors import PySparkException
from pyspark.sql import SparkSession
from workspace import CONSUMER_SALT

VARIABLE = "DBT_ENV_SECRET_CONSUMER_SALT"
SECRET: dict[str, Any] = {"name": "device", "source": "Device", "type": "string", "secret": True}
PRIVATE: dict[str, Any] = {"name": "buyer", "source": "Buyer", "type": "string", "private": True}
PLAIN: dict[str, Any] = {"name": "note", "source": "Note", "type": "string"}


def hashed(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def test_with_a_salt_it_is_hashed_whatever_is_said_of_ids(call: Call, spark: SparkSession) -> None:
    for hashes_ids in (False, True):
        value = call("kept_value", SECRET, "'x'", given={"hash_consumer_ids": hashes_ids})
        assert spark.sql(f"select {value} as it").first() == (hashed(f"{CONSUMER_SALT}:x"),)


def test_without_one_it_is_hashed_all_the_same(call: Call, spark: SparkSession) -> None:
    value = call("kept_value", SECRET, "'x'").replace(VARIABLE, "A_VARIABLE_THAT_NOBODY_SET")

    assert spark.sql(f"select {value} as it").first() == (hashed("unsalted:x"),)


def test_without_one_no_id_is_hashed(call: Call, spark: SparkSession) -> None:
    value = call("kept_value", SECRET, "'x'", given={"hash_consumer_ids": True})

    with pytest.raises(PySparkException, match="hash_consumer_ids is on, but Spark has no usable"):
        spark.sql(f"select {value.replace(VARIABLE, 'A_VARIABLE_THAT_NOBODY_SET')}").collect()


def test_a_salt_of_a_wrong_form_stops_the_build(call: Call, spark: SparkSession) -> None:
    value = call("kept_value", SECRET, "'x'").replace(VARIABLE, "PATH")

    with pytest.raises(PySparkException, match="secret columns are hashed, but Spark has no"):
        spark.sql(f"select {value}").collect()


def test_raw_rows_and_refused_values_hide_what_is_hashed(call: Call) -> None:
    columns = [SECRET, PRIVATE, PLAIN]
    for hashes_ids, hidden in ((False, ["device"]), (True, ["device", "buyer"])):
        given = {"hash_consumer_ids": hashes_ids}
        record = call("raw_record", columns, given=given)
        value = call("defect_value", columns, given=given)

        listed = "', '".join(hidden)
        assert f"in ('{listed}')" in value
        for column in columns:
            source = f"'{column['source']}', "
            assert (f"{source}raw.{column['source']}" in record) != (column["name"] in hidden)


def test_the_salt_is_part_of_a_fingerprint_where_something_is_hashed(call: Call) -> None:
    settings = {
        **{"files": "ods_customer_service_promo_send", "rows": [], "together": []},
        **{"lookups": {}, "days_of": {}, "parents": {}},
    }

    assert call("by_day_parts", settings) == "['files']"
    assert call("by_day_parts", settings, given={"hash_consumer_ids": True}) == "['files', 'salt']"
    use = {**settings, "files": "ods_customer_service_promo_use"}
    assert call("by_day_parts", use, given={"hash_consumer_ids": True}) == "['files']"
