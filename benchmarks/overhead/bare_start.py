"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

Spark's bare start: a session with the profile's settings, its metastore, one query.
"""

from __future__ import annotations

import sys
from pathlib import Path

from benchmarks.warehouse import REPOSITORY
from customer_value.warehouse.session import open_session

if __name__ == "__main__":
    session = open_session(REPOSITORY, Path(sys.argv[1]), "local")
    session.sql("select 1").collect()
    session.stop()
