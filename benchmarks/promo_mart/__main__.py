"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

Builds the promotion mart at growing sizes, beside DuckDB: `python -m benchmarks.promo_mart`.
"""

from __future__ import annotations

import argparse
import json
import tempfile
from pathlib import Path

from benchmarks.page import around, write_between
from benchmarks.promo_mart.measure import PARTS, measure_size
from benchmarks.promo_mart.report import tables
from benchmarks.stored import stored_results

PAGE_PART = "promo_mart"


def main() -> None:
    """Measure each size in turn; print the tables, or write them into a page."""
    options = _options()
    if options.page:
        around(options.page, PAGE_PART)
    with tempfile.TemporaryDirectory(prefix="promo_mart_") as scratch:
        folder = (options.folder or Path(scratch)).resolve()
        folder.mkdir(parents=True, exist_ok=True)
        stored = folder / "results.json"
        results = stored_results(stored)
        for size in options.sizes:
            for figures in measure_size(size, folder, options.parts, options.keep):
                results[size] = {**results.get(size, {}), **figures}
                # a later part that fails takes nothing away from an earlier one
                stored.write_text(json.dumps(results), "utf-8")
                if options.page:
                    write_between(options.page, PAGE_PART, tables(results))

    if not options.page:
        print(tables(results))


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.promo_mart", description=(__doc__ or "").splitlines()[-1]
    )
    parser.add_argument(
        *("--sizes", "-n"),
        nargs="+",
        type=lambda text: int(float(text)),
        default=[100_000, 1_000_000],
        help="numbers of sends, for example 1e5 1e7 (default: 1e5 1e6)",
    )
    parser.add_argument(
        "--parts",
        nargs="+",
        choices=PARTS,
        default=list(PARTS),
        help="mart: dbt run beside DuckDB; tested: dbt build; night: one more day (default: all)",
    )
    parser.add_argument(
        "--folder",
        type=Path,
        help="keeps raw tables and results; a later call adds its sizes to the results",
    )
    parser.add_argument("--keep", action="store_true", help="keep the last warehouse of a size too")
    parser.add_argument("--page", type=Path, help="write the tables between the marks of this page")

    return parser.parse_args()


if __name__ == "__main__":
    main()
