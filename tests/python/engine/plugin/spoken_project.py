"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

A dbt project of three tables and four tests, in the profile of this repository: small enough to be
built in many ways.
"""

from __future__ import annotations

from pathlib import Path

PROJECT = """
name: spoken
profile: customer_value
flags: {send_anonymous_usage_stats: false}
models: {+file_format: parquet, +materialized: table}
vars: {least_amount: 0}
"""
FILES = {
    "models/orders.sql": "select * from values ('o1', 10), ('o2', 20) as orders (order_id, amount)",
    "models/customers.sql": "select * from values ('c1'), ('c2') as customers (customer_id)",
    "models/totals.sql": "select sum(amount) as amount from {{ ref('orders') }}",
    "models/_models.yml": """
models:
  - name: orders
    columns:
      - name: order_id
        data_tests: [not_null]
      - name: amount
        data_tests:
          - accepted_values: {arguments: {values: [10, 20]}}
""",
    "tests/orders_are_large.sql": """
select * from {{ ref('orders') }} where amount < {{ var('least_amount') }}
""",
    "tests/as_many_orders_as_customers.sql": """
select * from (select count(*) as orders from {{ ref('orders') }}),
(select count(*) as customers from {{ ref('customers') }}) where orders != customers
""",
    "tests/_tests.yml": """
data_tests:
  - {name: orders_are_large, description: 每笔订单都够大 / Each order is large enough}
""",
}


def write_project(folder: Path, **models: str) -> Path:
    """The project in a folder, with further models by name."""
    folder.mkdir(parents=True)
    (folder / "dbt_project.yml").write_text(PROJECT, "utf-8")
    more = {f"models/{name}.sql": text for name, text in models.items()}
    for name, text in {**FILES, **more}.items():
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text(text, "utf-8")

    return folder
