"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

Scores the same customers in many ways, side by side: `python -m benchmarks.scoring`.
"""

from __future__ import annotations

import argparse
import json
import tempfile
from pathlib import Path

from benchmarks.page import around, write_between
from benchmarks.scoring.measure import WAYS, measure
from benchmarks.scoring.report import tables
from benchmarks.stored import stored_results

NAMES = [f"{engine} {form}" for engine, form in WAYS]

PAGE_PART = "scoring"


def main() -> None:
    """Measure each size in turn; print the tables, or write them into a page."""
    options = _options()
    if options.page:
        around(options.page, PAGE_PART)
    ways = [way for way, name in zip(WAYS, NAMES, strict=True) if name in (options.ways or NAMES)]
    with tempfile.TemporaryDirectory(prefix="scoring_") as scratch:
        folder = options.folder or Path(scratch)
        folder.mkdir(parents=True, exist_ok=True)
        stored = folder / "results.json"
        results = stored_results(stored)
        for size in options.sizes:
            results[size] = measure(size, options.rounds, folder, ways)
            stored.write_text(json.dumps(results), "utf-8")

    if options.page:
        write_between(options.page, PAGE_PART, tables(results))
    else:
        print(tables(results))


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.scoring", description=(__doc__ or "").splitlines()[-1]
    )
    parser.add_argument(
        *("--sizes", "-n"),
        nargs="+",
        type=lambda text: int(float(text)),
        default=[20_000, 200_000, 2_000_000],
        help="numbers of customers, for example 2e5 2e7 (default: 2e4 2e5 2e6)",
    )
    parser.add_argument("--rounds", type=int, default=5, help="counted runs of each way")
    parser.add_argument(
        "--ways", nargs="+", choices=NAMES, metavar="WAY", help=f"of: {', '.join(NAMES)}"
    )
    parser.add_argument(
        "--folder",
        type=Path,
        help="keeps customers, scores and results; a later call adds its sizes to the results",
    )
    parser.add_argument("--page", type=Path, help="write the tables between the marks of this page")

    return parser.parse_args()


if __name__ == "__main__":
    main()
