"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

What a list of raw tables cannot say: each slip is a sentence, and the lists that we have are sound.
"""

from __future__ import annotations

from typing import Any

import pytest
from called_macros import Call

COLUMNS = {
    "ID": "string private id as:id",
    "order_id": "string required id",
    "note": "string optional",
    "paid": "timestamp required",
    "changed": "timestamp",
    "seen": "timestamp optional",
    "rate": "decimal(3,2) optional max:1",
    "is_new": "boolean",
}
PARENT = {"table": "dwd_order", "column": "order_id", "reason": "unknown_order", "else": "late"}
DIMENSION: dict[str, Any] = {"ods": "ods_thing", "key": ["id"], "columns": COLUMNS}
FACT: dict[str, Any] = {**DIMENSION, "is_fact": True, "time": "paid", "parent": PARENT}
ORDER: dict[str, Any] = {"ods": "ods_order", "key": ["order_id"], "columns": COLUMNS}


def faults(call: Call, table: dict[str, Any], *others: dict[str, Any]) -> str:
    """All sentences about a table, as the check puts them together."""
    tables = [table, *others]
    return "\n".join(
        text
        for text in (
            call("faults_of_table", table),
            call("faults_of_parent", table, tables),
            call("faults_of_columns", table),
        )
        if text != "[]"
    )


@pytest.mark.parametrize(
    "table",
    [
        DIMENSION,
        FACT,
        {**FACT, "time": None},
        {**FACT, "dwd": "dwd_thing_fact", "is_optional": True},
        {**DIMENSION, "version_by": "paid", "time": "changed"},
        {"ods": "ods_thing", "columns": {"note": "string optional"}},
    ],
)
def test_a_sound_table_has_no_faults(call: Call, table: dict[str, Any]) -> None:
    assert faults(call, table, ORDER) == ""


@pytest.mark.parametrize(
    ("table", "sentence"),
    [
        ({**FACT, "time": None, "parent": None}, "is_fact, without a time"),
        ({**FACT, "time": "sold"}, "time is 'sold'; name a timestamp among its columns"),
        ({**FACT, "time": "note"}, "time is 'note'; name a timestamp among its columns"),
        ({**FACT, "time": "seen"}, "time is seen, which is optional"),
        ({**FACT, "version_by": "paid"}, "version_by, which only a dimension with a key can have"),
        (
            {**DIMENSION, "key": [], "version_by": "paid"},
            "version_by, which only a dimension with a key can have",
        ),
        ({**DIMENSION, "version_by": "id"}, "version_by is 'id'; name a timestamp"),
        ({**DIMENSION, "version_by": "changed"}, "version_by is changed, which is not required"),
        ({**DIMENSION, "key": ["ID"]}, "key names 'ID', which is none of its columns"),
        ({**DIMENSION, "optional": True}, "'optional'; a table has ods, columns, key"),
        ({**FACT, "parent": {**PARENT, "otherwise": "x"}}, "parent has 'otherwise'; it has table"),
        ({**FACT, "parent": {"table": "dwd_order"}}, "parent has no column; it has table"),
        ({**FACT, "parent": {**PARENT, "column": "order"}}, "parent has the column 'order'"),
        ({**FACT, "parent": {**PARENT, "column": "note"}}, "parent has the column note, which is"),
        (
            {**FACT, "parent": {**PARENT, "else": "unknown_order"}},
            "parent has unknown_order as its reason and as else",
        ),
    ],
)
def test_a_slip_in_a_table_is_a_sentence(call: Call, table: dict[str, Any], sentence: str) -> None:
    assert sentence in faults(call, table, ORDER)


def test_an_optional_parent_needs_an_optional_table(call: Call) -> None:
    order = {**ORDER, "is_optional": True}
    sentence = "parent is dwd_order, whose raw table ods_order is optional"

    assert sentence in faults(call, FACT, order)
    assert sentence in faults(
        call,
        {**FACT, "parent": {**PARENT, "table": "dwd_sale"}},
        {**order, "dwd": "dwd_sale"},
    ).replace("dwd_sale", "dwd_order")
    assert faults(call, {**FACT, "is_optional": True}, order) == ""


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ("text", "is of the type 'text'; types are string, int"),
        ("string privat", "is 'privat'; a column's words are required"),
        ("string min:1", "is min:1, and string; only numbers can be"),
        ("boolean max:1", "is max:1, and boolean; only numbers can be"),
        ("timestamp signed", "is signed, and timestamp; only numbers can be"),
        ("int min:one", "is 'min:one'; give a number"),
        ("int max:", "is 'max:'; give a number"),
        ("int min:-1", "is min:-1, and not signed"),
        ("int min:5 max:1", "is min:5 and max:1; swap them"),
        ("int max:1;drop", "is 'max:1;drop'; give a number"),
        ("string optional required", "is optional, and required or of the key"),
        ("string secret private", "is secret and private"),
        ("int secret", "is secret or private, and int; a hash is a string"),
        ("decimal(9,2) private", "is secret or private, and decimal(9,2); a hash is a string"),
    ],
)
def test_a_slip_in_a_column_is_a_sentence(call: Call, words: str, sentence: str) -> None:
    said = faults(call, {**DIMENSION, "columns": {**COLUMNS, "more": words}})

    assert f"more {sentence}" in said


def test_a_column_of_the_key_cannot_be_optional(call: Call) -> None:
    for words in ("string optional", "string nullable optional"):
        said = faults(call, {**DIMENSION, "key": ["more"], "columns": {**COLUMNS, "more": words}})
        assert "more is optional, and required or of the key" in said
