"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

Rows that the data-quality page reads: counts of accepted and rejected rows, and dbt's test results.
An area that has such counts names its table in a subclass.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import ClassVar

from customer_value.site.page_rows import AdsRow


@dataclass(frozen=True)
class RowCount(AdsRow):
    """A raw table: rows in, kept and rejected, and its newest event up to the as-of date."""

    KEYS: ClassVar[tuple[str, ...]] = ("source_table",)

    source_table: str
    raw_row_count: int
    kept_count: int
    rejected_count: int
    rejected_share: Decimal | None
    newest_date: str | None
    days_behind: int | None


@dataclass(frozen=True)
class RejectReason(AdsRow):
    """Rows of a raw table that were rejected for one reason in one column, and one of their values
    (None where there is nothing to show).
    """

    KEYS: ClassVar[tuple[str, ...]] = (
        "rejected_count desc",
        "source_table",
        "reject_reason",
        "reject_column",
    )

    source_table: str
    reject_reason: str
    reject_column: str | None
    rejected_count: int
    example_value: str | None


@dataclass(frozen=True)
class CheckResult:
    """What a dbt test of the last run ended with; failures = rows that it found.

    rule = the generic test that it is (known_in, unique_grain, …), unit_test, or singular.
    conserved_table = the raw table whose rows in = kept + rejected the test proves, else None.
    """

    name: str
    table: str
    rule: str
    description: str
    status: str
    failures: int
    conserved_table: str | None = None


@dataclass(frozen=True)
class CheckRun:
    """The dbt command that the test results are of, and when it started."""

    command: str
    started_at: str
