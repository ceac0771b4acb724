"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

Clusters: k-means models of customers for every k up to a limit, the same for any seed or row order.
"""

from customer_value.analytics.clustering.errors import ClusteringInputError
from customer_value.analytics.clustering.models import cluster_models

__all__ = ["ClusteringInputError", "cluster_models"]
