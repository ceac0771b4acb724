"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

Every var of the project with every injection: refused by a sentence that names it, or nothing but a
literal. The same for the words of the environment that enter SQL.
"""

from __future__ import annotations

import re
from typing import Any

import pytest
import yaml
from called_macros import Call
from dbt_common.exceptions import CompilationError
from injections import INJECTIONS
from pyspark.sql import SparkSession
from workspace import REPOSITORY, Workspace

PROJECT = yaml.safe_load((REPOSITORY / "dbt_project.yml").read_text("utf-8"))
# the file's, and those that have no value of their own there
VARS = (*PROJECT["vars"], "as_of_date", "rfm_engine")
NO_TEXTS: tuple[Any, ...] = (["' or 1=1"], {"x": "' or 1=1"}, [["' or 1=1"]], -1, 10**30, 0.1, True)
# nothing in a name could end a literal; nothing in a word could begin anything
NAME, WORD = re.compile(r"[\w +·-]+"), re.compile(r"[A-Za-z_][A-Za-z0-9_]*")


def refusal_of(call: Call, setting: str, value: object) -> str | None:
    """The sentence that a value of a var is refused with, or None where it is taken."""
    try:
        call("check_settings", given={setting: value})
    except CompilationError as problem:
        return str(problem).splitlines()[1].strip()
    return None


def test_the_vars_as_they_are_pass(call: Call) -> None:
    call("check_settings")
    for setting in VARS:
        if setting in PROJECT["vars"]:
            assert refusal_of(call, setting, PROJECT["vars"][setting]) is None


@pytest.mark.parametrize("setting", VARS)
def test_injection_into_a_var(setting: str, call: Call) -> None:
    refusals = {text: refusal_of(call, setting, text) for text in INJECTIONS}
    taken = [text for text, sentence in refusals.items() if sentence is None]

    # a schema may well be called so
    assert taken == (["nan"] if setting == "ods_schema" else [])
    assert [s for s in refusals.values() if s and not s.startswith(f"{setting} ")] == []


@pytest.mark.parametrize("setting", VARS)
def test_what_is_no_text_is_refused_by_a_sentence_too(setting: str, call: Call) -> None:
    for value in NO_TEXTS:
        sentence = refusal_of(call, setting, value)
        # 0.1 is a sound share, and -1 a sound one of nothing: numbers cannot do more than be wrong
        assert sentence is not None or isinstance(value, float | int), value
        # weights are named together
        assert sentence is None or re.match(rf"(\w+, )*{setting}[ ,]", sentence), sentence


def test_jinja_is_said_by_whichever_macro_reads_the_var_first(call: Call) -> None:
    # dbt reads it as x
    jinja = "{{ 'x' }}"
    readers: dict[str, tuple[str, tuple[object, ...], object]] = {
        "hash_consumer_ids": ("hashes_private_values", (), jinja),
        "reload_days": ("reload_days", (), jinja),
        "ods_schema": ("schema_name_setting", (jinja, "ods_schema"), jinja),
        "max_reject_share": ("number_literal", (jinja, "max_reject_share"), jinja),
        "sample_as_of_date": ("date_literal", (jinja, "sample_as_of_date"), jinja),
        "ods_min_time": ("time_literal", (jinja, "ods_min_time"), jinja),
        "rfm_method": ("rfm_method", (), jinja),
        "rfm_levels": ("rfm_level_settings", (), [{"user_level": jinja, "max_total": 15}]),
        "online_retail_price_bands": ("price_band_bounds", (), [0, jinja]),
        "online_retail_cluster_count": ("cluster_count", ("online_retail_cluster_count", 9), jinja),
        "shared_ods": ("choice_setting", ("shared_ods", ["seeds", "source"]), jinja),
        "customer_service_promo_ods": (
            *("ods_relation", ("customer_service_promo", "ods_customer_service_promo_use")),
            jinja,
        ),
    }
    for setting, (reader, values, given) in readers.items():
        with pytest.raises(CompilationError, match=f"{setting} holds a Jinja expression; give the"):
            call(reader, *values, given={setting: given})


def test_injection_into_the_name_of_a_level(call: Call, spark: SparkSession) -> None:
    taken = []
    for text in INJECTIONS:
        levels = [{"user_level": text, "max_total": 15}]
        sentence = refusal_of(call, "rfm_levels", levels)
        assert sentence is None or sentence.startswith("rfm_levels "), sentence
        if sentence is None:
            taken.append(text)
            rows = spark.sql(call("rfm_levels", given={"rfm_levels": levels})).collect()
            assert [tuple(row) for row in rows] == [(text,)]
        assert refusal_of(call, "rfm_levels", [{"user_level": "x", "max_total": text}]) is not None
    assert all(NAME.fullmatch(text) for text in taken), taken


def test_injection_into_a_price_band(call: Call) -> None:
    for text in INJECTIONS:
        sentence = refusal_of(call, "online_retail_price_bands", [0, text])
        assert sentence is not None and sentence.startswith("online_retail_price_bands ")


def test_a_literal_is_the_text_and_nothing_else(call: Call, spark: SparkSession) -> None:
    literals = ", ".join(call("string_literal", text) for text in INJECTIONS)

    rows = spark.sql(f"select {literals}").collect()

    assert [tuple(row) for row in rows] == [INJECTIONS]


@pytest.mark.parametrize(
    ("settings", "environment", "sentence"),
    [
        ({"ods_schema": "ods; drop schema ods"}, {}, "ods_schema is 'ods; drop schema ods'"),
        ({"rfm_bins": "5) or (1=1"}, {}, "rfm_bins is '5) or (1=1'"),
        ({"max_reject_share": "{{ run_query('x') }}"}, {}, "max_reject_share holds a Jinja"),
        ({}, {"AS_OF_DATE": "2024-06-30' or '1'='1"}, "as_of_date is '2024-06-30' or '1'='1'"),
    ],
    ids=["var of no model", "var of a model", "Jinja", "environment"],
)
def test_dbt_itself_refuses_before_it_runs_anything(
    workspace: Workspace, settings: dict[str, Any], environment: dict[str, str], sentence: str
) -> None:
    parsed = workspace.dbt("parse", schema="injected", settings=settings, environment=environment)

    assert not parsed.success and sentence in parsed.error


def test_dbt_itself_refuses_an_odd_schema(workspace: Workspace) -> None:
    parsed = workspace.dbt("parse", schema="x; drop schema ods", artifacts="injected")

    assert not parsed.success
    assert "the schema of the profile (DBT_SCHEMA) is 'x; drop schema ods'" in parsed.error


def test_injection_into_the_schema_of_the_profile(call: Call) -> None:
    for text in INJECTIONS:
        try:
            call("schema_name_setting", text, "DBT_SCHEMA")
        except CompilationError as problem:
            assert "DBT_SCHEMA is" in str(problem)
        else:
            assert WORD.fullmatch(text), text
