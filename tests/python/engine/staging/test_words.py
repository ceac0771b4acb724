"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

Every word of a list of raw tables, on two nights: what is kept, and what is rejected, for what.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from datetime import date, datetime
from decimal import Decimal

import pytest
from pyspark.sql import SparkSession
from words_area import ODS, Night, WordsArea
from workspace import CONSUMER_SALT, Workspace

NO_DATE = date(1900, 1, 1)
PHONE, TABLET = "canary-device-1", "canary-device-2"
TRUE = ("true", "TRUE", "1", "yes", "Yes", "y", "Y", "t", "T", "是", " 是 ")
FALSE = ("false", "False", "0", "no", "NO", "n", "N", "f", "F", "否")
NEITHER = ("2", "ja", "truth", "真", "1.0", "是的", "on", "１", "yeſ", "01")
NOTHING = ("", "无")
OUTSIDE = [
    ("stars", "0", "out_of_range"),
    ("stars", "6", "out_of_range"),
    ("stars", "-1", "negative_amount"),
    ("share", "1.01", "out_of_range"),
    ("share", "-0.01", "negative_amount"),
    ("degrees", "-50.1", "out_of_range"),
    ("degrees", "0.6", "out_of_range"),
    ("stars", "5.5", "unparseable_value"),
]
INSIDE = [
    *(("stars", "1"), ("stars", "5"), ("share", "1.00"), ("share", "0")),
    *(("degrees", "-50.0"), ("degrees", "0.5")),
]
Raw = Mapping[str, str | None]


def person(person_id: str, update_time: str | None, note: str, is_green: str = "") -> Raw:
    given = {"person_id": person_id, "is_green": is_green}
    return {**given, "note": note, "update_time": update_time}


def line(line_id: str, order_id: str = "o1", **given: str) -> Raw:
    texts = {"stars": "3", "share": None, "degrees": None, "amount": "10.00"}
    return {"line_id": line_id, "order_id": order_id, **texts, **given}


def refund(refund_id: str, line_id: str, amount: str, day: str) -> Raw:
    texts = {"refund_id": refund_id, "line_id": line_id}
    return {**texts, "refund_time": f"{day} 12:00:00", "refund_amount": amount}


def visit(visit_id: str | None, device: str | None, visit_time: str) -> Raw:
    return {"visit_id": visit_id, "device": device, "seconds": "5", "visit_time": visit_time}


FIRST: dict[str, list[Raw]] = {
    "ods_person": [
        *(
            person(f"b{at}", "2024-06-01", "", word)
            for at, word in enumerate((*TRUE, *FALSE, *NEITHER, *NOTHING))
        ),
        person("p1", "2024-06-01", "a"),
        # the same moment in other words
        person("p1", "2024-06-01 00:00:00", "b"),
        person("p1", "2024-06-02T00:00:00", "c"),
        person("p1", "2024-06-03", "d"),
        person("p1", "2024-06-03", "e"),
        person("p2", "2024-06-01", "f"),
        person("p2", None, "g"),
        person("p2", "soon", "h"),
        person("p2", "1066-10-14", "i"),
    ],
    "ods_order": [
        {"order_id": "o1", "order_time": "2024-06-01 08:00:00"},
        {"order_id": "o2", "order_time": "2024-06-02 08:00:00"},
    ],
    "ods_line": [
        *(line(f"x{at}", **{name: text}) for at, (name, text, _) in enumerate(OUTSIDE)),
        *(line(f"i{at}", "o2", **{name: text}) for at, (name, text) in enumerate(INSIDE)),
        *(line("l1"), line("l3", "o3"), line("l4", amount="1"), line("l4", amount="9")),
    ],
    "ods_refund": [
        refund("r1", "l1", "10", "2024-06-03"),
        refund("r2", "l1", "10.01", "2024-06-04"),
        # alone on its day, and its line comes a night later
        refund("r3", "l9", "99", "2024-06-05"),
    ],
    "ods_visit": [
        visit("v1", PHONE, "2024-06-05 10:00:00"),
        visit("v1", PHONE, "2024-06-05 11:00:00"),
        visit("v2", TABLET, "soon"),
        visit(None, TABLET, "2024-06-05 10:00:00"),
        visit("v3", None, "2024-06-05 10:00:00"),
    ],
}
# without an optional table and without any optional column
SECOND: dict[str, list[Raw]] = {
    "ods_person": [{"person_id": "p1", "is_green": "是", "update_time": "2024-06-01"}],
    "ods_order": FIRST["ods_order"],
    "ods_line": [
        {"line_id": name, "order_id": "o1", "stars": "3", "amount": "10"} for name in ("l1", "l9")
    ],
    "ods_refund": FIRST["ods_refund"],
}


