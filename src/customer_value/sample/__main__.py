"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

The command `python -m customer_value.sample`.
"""

import argparse
import os
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from customer_value.sample.plan import SamplePlan
from customer_value.sample.writing import FORMATS, write_sample


def add_plan_arguments(parser: argparse.ArgumentParser) -> None:
    """The options that decide what a sample holds, shared with the ODS loader."""
    default = SamplePlan()
    parser.add_argument(
        "--sends",
        type=int,
        default=default.sends,
        help="rows of the send table; the other areas grow with it",
    )
    parser.add_argument(
        "--days", type=int, default=default.days, help="calendar days up to --as-of"
    )
    parser.add_argument(
        "--as-of",
        type=date.fromisoformat,
        default=default.as_of,
        help="last full day; Online Retail keeps its own thirteen months",
    )
    parser.add_argument("--seed", type=int, default=default.seed)
    parser.add_argument(
        "--workers",
        type=int,
        default=os.cpu_count() or 1,
        help="processes; the files do not depend on it",
    )


def plan_from(arguments: argparse.Namespace) -> SamplePlan:
    """The plan that the options describe. Raises ValueError where they make no sense."""
    if arguments.workers < 1:
        raise ValueError(f"--workers is {arguments.workers}, but at least 1 process is needed.")
    return SamplePlan(arguments.sends, arguments.days, arguments.as_of, arguments.seed)


def main(argv: Sequence[str] | None = None) -> int:
    """Write the sample; the exit code is 2 where the arguments make no sense."""
    parser = argparse.ArgumentParser(
        prog="python -m customer_value.sample", description="Write a synthetic ODS."
    )
    add_plan_arguments(parser)
    parser.add_argument("--format", choices=FORMATS, default="csv")
    parser.add_argument("--out", type=Path, required=True, help="gets one folder per subject area")
    arguments = parser.parse_args(argv)
    try:
        plan = plan_from(arguments)
        folders = write_sample(plan, arguments.out, arguments.format, arguments.workers)
    except (ValueError, OSError) as problem:
        print(f"error: {problem}", file=sys.stderr)
        return 2
    for folder in folders:
        print(folder)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
