"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

Customers in, k-means models out: the centres for every k, and how good each k is.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from pyspark.sql import DataFrame

from customer_value.analytics.clustering.centres import Centre, published, settled
from customer_value.analytics.clustering.errors import ClusteringInputError
from customer_value.analytics.clustering.features import Columns, checked_extent, feature_doubles
from customer_value.analytics.clustering.quality import Quality, qualities
from customer_value.analytics.clustering.scaling import (
    Scale,
    distance_units,
    scales,
    with_standardised,
)
from customer_value.analytics.clustering.search import starts
from customer_value.analytics.clustering.session import refuse_session
from customer_value.analytics.clustering.sketch import sketch_of

SCHEMA = """
    k int, centre_id int, feature string, centre double, scale double,
    customer_count bigint, cost decimal(28,6), silhouette decimal(9,6)
"""

LARGEST_K = 100

# k-means runs as one job per iteration; with partitions of so few customers a job costs more than
# its work
ROWS_PER_PARTITION = 25_000


def cluster_models(
    customers: DataFrame, *, key: str, features: Sequence[str], max_k: int = 10
) -> DataFrame:
    """One row per k (1 … max_k, at most the number of distinct points), cluster and feature.

    customers: one row per customer with the column `key` and the columns `features`, numbers of any
    scale. They are cached for the call.

    Returns k int, centre_id int (0 … k - 1, ordered by the centre of the last feature, then of the
    one before it, and so on), feature string, centre double (in units of the feature), scale double
    (sample standard deviation of the feature, 1 where it has no spread; the same for all centres),
    customer_count bigint (of that k and centre), cost decimal(28,6) (of that k: sum of squared
    standardised distances) and silhouette decimal(9,6) (of that k, squared Euclidean; null with
    fewer than two clusters). Counts, cost and silhouette are those of the centres as returned, each
    customer being with the centre of the least sum of ((value - centre) / scale)², added in the
    order of `features`, ties with the lowest centre_id, all computed in double.

    The starts come from a search on a bounded sketch of the customers (see `search`), the centres
    from Spark's k-means over all of them where they are more than the sketch holds: no seed, and
    the same rows whatever the order of the rows, the partitions and the number of threads.

    Raises ClusteringInputError for features that name no column, a column twice or the key, a
    missing or non-numeric column, nulls, values that are not finite, a key that is there twice,
    fewer than two customers, a max_k outside 1 … 100, data frames of Spark Connect, which has no
    RDDs, and Python workers without numpy.
    """
    _refuse_max_k(max_k)
    refuse_session(customers)
    columns = Columns(key, tuple(features))
    values = feature_doubles(customers, columns).cache()
    try:
        extent = checked_extent(values, columns)
        scaled_by = scales(values, extent)
        points = with_standardised(values, scaled_by, extent)
        models = _published_models(points, scaled_by, key, extent.customer_count, max_k)
        quality = qualities(points, models, scaled_by, extent.customer_count)
    finally:
        values.unpersist()

    return customers.sparkSession.createDataFrame(list(_rows(models, scaled_by, quality)), SCHEMA)


def _published_models(
    points: DataFrame, scaled_by: Sequence[Scale], key: str, customer_count: int, max_k: int
) -> list[list[Centre]]:
    columns = [scale.standardised for scale in scaled_by]
    units = distance_units(customer_count, len(columns))
    sketch = sketch_of(points, columns, key)
    found = starts(sketch, max_k=max_k, units=units)
    if sketch.is_whole:
        # the search has seen every customer: its centres stand still already
        return [published(centres.tolist(), scaled_by) for centres in found]

    partitions = -(-customer_count // ROWS_PER_PARTITION)
    # plain tuples: Spark 3.5's k-means takes no rows
    vectors = points.select(*columns).rdd.map(tuple).coalesce(partitions).cache()
    try:
        return [published(settled(vectors, start), scaled_by) for start in found]
    finally:
        vectors.unpersist()


def _rows(
    models: Sequence[Sequence[Centre]],
    scaled_by: Sequence[Scale],
    quality: Mapping[int, Quality],
) -> Iterator[tuple[object, ...]]:
    for centres in models:
        of_k = quality[len(centres)]
        for centre in centres:
            count = of_k.customer_counts.get(centre.centre_id, 0)
            for value, scale in zip(centre.place, scaled_by, strict=True):
                yield (
                    *(centre.k, centre.centre_id, scale.feature, value, scale.deviation),
                    *(count, of_k.cost, of_k.silhouette),
                )


def _refuse_max_k(max_k: int) -> None:
    if not isinstance(max_k, int) or isinstance(max_k, bool) or not 1 <= max_k <= LARGEST_K:
        raise ClusteringInputError(
            f"max_k is {max_k!r}: give a whole number from 1 to {LARGEST_K}."
        )