@pytest.fixture(scope="module")
def area(
    workspace: Workspace, spark: SparkSession, tmp_path_factory: pytest.TempPathFactory
) -> WordsArea:
    return WordsArea(tmp_path_factory.mktemp("words") / "project", workspace, spark)


@pytest.fixture(scope="module")
def first(area: WordsArea) -> Night:
    """The first night: everything is there."""
    area.plant(FIRST)
    return area.night("build", "--full-refresh")


@pytest.fixture(scope="module")
def second(area: WordsArea, first: Night, spark: SparkSession) -> Night:
    """The night after it: what may be absent is; with ANSI on."""
    area.plant(SECOND)
    before = spark.conf.get("spark.sql.ansi.enabled")
    spark.conf.set("spark.sql.ansi.enabled", "false" if before == "true" else "true")
    try:
        return area.night("build")
    finally:
        spark.conf.set("spark.sql.ansi.enabled", before)


def test_every_form_of_a_boolean_is_read_and_nothing_else(first: Night) -> None:
    words = [*TRUE, *FALSE, *NEITHER, *NOTHING]
    kept = {row["person_id"]: row["is_green"] for row in first.kept["dwd_person_history"]}

    read = [kept.get(f"b{at}", "rejected") for at in range(len(words))]

    right = [True] * len(TRUE) + [False] * len(FALSE) + ["rejected"] * len(NEITHER)
    assert read == [*right, None, None]
    wrong = [row for row in first.rejected["ods_person"] if row["reject_column"] == "is_green"]
    assert sorted(row["reject_value"] for row in wrong) == sorted(NEITHER)
    assert {row["reject_reason"] for row in wrong} == {"unparseable_value"}


def test_numbers_outside_their_bounds_are_rejected(first: Night) -> None:
    rejected = {row["source_key"]: row for row in first.rejected["ods_line"]}
    assert [
        (row["reject_column"], row["reject_value"], row["reject_reason"])
        for row in (rejected[f"x{at}"] for at in range(len(OUTSIDE)))
    ] == OUTSIDE
    kept = {row["line_id"] for row in first.kept["dwd_line"]}
    assert {f"i{at}" for at in range(len(INSIDE))} <= kept


def test_every_version_is_kept_once_per_moment(first: Night) -> None:
    assert [
        (row["person_id"], row["update_time"], row["note"])
        for row in first.kept["dwd_person_history"]
        if row["person_id"][0] == "p"
    ] == [
        ("p1", datetime(2024, 6, 1), "b"),
        ("p1", datetime(2024, 6, 2), "c"),
        ("p1", datetime(2024, 6, 3), "e"),
        ("p2", datetime(2024, 6, 1), "f"),
    ]
    assert {
        (
            json.loads(row["raw_record"])["note"],
            *(row[f"reject_{part}"] for part in ("reason", "column", "value")),
        )
        for row in first.rejected["ods_person"]
        if row["source_key"][0] == "p"
    } == {
        ("a", "duplicate_key", "person_id", "p1"),
        ("d", "duplicate_key", "person_id", "p1"),
        ("g", "missing_value", "update_time", None),
        ("h", "unparseable_value", "update_time", "soon"),
        ("i", "time_out_of_range", "update_time", "1066-10-14"),
    }


def test_a_fact_without_a_time_takes_its_day_from_its_parent(first: Night) -> None:
    assert {
        (row["line_id"], row["amount"], row["dt"])
        for row in first.kept["dwd_line"]
        if row["line_id"] in ("l1", "l3", "l4", "i0")
    } == {
        ("l1", Decimal("10.00"), date(2024, 6, 1)),
        ("l4", Decimal("9.00"), date(2024, 6, 1)),
        ("i0", Decimal("10.00"), date(2024, 6, 2)),
    }
    rejected = {
        (row["source_key"], row["reject_reason"], row["reject_column"], row["reject_value"])
        for row in first.rejected["ods_line"]
        if row["source_key"][0] == "l"
    }
    assert rejected == {
        ("l3", "unknown_order", "order_id", "o3"),
        ("l4", "duplicate_key", "line_id", "l4"),
    }
    assert {row["dt"] for row in first.rejected["ods_line"]} == {NO_DATE}


