"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

What clustering needs of a Spark session: RDDs, and Python workers with numpy.
"""

from __future__ import annotations

import sys
from collections.abc import Callable

from py4j.protocol import Py4JError  # type: ignore[import-untyped]
from pyspark.errors import PySparkException
from pyspark.sql import DataFrame

from customer_value.analytics.clustering.errors import ClusteringInputError


def refuse_session(customers: DataFrame) -> None:
    """Refuse data frames of Spark Connect, and a session whose Python workers lack numpy."""
    if type(customers).__module__.startswith("pyspark.sql.connect"):
        raise ClusteringInputError(
            "customers comes from Spark Connect, which has no RDDs, and k-means from given centres "
            "needs them: run this model in a classic session (spark.master, not spark.remote)."
        )

    context = customers.sparkSession.sparkContext
    try:
        context.parallelize([0], 1).map(_with_numpy()).collect()
    except (Py4JError, PySparkException):
        raise ClusteringInputError(
            f"Spark's Python workers ({context.pythonExec}) cannot run numpy, which k-means needs: "
            f"set PYSPARK_PYTHON to a Python like this one, {sys.executable}, before Spark starts."
        ) from None


def _with_numpy() -> Callable[[int], str]:
    # a function in a function travels to the workers by value
    def numpy_version(_: int) -> str:
        import numpy

        return str(numpy.__version__)

    return numpy_version
