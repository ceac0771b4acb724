"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

What docs/performance.md advises for large builds; the profiles' defaults are for small ones.
"""

from __future__ import annotations

from collections.abc import Mapping

LARGE = 1_000_000
FOR_LARGE: Mapping[str, str] = {
    # ten times the JVM's own thresholds: a build is full of loops that are compiled and soon over
    "SPARK_DRIVER_JAVA_OPTIONS": "-XX:+UseParallelGC -XX:ReservedCodeCacheSize=512m"
    " -XX:Tier4InvocationThreshold=50000 -XX:Tier4MinInvocationThreshold=6000"
    " -XX:Tier4CompileThreshold=150000 -XX:Tier4BackEdgeThreshold=400000",
    "SPARK_DRIVER_MEMORY": "8g",
    "SPARK_SHUFFLE_PARTITIONS": "8",
    "SPARK_HASH_JOIN_THRESHOLD": "128m",
}
# both areas keep by day what they know of a run
RUNS_OWN_COLUMNS: Mapping[str, str] = {
    "etl_load_time": "when the run started",
    "partition_fingerprint": "from what the run wrote a partition, by a hash that DuckDB has not",
}
