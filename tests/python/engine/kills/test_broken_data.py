"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

Raw tables that are broken as a whole: each stops the build before anything is published, and says
which table it was.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from pyspark.sql import Row, SparkSession
from torture import LONG
from two_tables import TABLES, TESTED, WHOLE
from workspace import Outcome, Workspace, copy_project

SCHEMA = "broken"
Rows = list[dict[str, str]]


@dataclass(frozen=True)
class Break:
    """What happens to one raw file, and the node that must stop the build."""

    name: str
    file: str
    change: Callable[[Rows], Rows]
    stopped_by: str
    sentence: str = ""


def every(**values: str | Callable[[str], str]) -> Callable[[Rows], Rows]:
    """A change of the same columns in every row."""

    def change(rows: Rows) -> Rows:
        return [
            row | {name: new(row[name]) if callable(new) else new for name, new in values.items()}
            for row in rows
        ]

    return change


def without(column: str) -> Callable[[Rows], Rows]:
    """The rows without one column."""
    return lambda rows: [{key: row[key] for key in row if key != column} for row in rows]


PROMO = "ods_customer_service_promo"
BREAKS = (
    Break(
        "no sends at all",
        f"{PROMO}_send",
        lambda rows: [],
        "mostly_accepted",
        f"ODS table {PROMO}_send is empty; load it anew",
    ),
    Break(
        "a column is gone",
        f"{PROMO}_send",
        without("send_time"),
        "stg_customer_service_promo_send",
        f"ODS table {PROMO}_send lacks column send_time: add it",
    ),
    Break(
        "times in a form that nobody agreed on",
        f"{PROMO}_send",
        every(send_time=lambda time: time.replace("-", "/")),
        "mostly_accepted",
        f"rows of ODS table {PROMO}_send only 0 were accepted: ",
    ),
    Break("all amounts negative", f"{PROMO}_send", every(promo_amount="-1.00"), "mostly_accepted"),
    Break("one key for all", f"{PROMO}_send", every(send_id="S1"), "mostly_accepted"),
    Break("uses of other sends", f"{PROMO}_use", every(send_id="none"), "mostly_accepted"),
    Break(
        "sends of another year",
        f"{PROMO}_send",
        every(send_time=lambda time: time.replace("2024", "2034")),
        "assert_sends_reach_the_as_of_date",
        "nothing is left to analyse: none of the ",
    ),
    Break("no activities", f"{PROMO}_activity", lambda rows: [], "mostly_accepted"),
    Break(
        "agents without a key",
        "ods_customer_service",
        every(customer_service_id=""),
        "mostly_accepted",
    ),
    Break(
        "activities without an end",
        f"{PROMO}_activity",
        without("end_time"),
        "stg_customer_service_promo_activity",
    ),
)
CHOSEN = BREAKS if LONG else BREAKS[:3]


@pytest.fixture(scope="module")
def published(workspace: Workspace, spark: SparkSession) -> dict[str, list[Row]]:
    """What people read before anything broke."""
    outcome = workspace.dbt("build", *TESTED, "--select", *WHOLE, schema=SCHEMA)
    assert outcome.success, outcome

    return read(spark)


def read(spark: SparkSession) -> dict[str, list[Row]]:
    """Every published row."""
    return {table: sorted(spark.table(f"{SCHEMA}_ads.{table}").collect()) for table in TABLES}


def broken(project: Path, damage: Break) -> Path:
    """The project with one raw file damaged."""
    (file,) = project.glob(f"seeds/*/{damage.file}.csv")
    before = list(csv.DictReader(io.StringIO(file.read_text("utf-8"))))
    after = damage.change(before)
    with file.open("w", encoding="utf-8", newline="") as text:
        writer = csv.DictWriter(text, fieldnames=list((after or before)[0]))
        writer.writeheader()
        writer.writerows(after)

    return project


@pytest.mark.parametrize("damage", CHOSEN, ids=lambda damage: damage.name)
def test_broken_data_is_not_published(
    damage: Break,
    workspace: Workspace,
    spark: SparkSession,
    published: dict[str, list[Row]],
    tmp_path: Path,
) -> None:
    project = broken(copy_project(tmp_path / "project"), damage)
    outcome: Outcome = workspace.dbt(
        "build", *TESTED, "--select", *WHOLE, schema=SCHEMA, project=project
    )

    assert not outcome.success
    stopped = outcome.named("fail", "error")
    named = [name for name in stopped if name.startswith(damage.stopped_by)]
    assert named, (stopped, outcome.error)
    assert any(damage.sentence in outcome.messages[name] for name in named), outcome.messages
    # nobody is sent to a table that the same failure kept from being built
    unbuilt = outcome.named("skipped")
    assert not [name for name in unbuilt for one in stopped if name in outcome.messages[one]]
    assert set(TABLES) & set(outcome.named("skipped"))
    assert read(spark) == published
