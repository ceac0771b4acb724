"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

Cancels what a session computes, so that dbt need not wait for it after Ctrl-C. dbt-spark itself
cancels nothing.
"""

from __future__ import annotations

import threading
import time
import traceback

from dbt.adapters.events.logging import AdapterLogger

logger = AdapterLogger("Spark")

# a model that is between two jobs when Ctrl-C comes starts its next one a little later
AGAIN_SECONDS = 0.2
TIMES = 25


def cancel_jobs() -> None:
    """Cancel all jobs of this process's session, and for some seconds those that still begin."""
    threading.Thread(target=_cancel_again_and_again, daemon=True).start()


def _cancel_again_and_again() -> None:
    # Only here: dbt-spark is also installed where pyspark is not.
    from pyspark.sql import SparkSession
    from pyspark.sql.utils import is_remote

    try:
        session = SparkSession.active()
        for _ in range(TIMES):
            if is_remote():
                session.interruptAll()
            else:
                session.sparkContext.cancelAllJobs()
            time.sleep(AGAIN_SECONDS)
    # no session, or one that has ended meanwhile: nothing is left to cancel
    except Exception:
        logger.debug(traceback.format_exc())
