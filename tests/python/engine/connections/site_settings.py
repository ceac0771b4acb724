"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

What a site's administrator sets up once and dbt's profile leaves alone: spark-defaults.conf.
"""

from __future__ import annotations

import sys
from pathlib import Path

from workspace import Workspace

LOG4J = """
rootLogger.level = info
rootLogger.appenderRef.console.ref = console
appender.console.type = Console
appender.console.name = console
appender.console.target = SYSTEM_ERR
appender.console.layout.type = PatternLayout
appender.console.layout.pattern = %d{HH:mm:ss} %p %c{1}: %m%n
"""


def write_site(workspace: Workspace) -> Path:
    """A SPARK_CONF_DIR: metastore and warehouse in the workspace, every address on loopback."""
    data = workspace.folder / ".spark"
    conf = workspace.folder / "conf"
    conf.mkdir()
    settings = {
        "spark.master.rest.enabled": "false",
        "spark.ui.enabled": "false",
        "spark.driver.host": "127.0.0.1",
        "spark.driver.bindAddress": "127.0.0.1",
        "spark.driver.memory": "1g",
        "spark.executor.memory": "800m",
        "spark.pyspark.python": sys.executable,
        "spark.sql.shuffle.partitions": "2",
        "spark.sql.warehouse.dir": f"{data}/warehouse",
        "spark.local.dir": f"{data}/tmp",
        # a folder per session: a Thrift server opens several at once
        "spark.hadoop.hive.downloaded.resources.dir": f"{data}/tmp/hive-${{hive.session.id}}",
        "spark.hadoop.javax.jdo.option.ConnectionURL": (
            f"jdbc:derby:;databaseName={data}/metastore;create=true"
        ),
        # the small machines that tests run on
        "spark.driver.defaultJavaOptions": (
            "-XX:TieredStopAtLevel=1 -XX:ReservedCodeCacheSize=256m -XX:+UseSerialGC"
            f" -Dderby.stream.error.file={workspace.folder}/derby.log"
        ),
        "spark.executor.extraJavaOptions": "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC",
    }
    (conf / "spark-defaults.conf").write_text(
        "".join(f"{name} {value}\n" for name, value in settings.items()), "utf-8"
    )
    (conf / "log4j2.properties").write_text(LOG4J, "utf-8")

    return conf
