"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

One way to score in a process of its own: each line on the standard input is one run.

Answers each line with one line of JSON: wall (seconds), cpu (user and system seconds of this
process and the JVM under it), peak (megabytes, up to now).
"""

from __future__ import annotations

import json
import os
import sys
import time
from collections.abc import Callable
from importlib import import_module

from benchmarks.usage import peak_megabytes, processor_seconds

# imported one by one: a process has in memory only what it measures
ENGINES = {
    "Spark": ("benchmarks.scoring.spark_forms", "SparkForms"),
    "DuckDB": ("benchmarks.scoring.duckdb_forms", "DuckdbForms"),
    "polars": ("benchmarks.scoring.polars_forms", "PolarsForms"),
}


def main(engine: str, form: str, customers: str, output: str) -> None:
    """Run a form whenever a line comes in, until there are no more."""
    module, name = ENGINES[engine]
    forms: dict[str, Callable[[], None]] = getattr(import_module(module), name)(
        customers, output
    ).forms()
    # JSON alone on the standard output; what an engine prints goes where errors go
    answers = os.fdopen(os.dup(1), "w")
    os.dup2(2, 1)
    for _ in sys.stdin:
        cpu, started = processor_seconds(os.getpid()), time.perf_counter()
        forms[form]()
        answer = {
            "wall": time.perf_counter() - started,
            "cpu": processor_seconds(os.getpid()) - cpu,
            "peak": peak_megabytes(os.getpid()),
        }
        print(json.dumps(answer), file=answers, flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
