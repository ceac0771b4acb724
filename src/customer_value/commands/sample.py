"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

The command `python -m customer_value.sample`: writes a synthetic ODS.
"""

from __future__ import annotations

import argparse
import os
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from customer_value.areas import AREAS
from customer_value.commands.common import run
from customer_value.errors import CommandError
from customer_value.sample.plan import SamplePlan
from customer_value.sample.write_sample import FORMATS, write_sample


def main(argv: Sequence[str] | None = None) -> int:
    """Write the sample; 0 when it is written, 2 when the options make no sense."""
    parser = argparse.ArgumentParser(
        prog="python -m customer_value.sample", description="Write a synthetic ODS."
    )
    add_plan_options(parser)
    parser.add_argument("--format", choices=FORMATS, default="csv")
    parser.add_argument("--out", type=Path, required=True, help="gets one folder per subject area")

    return run(_write, parser.parse_args(argv), "write the sample")


def add_plan_options(parser: argparse.ArgumentParser) -> None:
    """The options that decide what a sample holds, shared with the command that loads one."""
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
        help="last full day; an area may keep dates of its own",
    )
    parser.add_argument("--seed", type=int, default=default.seed)
    parser.add_argument(
        "--workers",
        type=int,
        default=os.cpu_count() or 1,
        help="processes; the files do not depend on it",
    )


def write_areas(arguments: argparse.Namespace, out: Path, file_format: str) -> list[Path]:
    """Write every area's sample and return the folders. Raises CommandError for bad options."""
    if arguments.workers < 1:
        raise CommandError(f"--workers is {arguments.workers}, but at least 1 process is needed.")
    try:
        plan = SamplePlan(arguments.sends, arguments.days, arguments.as_of, arguments.seed)
    except ValueError as problem:
        raise CommandError(str(problem)) from None

    return write_sample([area.sample for area in AREAS], plan, out, file_format, arguments.workers)


def _write(arguments: argparse.Namespace) -> None:
    for folder in write_areas(arguments, arguments.out, arguments.format):
        print(folder)


if __name__ == "__main__":
    raise SystemExit(main())
