"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

Customers in, k-means models out: the centres for every k, and how good each k is.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from pyspark.sql import DataFrame

from customer_value.analytics.clustering.centres import Centre, all_centres, published
from customer_value.analytics.clustering.errors import ClusteringInputError
from customer_value.analytics.clustering.features import checked_extent, feature_doubles
from customer_value.analytics.clustering.quality import Quality, qualities
from customer_value.analytics.clustering.scaling import (
    Scale,
    distance_units,
    scales,
    with_standardised,
)
from customer_value.analytics.clustering.session import refuse_session
from customer_value.analytics.clustering.starts import CANDIDATE_LIMIT, candidates

SCHEMA = """
    k int, centre_id int, r_centre double, f_centre double, m_centre double,
    r_scale double, f_scale double, m_scale double,
    customer_count bigint, cost decimal(28,6), silhouette decimal(9,6)
"""

# k-means runs as one job per iteration; with partitions of so few customers a job costs more than
# its work
ROWS_PER_PARTITION = 25_000


def cluster_models(features: DataFrame, *, max_k: int = 10) -> DataFrame:
    """One row per k (1 … max_k, at most the number of distinct points) and cluster.

    features: one row per customer with customer_id and r_feature, f_feature, m_feature, numbers
    of any scale (the metrics themselves, or a logarithm of them). They are cached for the call.

    Returns k int, centre_id int (0 … k - 1, ordered by m_centre, f_centre, r_centre), r_centre,
    f_centre, m_centre double (in units of the features), r_scale, f_scale, m_scale double (sample
    standard deviations of the features, 1 where a feature has no spread; the same in all rows),
    customer_count bigint, cost decimal(28,6) (of that k: sum of squared standardised distances)
    and silhouette decimal(9,6) (of that k, squared Euclidean; null with fewer than two clusters).
    Counts, cost and silhouette are those of the centres as returned, each customer being with the
    centre of the least ((r_feature - r_centre) / r_scale)² + … f … + … m …, ties with the lowest
    centre_id, all computed in double.

    Fast global k-means (see `starts`) with Spark's k-means: no seed, and the same rows whatever
    the order of the rows, the partitions and the number of threads.

    Raises ClusteringInputError for a missing or non-numeric column, nulls, values that are not
    finite, a customer_id that is there twice, fewer than two customers, a max_k outside
    1 … 1,000, data frames of Spark Connect, which has no RDDs, and Python workers without numpy.
    """
    _refuse_max_k(max_k)
    refuse_session(features)
    customers = feature_doubles(features).cache()
    try:
        extent = checked_extent(customers)
        scaled_by = scales(customers, extent)
        points = with_standardised(customers, scaled_by, extent)
        models = _published_models(points, scaled_by, extent.customer_count, max_k)
        quality = qualities(points, models, scaled_by, extent.customer_count)
    finally:
        customers.unpersist()

    return features.sparkSession.createDataFrame(list(_rows(models, scaled_by, quality)), SCHEMA)


def _published_models(
    points: DataFrame, scaled_by: Sequence[Scale], customer_count: int, max_k: int
) -> list[list[Centre]]:
    columns = [scale.standardised for scale in scaled_by]
    tried = candidates(points, columns)
    partitions = -(-customer_count // ROWS_PER_PARTITION)
    # plain tuples: Spark 3.5's k-means takes no rows
    vectors = points.select(*columns).rdd.map(tuple).coalesce(partitions).cache()
    try:
        found = all_centres(vectors, tried, max_k=max_k, units=distance_units(customer_count))
    finally:
        vectors.unpersist()

    return [published(centres, scaled_by) for centres in found]


def _rows(
    models: Sequence[Sequence[Centre]],
    scaled_by: Sequence[Scale],
    quality: Mapping[int, Quality],
) -> Iterator[tuple[object, ...]]:
    deviations = [scale.deviation for scale in scaled_by]
    for centres in models:
        of_k = quality[len(centres)]
        for centre in centres:
            count = of_k.customer_counts.get(centre.centre_id, 0)
            yield (
                *(centre.k, centre.centre_id, *centre.place, *deviations),
                *(count, of_k.cost, of_k.silhouette),
            )


def _refuse_max_k(max_k: int) -> None:
    if not isinstance(max_k, int) or isinstance(max_k, bool) or not 1 <= max_k <= CANDIDATE_LIMIT:
        raise ClusteringInputError(
            f"max_k is {max_k!r}: give a whole number from 1 to {CANDIDATE_LIMIT}."
        )
