"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

The other world as its raw tables showed it over three nights: a row comes on the night of its day,
an order is not paid before it is, a contact is not solved before it is, and some rows come late.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta

from incremental_files import Files, Row, rows_of
from other_world import ABSENT, NIGHTS, WITH_SEEDS, build_models
from pyspark.sql import SparkSession
from workspace import Workspace

SCHEMA = "profile_nights"
LAST = len(NIGHTS) - 1
# of each raw table the time that says when a row comes; all rows of the others come at first
TIMES = {
    "ods_customer": "update_time",
    "ods_order": "order_time",
    "ods_refund": "refund_time",
    "ods_behavior_event": "event_timestamp",
    "ods_service_contact": "contact_time",
    "ods_review": "review_time",
    "ods_customer_relation": "create_time",
}
IN_FILES = (
    *("ods_order", "ods_order_item", "ods_refund"),
    *("ods_behavior_event", "ods_service_contact", "ods_review"),
)
# stories: who bought once, 5 days before the last night; whose only order, 10 days before it, was
# cancelled; who moved at the very second of an order; and who asks to be forgotten
LATE_ORDER, CANCELLED, LATE_VERSION, ERASED = (
    *("C80000106", "C80000105"),
    *("C80000403", "C80000508"),
)
STILL = (*ABSENT, "ods_product", "ods_sku", "ods_customer_service")
FACTS = (
    *("dwd_order", "dwd_order_item", "dwd_refund", "dwd_transaction_fact", "dwd_cart_recovery"),
    *("dwd_behavior_event_session", "dwd_behavior_fact", "dwd_service_fact", "dwd_review"),
    *("dwd_customer_history", "dwd_customer_profile_reject"),
)


@dataclass
class ProfileNights:
    """One warehouse, built night after night; `raw` are the rows as the last night shows them."""

    workspace: Workspace
    spark: SparkSession
    raw: Mapping[str, list[Row]]
    files: dict[str, Files] = field(default_factory=dict)
    # by table: each row as it is at the end, the copy of it that a night changes, and its night
    rows: dict[str, list[tuple[Row, Row, int]]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        late = {row["order_id"] for row in self.raw["ods_order"] if is_late("ods_order", row)}
        # a line comes with its order; those of the late one come first, and wait for it
        of_orders = {
            row["order_id"]: night_of("ods_order", row)
            for row in self.raw["ods_order"]
            if row["order_id"] not in late
        }
        for table, rows in self.raw.items():
            for row in rows:
                is_line = table == "ods_order_item"
                night = of_orders.get(row["order_id"], 0) if is_line else night_of(table, row)
                self.rows.setdefault(table, []).append((row, dict(row), night))

    def build(self, night: int) -> None:
        """Write what the raw tables show on a night, and build."""
        self.spark.sql(f"create schema if not exists {SCHEMA}_ods")
        for table, rows in self.rows.items():
            shown = [as_shown(table, *row, night) for row in rows if row[2] <= night]
            name, columns = f"{SCHEMA}_ods.{table}", list(self.raw[table][0])
            if table in IN_FILES:
                files = self.files.setdefault(table, Files(self.spark, name, first_files=2))
                files.write(shown, columns)
            elif night == 0 or any(came for _, _, came in rows):
                rows_of(self.spark, shown, columns).write.mode("overwrite").saveAsTable(name)
        # what no night changes stays as the first one built it
        still = [table.replace("ods_", layer) for table in STILL for layer in ("stg_", "dwd_")]
        further = (
            ("--exclude", "path:models/*/customer_service_promo", *still) if night else WITH_SEEDS
        )
        outcome = build_models(self.workspace, SCHEMA, NIGHTS[night], *further)
        assert outcome.success, (outcome.error, outcome.messages)


def is_late(table: str, row: Row) -> bool:
    """Whether a row comes on the last night, whatever its time."""
    if table == "ods_customer":
        return row["customer_id"] == LATE_VERSION and row["region_id"] == "R121"
    late = {"ods_order": LATE_ORDER, "ods_customer_erasure": ERASED}
    return table in late and row["customer_id"] == late[table]


def night_of(table: str, row: Row) -> int:
    """The night on which a row comes."""
    if is_late(table, row):
        return LAST
    moment = moment_of(row.get(TIMES.get(table, "")))
    if moment is None:
        return 0
    return sum(moment.date() > day for day in NIGHTS[:LAST])


def moment_of(text: str | None) -> datetime | None:
    """A raw time, without its zone; None where it is none."""
    try:
        return datetime.fromisoformat(text or "").replace(tzinfo=None)
    except ValueError:
        return None


def as_shown(table: str, final: Row, row: Row, _: int, night: int) -> Row:
    """The row that a night shows: always the same object, changed where the source has changed."""
    end = datetime.combine(NIGHTS[night] + timedelta(days=1), time())
    is_known = night == LAST
    if table == "ods_order":
        paid = moment_of(final["pay_time"])
        row["pay_time"] = final["pay_time"] if is_known or paid is None or paid < end else None
        if final["customer_id"] == CANCELLED:
            row["order_status"] = final["order_status"] if is_known else "已完成"
    if table == "ods_service_contact":
        begun, minutes = moment_of(final["contact_time"]), final["resolution_time"]
        if begun is not None and minutes is not None and minutes.isdecimal() and minutes.isascii():
            is_known = is_known or begun + timedelta(minutes=int(minutes)) < end
            row["resolution_time"] = minutes if is_known else None
    return row


def stored_rows(spark: SparkSession, schema: str, table: str, on: date | None) -> Counter[str]:
    """The rows of a table as text, each as often as it occurs; of a dated one those of a date."""
    rows = spark.table(f"{schema}_{table[:3]}.{table}").drop("partition_fingerprint")
    if "as_of_date" in rows.columns and on is not None:
        rows = rows.where(rows.as_of_date == on)
    return Counter(str(sorted(row.asDict().items())) for row in rows.collect())
