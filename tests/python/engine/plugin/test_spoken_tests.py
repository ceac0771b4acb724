"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

A failed test says in a sentence which rule is broken and by which rows.
"""

from __future__ import annotations

from pathlib import Path

from pyspark.sql import SparkSession
from spoken_project import write_project
from workspace import Workspace


def test_a_failed_test_names_rule_and_rows(
    workspace: Workspace, spark: SparkSession, tmp_path: Path
) -> None:
    more = "select * from values ('o1', 10), ('o2', 20), (null, 5) as orders (order_id, amount)"
    project = write_project(tmp_path / "project", orders=more)

    built = workspace.dbt(
        *("build", "--select", "orders", "customers"),
        schema="spoken",
        project=project,
        settings={"least_amount": 15},
    )

    assert not built.success
    assert [built.messages[name] for name in built.named("fail")] == [
        "orders.amount: every value is one of those that are accepted:"
        " 1 row breaks it, namely value_field 5, n_records 1",
        "orders, customers: the test as_many_orders_as_customers finds no row:"
        " 1 row breaks it, namely orders 3, customers 2",
        "orders.order_id: every row has a value: 1 row breaks it, namely order_id null",
        "orders: 每笔订单都够大 / Each order is large enough: 2 rows break it,"
        " namely order_id o1, amount 10; order_id null, amount 5",
    ]


def test_what_the_project_hides_is_not_said(
    workspace: Workspace, spark: SparkSession, tmp_path: Path
) -> None:
    more = "select * from values ('o1', 10), ('o1', 20), (null, 5) as orders (order_id, amount)"
    project = write_project(tmp_path / "project", orders=more)
    settings = project / "dbt_project.yml"
    hidden = "\ndata_tests:\n  +meta: {hidden_columns: [order_id]}\n"
    settings.write_text(settings.read_text("utf-8") + hidden, "utf-8")

    built = workspace.dbt(
        *("build", "--select", "orders", "customers"),
        schema="hiding",
        project=project,
        settings={"least_amount": 15},
    )

    said = [built.messages[name] for name in built.named("fail")]
    assert len(said) == 4
    assert any("order_id …" in message for message in said)
    assert not [message for message in said if "o1" in message]
