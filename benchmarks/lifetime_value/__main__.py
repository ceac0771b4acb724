"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

Fits and predicts lifetime value for the same customers on Spark and in one process of numpy and
scipy: `python -m benchmarks.lifetime_value`.
"""

from __future__ import annotations

import argparse
import sys
from dataclasses import asdict
from pathlib import Path
from typing import Any

import duckdb

from benchmarks.lifetime_value.customers import write_customers
from benchmarks.lifetime_value.ways import WAYS
from benchmarks.measured import measure, say
from benchmarks.page import machine
from benchmarks.sizes import add_size_options, kept_results

PAGE_PART = "lifetime_value"
# parameters of the two ways agree to some digits only: means are counted together on Spark
FAR = 0.005


def main() -> None:
    """Measure each size in turn; print the table, or write it into a page."""
    options = _options()
    with kept_results(options, PAGE_PART, table) as kept:
        for size in options.sizes:
            found = _measured(size, kept.folder, options.ways)
            kept.put(size, kept.results.get(size, {}) | found)


def _measured(size: int, folder: Path, ways: list[str]) -> dict[str, Any]:
    customers = folder / f"customers_{size}.parquet"
    if not customers.exists():
        say(f"{size:,} customers are drawn")
        write_customers(size, customers)
    result: dict[str, Any] = {}
    outputs = {way: folder / f"predicted_{size}_{number}" for number, way in enumerate(WAYS)}
    for way in ways:
        say(f"{size:,} customers: {way}")
        command = [sys.executable, "-m", "benchmarks.lifetime_value.ways"]
        used = measure([*command, way, str(customers), str(outputs[way])], folder / "log", {})
        result[way] = asdict(used)
    if set(ways) == set(WAYS):
        result["differ"] = _differing(*(outputs[way] for way in WAYS))

    return result


def _differing(ours: Path, theirs: Path) -> int:
    """Customers of whom the two ways predict amounts that are further apart than half a percent
    and a cent, or whom one of them lacks.
    """
    amounts = ("predicted_amount", "low_amount", "high_amount")
    far = " or ".join(
        f"abs(ours.{name}::double - theirs.{name}) > greatest(0.011, {FAR} * theirs.{name})"
        for name in amounts
    )
    ((count,),) = duckdb.execute(
        f"""
        select count(*) from read_parquet('{ours}/*.parquet') as ours
        full join read_parquet('{theirs}') as theirs using (customer_id)
        where ours.age_days is null or theirs.predicted_amount is null or {far}
        """
    ).fetchall()

    return int(count)


def table(results: dict[int, Any]) -> str:
    """The results as Markdown."""
    lines = [
        machine(["pyspark", "numpy", "scipy"]),
        "",
        "| customers | way | wall s | CPU s | peak MB | customers that differ |",
        "|---:|---|---:|---:|---:|---:|",
    ]
    for size in sorted(results):
        result = results[size]
        for way in (way for way in WAYS if way in result):
            used = result[way]
            differ = f"{result['differ']:,}" if "differ" in result and way != "Spark" else ""
            lines.append(
                f"| {size:,} | {way} | {used['wall']:,.0f} | {used['cpu']:,.0f} "
                f"| {used['peak']:,.0f} | {differ} |"
            )

    return "\n".join(lines)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.lifetime_value", description="Fit and predict lifetime value."
    )
    add_size_options(parser, "customers", [100_000, 1_000_000], "customers")
    parser.add_argument("--ways", nargs="+", choices=list(WAYS), default=list(WAYS), metavar="WAY")

    return parser.parse_args()


if __name__ == "__main__":
    main()
