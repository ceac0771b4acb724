"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

A few small queries, for a JVM that is to load the classes of a build:
``python -m dbt_spark_local.class_archive.warm_up FOLDER``.
"""

from __future__ import annotations

import sys
from typing import Any

from pyspark import SparkContext
from pyspark.sql import SparkSession

# What a build does, so that its classes are loaded: a table by day, a join, a window, a view.
_QUERIES = (
    "create database warm",
    "create table warm.facts using parquet partitioned by (dt) as"
    " select id, cast(id as decimal(18, 2)) as amount, sha2(cast(id as string), 256) as key,"
    " date_add(date'2024-01-01', cast(id % 2 as int)) as dt from range(20)",
    "create table warm.names using parquet as select id, upper(trim(' a ')) as name from range(20)",
    "insert overwrite table warm.facts partition (dt)"
    " select /*+ rebalance(dt) */ id, amount, key, dt from warm.facts"
    " where dt = date'2024-01-01' and key rlike '[0-9]+'",
    "create view warm.joined as select facts.*, names.name from warm.facts left join warm.names"
    " using (id) where to_timestamp(cast(dt as string)) is not null",
    "alter view warm.joined as select /*+ merge(names) */ facts.*, names.name"
    " from warm.facts inner join warm.names using (id)",
    "select dt, name, count(distinct id), sum(amount), max(key), max_by(id, amount)"
    " from warm.joined group by dt, name having count(*) > 0 order by dt",
    "select *, row_number() over (partition by dt order by amount desc) as place from warm.joined"
    " union all select *, 0 from warm.joined where id in (select id from warm.names)",
    "select count(*) from (select id from warm.facts except select id from warm.names)",
    "show table extended in warm like '*'",
    "describe extended warm.facts",
    "alter table warm.facts drop partition (dt = date'2024-01-01')",
    "drop view warm.joined",
    "drop table warm.facts",
)


def warm_up(folder: str) -> None:
    """Run the queries in a warehouse inside `folder`, and end with the JVM's own exit code: it
    writes the archive when it exits.
    """
    builder: Any = SparkSession.builder.master("local[2]").enableHiveSupport()
    settings = {
        "spark.ui.enabled": "false",
        "spark.driver.host": "localhost",
        "spark.driver.bindAddress": "127.0.0.1",
        "spark.driver.extraJavaOptions": f'-XX:TieredStopAtLevel=1 "-Dderby.system.home={folder}"',
        "spark.sql.warehouse.dir": f"{folder}/warehouse",
        "spark.sql.shuffle.partitions": "2",
        "spark.sql.sources.partitionOverwriteMode": "dynamic",
        "spark.hadoop.hive.downloaded.resources.dir": f"{folder}/hive",
    }
    session = builder.config(map=settings).getOrCreate()
    for query in _QUERIES:
        session.sql(query).collect()

    jvm: Any = SparkContext._gateway
    session.stop()
    jvm.shutdown()
    jvm.proc.stdin.close()
    sys.exit(jvm.proc.wait())


if __name__ == "__main__":
    warm_up(sys.argv[1])
