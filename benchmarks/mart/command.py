"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

Builds an area's whole mart at growing sizes, beside DuckDB: `python -m benchmarks.promo_mart`,
`python -m benchmarks.profile_mart`.
"""

from __future__ import annotations

import argparse
import json
import tempfile
from pathlib import Path

from benchmarks.mart.area import Area
from benchmarks.mart.measure import PARTS, measure_size
from benchmarks.mart.report import tables
from benchmarks.page import around, write_between
from benchmarks.stored import stored_results


def main(area: Area) -> None:
    """Measure each size in turn; print the tables, or write them into a page."""
    options = _options(area)
    if options.page:
        around(options.page, area.name)
    with tempfile.TemporaryDirectory(prefix=f"{area.name}_") as scratch:
        folder = (options.folder or Path(scratch)).resolve()
        folder.mkdir(parents=True, exist_ok=True)
        stored = folder / "results.json"
        results = stored_results(stored)
        for size in options.sizes:
            for figures in measure_size(area, size, folder, options.parts, options.keep):
                results[size] = {**results.get(size, {}), **figures}
                # a later part that fails takes nothing away from an earlier one
                stored.write_text(json.dumps(results), "utf-8")
                if options.page:
                    write_between(options.page, area.name, tables(area, results))

    if not options.page:
        print(tables(area, results))


def _options(area: Area) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog=f"python -m benchmarks.{area.name}",
        description=f"Builds {area.title} at growing sizes, beside DuckDB.",
    )
    parser.add_argument(
        *("--sizes", "-n"),
        nargs="+",
        type=lambda text: int(float(text)),
        default=[100_000, 1_000_000],
        help=f"numbers of {area.unit}, for example 1e5 1e7 (default: 1e5 1e6)",
    )
    parser.add_argument(
        "--parts",
        nargs="+",
        choices=PARTS,
        default=list(PARTS),
        help="mart: dbt run beside DuckDB; tested: dbt build; night: one more day, of"
        " night_summaries all but ADS (default: all)",
    )
    parser.add_argument(
        "--folder",
        type=Path,
        help="keeps raw tables and results; a later call adds its sizes to the results",
    )
    parser.add_argument("--keep", action="store_true", help="keep the last warehouse of a size too")
    parser.add_argument("--page", type=Path, help="write the tables between the marks of this page")

    return parser.parse_args()
