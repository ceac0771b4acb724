"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

Refuses a target for a cluster that nobody has named.
"""

from __future__ import annotations

from collections.abc import Mapping

MASTER = "spark.master"


class NoMasterError(Exception):
    """The target's Spark master is empty; the message is one sentence."""


def refuse_missing_master(settings: Mapping[str, object]) -> None:
    """Raise NoMasterError where a profile has a master that is empty; one without is Spark's."""
    if MASTER in settings and not str(settings[MASTER] or "").strip():
        raise NoMasterError(
            "This target runs on a cluster, but nothing says which: set SPARK_MASTER, for example"
            " SPARK_MASTER=spark://host:7077, yarn or k8s://https://host:6443."
        )
