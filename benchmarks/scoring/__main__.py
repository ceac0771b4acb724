"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

Scores the same customers in many ways, side by side: `python -m benchmarks.scoring`.
"""

from __future__ import annotations

import argparse

from benchmarks.scoring.measure import WAYS, measure
from benchmarks.scoring.report import tables
from benchmarks.sizes import add_size_options, kept_results

NAMES = [f"{engine} {form}" for engine, form in WAYS]

PAGE_PART = "scoring"


def main() -> None:
    """Measure each size in turn; print the tables, or write them into a page."""
    options = _options()
    ways = [way for way, name in zip(WAYS, NAMES, strict=True) if name in (options.ways or NAMES)]
    with kept_results(options, PAGE_PART, tables) as kept:
        for size in options.sizes:
            kept.put(size, measure(size, options.rounds, kept.folder, ways))


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.scoring", description=(__doc__ or "").splitlines()[-1]
    )
    add_size_options(parser, "customers", [20_000, 200_000, 2_000_000], "customers, scores")
    parser.add_argument("--rounds", type=int, default=5, help="counted runs of each way")
    parser.add_argument(
        "--ways", nargs="+", choices=NAMES, metavar="WAY", help=f"of: {', '.join(NAMES)}"
    )

    return parser.parse_args()


if __name__ == "__main__":
    main()
