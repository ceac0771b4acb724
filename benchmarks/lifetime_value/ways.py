"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

One way to fit and predict, in a process of its own: `python -m benchmarks.lifetime_value.ways WAY
CUSTOMERS OUTPUT`.
"""

from __future__ import annotations

import os
import sys

HORIZON = 365
EACH = "as_of_date"


def by_spark(customers: str, output: str) -> None:
    """The package's own way: counted by Spark, each distinct history predicted by its workers."""
    from pyspark.sql import SparkSession

    from customer_value.analytics.lifetime_value import fit_of_each, predict_of_each

    os.environ["PYSPARK_PYTHON"] = sys.executable
    spark = (
        SparkSession.builder.master("local[2]")
        .config("spark.driver.memory", os.environ.get("SPARK_DRIVER_MEMORY", "4g"))
        .config("spark.sql.shuffle.partitions", "8")
        .config("spark.ui.enabled", "false")
        .getOrCreate()
    )
    rows = spark.read.parquet(customers)
    # as a warehouse stores them between its two models
    fits = fit_of_each(rows, each=EACH)
    fits = spark.createDataFrame(fits.collect(), fits.schema)
    predicted = predict_of_each(rows, fits, each=EACH, horizon=HORIZON)
    predicted.write.mode("overwrite").parquet(output)
    spark.stop()


def by_arrays(customers: str, output: str) -> None:
    """What people do on one machine: pandas, numpy and scipy, all customers in memory, each with a
    prediction of its own.
    """
    import numpy as np
    import pandas as pd

    from customer_value.analytics.lifetime_value import (
        Histories,
        Spending,
        fit_purchase_model,
        fit_spend_model,
        spend_ahead,
    )

    rows = pd.read_parquet(customers)
    x, recency, age = (
        rows[name].to_numpy(float) for name in ("frequency", "recency_days", "age_days")
    )
    mean = rows["repeat_mean_amount"].astype(float).fillna(0.0).to_numpy()
    once = np.ones(len(rows))
    buys = fit_purchase_model(Histories(x, recency, age, once))
    bought = x > 0
    spends = fit_spend_model(Spending(x[bought], mean[bought], once[bought]))
    ahead = spend_ahead(buys, spends, x, recency, age, mean, HORIZON)
    pd.DataFrame(
        {
            "customer_id": rows["customer_id"],
            "predicted_amount": ahead.expected,
            "low_amount": ahead.low,
            "high_amount": ahead.high,
        }
    ).to_parquet(output)


WAYS = {"Spark": by_spark, "numpy, scipy": by_arrays}

if __name__ == "__main__":
    WAYS[sys.argv[1]](*sys.argv[2:])
