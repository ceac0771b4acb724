"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

Chooses the Python interpreter, and the time zone, that Spark starts its Python workers with.
"""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pyspark.sql import SparkSession


def start_workers_with_this_python(session: SparkSession) -> None:
    """Let an embedded Spark start its Python workers with the interpreter of this process.

    Spark's own default is the first `python3` on the PATH, which need not be the environment that
    dbt runs in: it may have another version or lack the packages. PYSPARK_PYTHON, where set, stays
    in charge; so do clusters, whose machines have paths of their own. Everywhere, workers keep the
    local time of this process where TZ says it: functions that Spark hands a time get that.
    """
    # Only here: dbt-spark is also installed where pyspark is not.
    from pyspark.sql.utils import is_remote

    if is_remote():
        return
    context = session.sparkContext
    if "TZ" in os.environ:
        context.environment["TZ"] = os.environ["TZ"]
    if "PYSPARK_PYTHON" not in os.environ and str(context.master).startswith("local"):
        context.pythonExec = sys.executable
