"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

Makes folders of Parquet files the tables of a warehouse's schema `ods`, where they lie; then runs
dbt commands in the same session.
"""

from __future__ import annotations

import sys
from pathlib import Path

from benchmarks.warehouse import REPOSITORY
from customer_value.commands.run_dbt import run_commands
from customer_value.warehouse.session import open_session


def main(profiles: str, ods: str, *commands: str) -> int:
    """Register every folder in `ods` as the external table of its name; returns dbt's exit code."""
    spark = open_session(REPOSITORY, Path(profiles), "local")
    spark.sql("create schema if not exists ods")
    for folder in sorted(Path(ods).iterdir()):
        spark.sql(f"create table ods.{folder.name} using parquet location '{folder.resolve()}'")

    return run_commands(commands)


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
