"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

Hive's metastore as a service, so that several processes share one warehouse. It listens on every
address that it finds: start it in a network namespace of its own.
"""

from __future__ import annotations

import fcntl
import os
import socket
import struct
import subprocess
import time
from pathlib import Path

import pyspark
from workspace import Workspace

PORT = 19083
START_SECONDS = 180


def raise_loopback() -> None:
    """Switch on the loopback interface, which a new network namespace has, but switched off."""
    set_flags, up, running = 0x8914, 0x1, 0x40
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as any_socket:
        fcntl.ioctl(any_socket, set_flags, struct.pack("16sh", b"lo", up | running))


def start_metastore(folder: Path) -> subprocess.Popen[bytes]:
    """The service over a Derby database in `folder`; returns when it answers."""
    settings = {
        "javax.jdo.option.ConnectionURL": f"jdbc:derby:;databaseName={folder}/hms;create=true",
        "datanucleus.schema.autoCreateAll": "true",
        "datanucleus.connectionPoolingType": "none",
        "hive.metastore.schema.verification": "false",
        # the log library that it would use is not among Spark's
        "hive.async.log.enabled": "false",
        "hive.metastore.warehouse.dir": f"{folder}/hms-warehouse",
    }
    properties = "".join(
        f"<property><name>{name}</name><value>{value}</value></property>"
        for name, value in settings.items()
    )
    (folder / "conf").mkdir()
    (folder / "conf" / "hive-site.xml").write_text(f"<configuration>{properties}</configuration>")
    spark_class = Path(pyspark.__file__).parent / "bin" / "spark-class"
    service = subprocess.Popen(
        [str(spark_class), "org.apache.hadoop.hive.metastore.HiveMetaStore", "-p", str(PORT)],
        env={**os.environ, "SPARK_CONF_DIR": str(folder / "conf")},
        cwd=folder,
        stdout=(folder / "metastore.txt").open("wb"),
        stderr=subprocess.STDOUT,
    )
    deadline = time.monotonic() + START_SECONDS
    while time.monotonic() < deadline and service.poll() is None:
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", PORT)) == 0:
                return service
        time.sleep(0.3)
    service.kill()
    raise RuntimeError(f"the metastore service did not start: {folder}/metastore.txt")


def share_metastore(workspace: Workspace) -> None:
    """Point the workspace's profile at the service instead of the embedded database."""
    profile = workspace.profiles / "profiles.yml"
    embedded = "        spark.hadoop.javax.jdo.option.ConnectionURL: >-\n"
    before, rest = profile.read_text("utf-8").split(embedded, 1)
    service = f"        spark.hadoop.hive.metastore.uris: thrift://127.0.0.1:{PORT}\n"
    profile.write_text(before + service + rest.split("\n", 1)[1], "utf-8")
