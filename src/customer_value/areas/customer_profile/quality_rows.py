"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

Rows that this area adds to the page on data quality.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import ClassVar

from customer_value.areas.customer_profile.rows import PREFIX
from customer_value.site import quality_rows
from customer_value.site.page_rows import AdsRow


@dataclass(frozen=True)
class ProfileRowCount(quality_rows.RowCount):
    """A raw table of this area."""

    TABLE: ClassVar[str] = PREFIX + "row_count"


@dataclass(frozen=True)
class ProfileReject(quality_rows.RejectReason):
    """Rejected rows of this area."""

    TABLE: ClassVar[str] = PREFIX + "reject_reason"


@dataclass(frozen=True)
class Coverage(AdsRow):
    """A field of the document: rows to which it applies, and with a value. coverage_share is a part
    of 1, None where it applies to no row.
    """

    TABLE: ClassVar[str] = PREFIX + "coverage"
    KEYS: ClassVar[tuple[str, ...]] = ("coverage_share", "field_order")

    document_table: str
    document_column: str
    applies_to: str
    applicable_count: int
    filled_count: int
    coverage_share: Decimal | None
    is_tested: bool
    is_covered: bool


@dataclass(frozen=True)
class LedgerLine(AdsRow):
    """A line of the population's ledger on a stored date: ids in, excluded, in the population."""

    TABLE: ClassVar[str] = PREFIX + "population_ledger"
    KEYS: ClassVar[tuple[str, ...]] = ("as_of_date", "line_order")

    as_of_date: str
    side: str
    line_code: str
    id_count: int


@dataclass(frozen=True)
class QualitySummary(AdsRow):
    """A rule on customers' records and how many break it; rule_code is None for 数据完整."""

    TABLE: ClassVar[str] = PREFIX + "quality_summary"
    KEYS: ClassVar[tuple[str, ...]] = ("rule_order",)

    rule_code: str | None
    rule_name: str
    rule_name_english: str
    rule_text: str
    rule_text_english: str
    customer_count: int
    customer_share: Decimal | None


@dataclass(frozen=True)
class ProfileReconciliation(AdsRow):
    """One measure of sales, counted without layers and summed over those of one kind."""

    TABLE: ClassVar[str] = PREFIX + "reconciliation"
    KEYS: ClassVar[tuple[str, ...]] = ("layer", "measure")

    layer: str
    measure: str
    unlayered_total: Decimal
    layered_total: Decimal
    difference: Decimal


@dataclass(frozen=True)
class Restatement(AdsRow):
    """A stored date whose numbers were built anew, and why, newest first; restated_at and
    customer_count are None where they would change and were not built anew yet.
    """

    DETAIL: ClassVar[bool] = True
    TABLE: ClassVar[str] = PREFIX + "restatement"
    KEYS: ClassVar[tuple[str, ...]] = (
        "restated_at desc",
        "as_of_date desc",
        "source_table",
        "cause",
    )

    restated_at: str | None
    as_of_date: str
    source_table: str
    cause: str
    customer_count: int | None
