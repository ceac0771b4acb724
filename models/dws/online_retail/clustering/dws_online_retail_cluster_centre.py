"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板"""

from functools import reduce

from pyspark.sql import DataFrame
from pyspark.sql import functions as F

from customer_value.analytics.clustering import cluster_models


def model(dbt, session):
    customers = dbt.ref("dws_online_retail_cluster_features")
    variants = [
        cluster_models(
            customers.where(F.col("variant") == variant),
            key=dbt.config.meta_get("key"),
            features=dbt.config.meta_get("features"),
            max_k=dbt.config.meta_get("max_k"),
        ).select(F.lit(variant).alias("variant"), "*")
        for variant in dbt.config.meta_get("variants")
    ]

    return reduce(DataFrame.unionByName, variants)
