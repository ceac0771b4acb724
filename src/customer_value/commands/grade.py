"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

The command `python -m customer_value.commands.grade`: grades what is predicted of customers
on one data set, lifetime value and churn, and writes the grades beside those of the others.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

import pandas as pd

from customer_value.analytics.lifetime_value import LifetimeValueInputError
from customer_value.commands.common import (
    Project,
    add_project_options,
    project_from,
    run,
    write_whole,
)
from customer_value.errors import CommandError
from customer_value.model_cards.card import Card
from customer_value.model_cards.churn import graded_churn
from customer_value.model_cards.lifetime_value import graded
from customer_value.model_cards.page import PAGES, page_text
from customer_value.model_cards.purchase_days import COLUMNS, purchase_days, split
from customer_value.model_cards.record import (
    date_of,
    grades_of,
    grades_text,
    read_grades,
    with_new,
)
from customer_value.warehouse.connection import connected

GRADES = Path("docs/model_cards/grades.csv")
PAGE = Path("docs/model_cards/{task}.md")
READERS = {".parquet": pd.read_parquet, ".csv": pd.read_csv}


def main(argv: Sequence[str] | None = None) -> int:
    """Grade; 0 when the grades are written, 2 when something was wrong and nothing changed."""
    return run(_grade, _parser().parse_args(argv), "read the purchases")


def _grade(arguments: argparse.Namespace) -> None:
    project = project_from(arguments)
    until = date_of(arguments.until)
    for horizon in (arguments.horizon, arguments.churn_horizon):
        if horizon < 1:
            raise CommandError(f"The horizon is {horizon} days; give 1 or more.")
    log = _file(arguments) if arguments.log else _queried(project, arguments.query)
    days = purchase_days(log)
    try:
        cards = [
            graded(split(days, until, arguments.horizon)),
            graded_churn(days, until, arguments.churn_horizon),
        ]
    except LifetimeValueInputError as problem:
        raise CommandError(str(problem)) from None
    grades = read_grades(project.folder / GRADES)
    for card in cards:
        grades = with_new(grades, grades_of(arguments.name, card))
    for task in PAGES:
        page = project.folder / str(PAGE).format(task=task)
        write_whole(page, page_text(task, grades))
    write_whole(project.folder / GRADES, grades_text(grades))
    for card in cards:
        print(_said(arguments.name, card))


def _said(name: str, card: Card) -> str:
    results = [
        f"{'better' if gain.won else 'not better'} than {rival}"
        for rival, gain in card.rivals.items()
    ]

    return f"{name}, {card.task}: {card.customers:,} customers; ours is {', '.join(results)}."


def _file(arguments: argparse.Namespace) -> pd.DataFrame:
    file: Path = arguments.log
    if file.suffix not in READERS:
        raise CommandError(f"{file} is neither .parquet nor .csv.")
    if not file.exists():
        raise CommandError(f"There is no file {file}.")
    names = [name.strip() for name in arguments.columns.split(",")]
    if len(names) != len(COLUMNS):
        raise CommandError(
            f"--columns names {len(names)} columns; give those of {', '.join(COLUMNS)}, in this "
            "order."
        )
    rows: pd.DataFrame = READERS[file.suffix](file)
    missing = [name for name in names if name not in rows.columns]
    if missing:
        raise CommandError(
            f"{file} has no column {', '.join(missing)}; it has "
            f"{', '.join(map(str, rows.columns))}: name its own with --columns."
        )

    return rows[names].set_axis(list(COLUMNS), axis=1)


def _queried(project: Project, query: str) -> pd.DataFrame:
    with connected(project.folder, project.profiles, project.target) as asked:
        rows = [tuple(row) for row in asked(query)]
    if rows and len(rows[0]) != len(COLUMNS):
        raise CommandError(
            f"The query gives {len(rows[0])} columns; give {', '.join(COLUMNS)}, in this order."
        )

    return pd.DataFrame(rows, columns=list(COLUMNS))


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m customer_value.commands.grade",
        description="Grade predictions of lifetime value and churn on purchases not seen before.",
    )
    parser.add_argument("name", help="what the data set is called in the table")
    source = parser.add_mutually_exclusive_group(required=True)
    source.add_argument("--log", type=Path, help="a file of purchases, .parquet or .csv")
    source.add_argument(
        "--query", help=f"Spark SQL over the warehouse that gives {', '.join(COLUMNS)}"
    )
    parser.add_argument(
        "--columns",
        default=",".join(COLUMNS),
        help="the file's names of customer, day and amount (default: %(default)s)",
    )
    parser.add_argument("--until", required=True, help="the last day that is known, YYYY-MM-DD")
    parser.add_argument("--horizon", required=True, type=int, help="days after it to predict")
    parser.add_argument(
        "--churn-horizon",
        type=int,
        default=90,
        help="days without a purchase (default: %(default)s)",
    )
    add_project_options(parser)

    return parser


if __name__ == "__main__":
    raise SystemExit(main())
