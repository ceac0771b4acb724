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
    parser.add_argument(
        "--truth",
        type=Path,
        help="gets what is behind the sample and in no raw table, for tests and grading",
    )

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
        "--customers",
        type=int,
        default=default.customers,
        help="customers in the pool of all areas; two for five sends where it is not given",
    )
    parser.add_argument(
        "--events-per-order",
        type=int,
        default=default.events_per_order,
        help="how much customers look around: about so many events per order",
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
    samples = [area.sample for area in AREAS]
    return write_sample(samples, _plan(arguments), out, file_format, arguments.workers)


def _plan(arguments: argparse.Namespace) -> SamplePlan:
    if arguments.workers < 1:
        raise CommandError(f"--workers is {arguments.workers}, but at least 1 process is needed.")
    try:
        return SamplePlan(
            sends=arguments.sends,
            customers=arguments.customers,
            events_per_order=arguments.events_per_order,
            days=arguments.days,
            as_of=arguments.as_of,
            seed=arguments.seed,
        )
    except ValueError as problem:
        raise CommandError(str(problem)) from None


def _write(arguments: argparse.Namespace) -> None:
    truth: Path | None = arguments.truth
    if truth is not None:
        _refuse_raw_tables(truth, arguments.out)
    folders = write_areas(arguments, arguments.out, arguments.format)
    if truth is not None:
        truths = [area.sample.truth for area in AREAS if area.sample.truth is not None]
        plan = _plan(arguments)
        folders += write_sample(truths, plan, truth, arguments.format, arguments.workers)
    for folder in folders:
        print(folder)


def _refuse_raw_tables(truth: Path, out: Path) -> None:
    """Raise CommandError where the truth would lie among raw tables, which models read."""
    beside = truth.resolve() == out.resolve() or out.resolve() in truth.resolve().parents
    if beside or any(truth.glob("*/ods_*")):
        raise CommandError(
            f"--truth is {truth}, where raw tables are or will be; models must not meet the truth:"
            " name another folder."
        )


if __name__ == "__main__":
    raise SystemExit(main())
