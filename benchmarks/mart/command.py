"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

Builds an area's whole mart at growing sizes, beside DuckDB: `python -m benchmarks.promo_mart`,
`python -m benchmarks.profile_mart`.
"""

from __future__ import annotations

import argparse
from functools import partial

from benchmarks.mart.area import Area
from benchmarks.mart.measure import PARTS, measure_size
from benchmarks.mart.report import tables
from benchmarks.sizes import add_size_options, kept_results


def main(area: Area) -> None:
    """Measure each size in turn; print the tables, or write them into a page."""
    options = _options(area)
    with kept_results(options, area.name, partial(tables, area)) as kept:
        for size in options.sizes:
            for figures in measure_size(area, size, kept.folder, options.parts, options.keep):
                kept.put(size, kept.results.get(size, {}) | figures)


def _options(area: Area) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog=f"python -m benchmarks.{area.name}",
        description=f"Builds {area.title} at growing sizes, beside DuckDB.",
    )
    add_size_options(parser, area.unit, [100_000, 1_000_000], "raw tables")
    parser.add_argument(
        "--parts",
        nargs="+",
        choices=PARTS,
        default=list(PARTS),
        help="mart: dbt run beside DuckDB; tested: dbt build; night: one more day, of"
        " night_summaries all but ADS (default: all)",
    )
    parser.add_argument("--keep", action="store_true", help="keep the last warehouse of a size too")

    return parser.parse_args()