def test_a_parent_that_is_there_is_told_from_one_that_is_not(first: Night, second: Night) -> None:
    columns = ("source_key", "reject_reason", "reject_column", "reject_value", "dt")
    before, after = (
        [tuple(row[column] for column in columns) for row in night.rejected["ods_refund"]]
        for night in (first, second)
    )

    too_much = ("r2", "refund_above_amount", "line_id", "l1", date(2024, 6, 4))
    assert before == [too_much, ("r3", "unknown_line", "line_id", "l9", date(2024, 6, 5))]
    assert after == [too_much, ("r3", "refund_above_amount", "line_id", "l9", date(2024, 6, 5))]


def test_what_may_be_absent_is_empty(second: Night) -> None:
    assert [(row["line_id"], row["share"]) for row in second.kept["dwd_line"]] == [
        ("l1", None),
        ("l9", None),
    ]
    assert [(row["note"], row["is_green"]) for row in second.kept["dwd_person_history"]] == [
        (None, True)
    ]
    assert second.kept["dwd_region"] == second.kept["dwd_visit_fact"] == []
    assert second.rejected["ods_visit"] == []


def test_absent_tables_are_told_of_in_one_sentence(first: Night, second: Night) -> None:
    def sentence(tables: str, models: str) -> str:
        return (
            f"optional and not in {ODS}: {tables}; so {models} and all that is made of them alone"
            " have no rows; load these tables to switch that on"
        )

    assert first.said.count(sentence("ods_region", "dwd_region")) == 1
    both = sentence("ods_region, ods_visit", "dwd_region, dwd_visit_fact")
    assert second.said.count(both) == second.said.count("optional and not in") == 1


def test_a_secret_is_in_nothing_that_is_kept(first: Night) -> None:
    assert_secret(first, {})


def test_a_secret_is_hashed_like_a_private_value_where_ids_are(
    area: WordsArea, second: Night
) -> None:
    area.plant(FIRST)

    night = area.night("run", schema="words_hashed", hash_consumer_ids=True)

    assert_secret(night, {"p1": hashed("p1")})
    assert {row["person_id"] for row in night.kept["dwd_person_history"]} >= {hashed("p1")}


def assert_secret(night: Night, ids: Mapping[str, str]) -> None:
    assert [(row["visit_id"], row["device"]) for row in night.kept["dwd_visit_fact"]] == [
        ("v1", hashed(PHONE))
    ]
    records = [json.loads(row["raw_record"])["device"] for row in night.rejected["ods_visit"]]
    assert sorted(map(str, records)) == sorted(["None", *map(hashed, (PHONE, TABLET, TABLET))])
    assert night.everything and "canary-device" not in night.everything
    assert "canary-device" not in night.said


def hashed(value: str) -> str:
    return hashlib.sha256(f"{CONSUMER_SALT}:{value}".encode()).hexdigest()


def test_a_view_with_secret_columns_is_refused(area: WordsArea) -> None:
    area.write("models/staging/words/stg_seen.sql", "{{ staged_rows('words', 'ods_visit') }}")

    compiled = area.dbt("compile", "--select", "stg_seen")

    sentence = (
        "stg_seen is a view with secret columns, which are always hashed (device); set"
        " materialized: table for it"
    )
    assert sentence in compiled.error + "".join(compiled.messages.values())


def test_a_unit_test_of_staging_works_where_optional_columns_are_absent(
    area: WordsArea, second: Night
) -> None:
    area.plant(SECOND)
    given = {"input": "source('ods', 'ods_line')", "rows": [line("u1", stars="6")]}
    given["rows"] = [{name: given["rows"][0][name] for name in SECOND["ods_line"][0]}]
    expected = {"line_id": "u1", "share": None, "reject_reason": "out_of_range"}
    unit = {"name": "bounds", "model": "stg_line", "given": [given]}
    tests = {"unit_tests": [{**unit, "expect": {"rows": [expected]}}]}
    area.write("models/staging/words/_unit_tests.yml", json.dumps(tests))

    tested = area.dbt("test", "--select", "test_type:unit")

    assert tested.named("pass") == ["bounds"], tested.messages
