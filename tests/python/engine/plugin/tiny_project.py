"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

A tiny dbt project, written into a scratch folder, whose models meet every case of the plug-in.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

SOURCE = next(p / "src" for p in Path(__file__).resolve().parents if (p / "src").is_dir())

PROJECT = """
name: tiny
version: "1.0"
profile: tiny
flags: {send_anonymous_usage_stats: false}
vars:
  bins: 5
  levels:
    - {user_level: 流失用户, max_total: 5}
    - {user_level: 高价值用户, max_total: 15}
  as_of_date: "2024-06-29"
  amount: 1
  drop_amount: false
models:
  +file_format: parquet
  +materialized: table
"""

PROFILE = """
tiny:
  target: session
  outputs:
    session:
      type: spark
      method: session
      host: localhost
      schema: tiny
      threads: 2
      server_side_parameters:
        spark.master: "local[2]"
        spark.driver.host: localhost
        spark.driver.bindAddress: 127.0.0.1
        spark.driver.extraJavaOptions: >-
          -Dderby.stream.error.file={here}/derby.log -XX:TieredStopAtLevel=1
          -XX:ReservedCodeCacheSize=256m -XX:+UseSerialGC
        spark.sql.warehouse.dir: "{here}/warehouse"
        spark.hadoop.javax.jdo.option.ConnectionURL: >-
          jdbc:derby:;databaseName={here}/db;create=true
        spark.sql.shuffle.partitions: "2"
        spark.ui.enabled: "false"
        spark.ui.showConsoleProgress: "false"
"""

MODELS = {
    "customers.sql": """
select * from values ('c1', 10), ('c2', 20) as customers (customer_id, amount)
""",
    "spark_frame.py": """
def model(dbt, session):
    return dbt.ref("customers").where("amount > 10")
""",
    "pandas_frame.py": """
def model(dbt, session):
    return dbt.ref("customers").toPandas()
""",
    "pandas_on_spark_frame.py": """
def model(dbt, session):
    return dbt.ref("customers").pandas_api()
""",
    "typed_empty_pandas_frame.py": """
def model(dbt, session):
    customers = dbt.ref("customers").toPandas()
    return customers[["amount"]].iloc[:0]
""",
    "untyped_empty_pandas_frame.py": """
import pandas as pd

def model(dbt, session):
    return pd.DataFrame({"customer_id": [], "amount": []}, dtype=object)
""",
    "odd_pandas_column.py": """
import pandas as pd

def model(dbt, session):
    return pd.DataFrame({"customer_id": [object()]})
""",
    "list_of_rows.py": """
def model(dbt, session):
    return dbt.ref("customers").collect()
""",
    "wrong_partition.py": """
def model(dbt, session):
    dbt.config(partition_by="dt")
    return dbt.ref("customers")
""",
    # Blank lines at the top of a file are the ones that dbt takes away.
    "raising.py": """


from tiny_package.prices import discount

def model(dbt, session):
    customers = dbt.ref("customers")
    return discount(customers)
""",
    "after_raising.sql": "select * from {{ ref('raising') }}",
    "leaving.py": """
import sys

def model(dbt, session):
    return sys.exit("bye")
""",
    "unknown_column.py": """
def model(dbt, session):
    return dbt.ref("customers").select("amonut")
""",
    "failing_in_spark.py": """
def model(dbt, session):
    return dbt.ref("customers").selectExpr("amount + assert_true(amount < 0, 'below zero') as ok")
""",
    "settings.py": """
def model(dbt, session):
    seen = {
        "bins": dbt.config.meta_get("bins"),
        "levels": dbt.config.meta_get("levels"),
        "note": dbt.config.meta_get("note"),
        "absent": dbt.config.meta_get("absent", "fallback"),
        "file_format": dbt.config.get("file_format"),
    }
    rows = [(key, repr(value)) for key, value in seen.items()]
    return session.createDataFrame(rows, "key string, value string")
""",
    "python_of_workers.py": """
import sys

def model(dbt, session):
    customers = dbt.ref("customers")
    return customers.rdd.map(lambda row: (sys.executable,)).toDF("executable string").distinct()
""",
    # The partition column comes first, and the order of the others turns round on later runs.
    "history.py": """
def model(dbt, session):
    day = dbt.config.meta_get("as_of_date")
    amount = dbt.config.meta_get("amount")
    rows = session.sql(f"select date '{day}' as as_of_date, 'c1' as customer_id, {amount} amount")
    rows = rows.select("amount", "as_of_date", "customer_id") if dbt.is_incremental else rows
    return rows.drop("amount") if dbt.config.meta_get("drop_amount") else rows
""",
    "growing.py": """
def model(dbt, session):
    dbt.config(materialized="incremental", on_schema_change="append_new_columns")
    rows = session.sql("select 'c1' as customer_id")
    return rows.selectExpr("'new' as origin", "*") if dbt.is_incremental else rows
""",
    "adding.sql": """
{{ config(materialized="incremental") }}
select amount, assert_true(amount < {{ var('amount') }} * 100) as checked
from {{ ref('customers') }}
""",
    # what a model's own code makes is nobody's business while the command runs
    "with_a_view.py": """
def model(dbt, session):
    customers = dbt.ref("customers")
    customers.createOrReplaceTempView("made_by_a_model")
    customers.createOrReplaceGlobalTempView("made_for_all_sessions")
    return session.table("made_by_a_model")
""",
    "on_databricks.py": """
def model(dbt, session):
    dbt.config(submission_method="all_purpose_cluster")
    return dbt.ref("customers")
""",
    "models.yml": """
models:
  - name: settings
    config:
      meta:
        bins: "{{ var('bins') }}"
        levels: "{{ var('levels') }}"
        note: 客服's "note"
  - name: history
    config:
      materialized: incremental
      incremental_strategy: insert_overwrite
      partition_by: [as_of_date]
      meta:
        as_of_date: "{{ var('as_of_date') }}"
        amount: "{{ var('amount') }}"
        drop_amount: "{{ var('drop_amount') }}"
""",
}

PACKAGE = {
    "__init__.py": "",
    "prices.py": """
def discount(customers):
    raise ValueError(f"no price in {customers.columns}")
""",
}


def write_tiny_project(folder: Path, models: Mapping[str, str] = MODELS) -> None:
    """Write project, profile, models, an importable package and a copy of the plug-in's macros."""
    for name, text in {"dbt_project.yml": PROJECT, "profiles.yml": PROFILE}.items():
        (folder / name).write_text(text.replace("{here}", str(folder)), encoding="utf-8")
    for parent, files in {"models": models, "lib/tiny_package": PACKAGE}.items():
        (folder / parent).mkdir(parents=True)
        for name, text in files.items():
            (folder / parent / name).write_text(text, encoding="utf-8")
    shutil.copytree(SOURCE / "dbt_spark_session_python" / "macros", folder / "macros")


def run_python(folder: Path, *arguments: str) -> None:
    """Run this Python inside the project, with the plug-in and the project's package.

    A session of the surrounding test run does not leak in. Fails with the end of what it printed.
    """
    hidden = ("DBT_", "SPARK_", "PYSPARK_")
    environment = {k: v for k, v in os.environ.items() if not k.startswith(hidden)}
    import_path = [str(SOURCE), str(folder / "lib")]
    run = subprocess.run(
        [sys.executable, *arguments],
        cwd=folder,
        env={**environment, "PYTHONPATH": os.pathsep.join(import_path)},
        capture_output=True,
        text=True,
        timeout=400,
    )

    assert run.returncode == 0, run.stdout[-4000:] + run.stderr[-4000:]
