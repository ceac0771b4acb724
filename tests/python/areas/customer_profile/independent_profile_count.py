"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

Counts the rejects and warnings of a sample's customer profile from its files alone, by SQL that was
written from the rules and not from the generator.
"""

import re
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any

import duckdb
from independent_count import TIME

# Per table: columns in order as name[:type[,lowest,highest]][!] where ! means required and 18.2 a
# number of 18 digits with 2 places; the key; the column that tells versions of a key apart.
PROFILE_TABLES: dict[str, tuple[str, str, str | None]] = {
    "ods_customer": (
        "customer_id customer_type industry company_size credit_rating region_id declared_channel"
        " eco_friendly:flag follower_count:int marketing_consent:flag profiling_consent:flag"
        " register_time:time update_time:time!",
        "customer_id update_time",
        None,
    ),
    "ods_customer_declared_attribute": (
        "customer_id attribute_name attribute_value",
        "customer_id attribute_name",
        None,
    ),
    "ods_region": (
        "region_id region_name region_level parent_region_id grid_row:int grid_column:int",
        "region_id",
        None,
    ),
    "ods_channel": (
        "channel_id channel_name channel_type terminal is_self_service:flag",
        "channel_id",
        None,
    ),
    "ods_order": (
        "order_id customer_id! channel_id order_time:time! pay_time:time payment_method"
        " order_status",
        "order_id",
        "order_time",
    ),
    "ods_order_item": (
        "order_item_id order_id! product_id! sku_id quantity:int! unit_price:18.2"
        " discount_amount:18.2 amount:18.2!",
        "order_item_id",
        None,
    ),
    "ods_refund": (
        "refund_id order_item_id! refund_time:time! refund_amount:18.2! refund_reason",
        "refund_id",
        "refund_time",
    ),
    "ods_behavior_event": (
        "event_id session_id customer_id device_fingerprint event_type! event_timestamp:time!"
        " page_duration:int scroll_depth:3.2,0,1 product_id channel_id",
        "event_id",
        "event_timestamp",
    ),
    "ods_service_contact": (
        "service_id customer_id contact_type contact_source issue_category contact_time:time!"
        " resolution_time:int nps_score:int,0,10 escalation_level:int product_id order_id"
        " transcript",
        "service_id",
        "contact_time",
    ),
    "ods_review": (
        "review_id customer_id product_id! order_item_id review_time:time! rating:int,1,5!"
        " review_text",
        "review_id",
        "review_time",
    ),
    "ods_customer_relation": (
        "customer_id related_customer_id relation_type consent:flag create_time:time",
        "customer_id related_customer_id relation_type",
        None,
    ),
    "ods_marketing_assignment": (
        "assignment_id campaign_id! customer_id! arm! assign_time:time! cost:18.2",
        "assignment_id",
        "assign_time",
    ),
    "ods_recommendation_log": (
        "impression_id customer_id! product_id! position:int,1,! policy! propensity:7.6,0,1"
        " shown_time:time! clicked:flag ordered:flag",
        "impression_id",
        "shown_time",
    ),
}
# shared with the other areas, which count it
ERASURE = ("customer_id request_time:time!", "customer_id", None)
# the document's VARCHAR(n)
_LONGEST = {
    "customer": "customer_id 20 customer_type 20 industry 50 company_size 20 credit_rating 5",
    "order": "customer_id 20 channel_id 10 payment_method 20",
    "order_item": "product_id 20",
    "behavior_event": "session_id 40 customer_id 20 event_type 30",
    "service_contact": "customer_id 20 contact_type 20 issue_category 50",
}
_KNOWN = {
    "order_of_unknown_customer": ("order", "customer_id", "customer"),
    "event_of_unknown_customer": ("behavior_event", "customer_id", "customer"),
    "contact_of_unknown_customer": ("service_contact", "customer_id", "customer"),
    "customer_of_unknown_region": ("customer", "region_id", "region"),
    "order_of_unknown_channel": ("order", "channel_id", "channel"),
    "event_of_unknown_channel": ("behavior_event", "channel_id", "channel"),
    "line_of_unknown_product": ("order_item", "product_id", "product"),
    "event_of_unknown_product": ("behavior_event", "product_id", "product"),
    "contact_of_unknown_product": ("service_contact", "product_id", "product"),
    "review_of_unknown_product": ("review", "product_id", "product"),
    "line_of_unknown_sku": ("order_item", "sku_id", "sku"),
    "order_without_lines": ("order", "order_id", "order_item"),
}
_EVENT_TYPES = "page_view login search favorite compare add_to_cart share order"


def count_profile_defects(sample: Path) -> dict[str, Any]:
    """`tables` and `warnings` in the form of a manifest, counted from the CSV or Parquet files of a
    sample.
    """
    database = _judged(sample)
    return {
        "tables": {table: _counts(database, table) for table in PROFILE_TABLES},
        "warnings": {kind: n for kind, n in sorted(_warnings(database).items()) if n},
    }


def broken_records(sample: Path, as_of: date) -> set[tuple[str, str]]:
    """Customer and rule of each defect of the customers' records at the end of a day, as far as the
    record alone and the first order show it; those who asked to be erased have no record.
    """
    return set(
        _judged(sample)
        .execute(
            """
            with versions as (
                select *, update_time::timestamp as updated, register_time::timestamp as registered,
                    row_number() over (partition by customer_id order by update_time::timestamp)
                    as number
                from judged_ods_customer where reason is null
            ),
            valid as (
                select * from versions
                where updated < $end or (number = 1 and coalesce(registered < $end, true))
                qualify row_number() over (partition by customer_id order by updated desc) = 1
            ),
            record as (
                select *, customer_type = '企业' as is_company, customer_type = '个人' as is_person,
                    (select min(order_time::timestamp::date) from judged_ods_order as o
                    where o.reason is null and o.customer_id = valid.customer_id
                    and o.order_time::timestamp < $end) as first_order
                from valid where customer_id not in (
                    select customer_id from judged_ods_customer_erasure where reason is null
                )
            )
            select customer_id, 'industry_missing' from record where is_company and industry is null
            union all
            select customer_id, 'company_size_missing' from record
            where is_company and company_size is null
            union all
            select customer_id, 'person_with_company_fields' from record
            where is_person and (industry is not null or company_size is not null)
            union all
            select customer_id, 'customer_type_unknown' from record
            where not coalesce(is_company or is_person, false)
            union all
            select customer_id, 'region_missing' from record where region_id is null
            union all
            select customer_id, 'region_unknown' from record where region_id not in (
                select region_id from judged_ods_region where reason is null
            )
            union all
            select customer_id, 'register_time_missing' from record where register_time is null
            union all
            select customer_id, 'ordered_before_registration' from record
            where first_order < registered::date
            """,
            {"end": datetime.combine(as_of + timedelta(days=1), time())},
        )
        .fetchall()
    )


def _judged(sample: Path) -> duckdb.DuckDBPyConnection:
    """A database with every row of the sample and the reason why it is refused, if it is."""
    database = duckdb.connect()
    for table, specification in PROFILE_TABLES.items():
        _judge(database, table, _source(sample, "customer_profile", table), specification)
    erasures = "ods_customer_erasure"
    _judge(database, erasures, _source(sample, "shared", erasures), ERASURE)
    _orphans(database, "order_item", "order_id", "order", "unknown_order")
    _orphans(database, "refund", "order_item_id", "order_item", "unknown_order_item")
    _refuse_refunds_above_the_line(database)
    for name in ("product", "sku"):
        source = _source(sample, "shared", f"ods_{name}")
        database.execute(
            f"create table judged_ods_{name} as select *, null as reason from {source}"
        )
    return database


def _source(sample: Path, area: str, table: str) -> str:
    csv = sample / area / f"{table}.csv"
    if csv.exists():
        return f"read_csv('{csv}', header = true, all_varchar = true, quote = '\"', escape = '\"')"
    return f"read_parquet('{sample}/{area}/{table}/*.parquet')"


def _judge(
    database: duckdb.DuckDBPyConnection,
    table: str,
    source: str,
    specification: tuple[str, str, str | None],
) -> None:
    columns, key, version = specification
    names = [re.split("[:!]", column)[0] for column in columns.split()]
    found = [row[0] for row in database.execute(f"describe select * from {source}").fetchall()]
    assert found == names
    words = ", ".join(f"nullif({name}, 'NaN') as {name}" for name in names)
    defects = ", ".join(_defect(column, key.split()) for column in columns.split())
    newest = [f"try_cast({version} as timestamp) desc nulls last"] if version else []
    order = ", ".join(newest + [f"{name} desc nulls last" for name in names])
    read = f"(select {words} from {source})"
    database.execute(
        f"""
        create table judged_{table} as
        with checked as (select *, coalesce({defects}) as defect from {read}),
        ranked as (
            select *, row_number() over (
                partition by {", ".join(key.split())}, defect is null order by {order}
            ) as version from checked
        )
        select *, case
            when defect is not null then defect when version > 1 then 'duplicate_key'
        end as reason from ranked
        """
    )


def _defect(column: str, key: list[str]) -> str:
    name, _, kind = column.rstrip("!").partition(":")
    kind, *bounds = kind.split(",")
    cases = []
    if name in key and name != "update_time":
        cases.append((f"{name} is null", "missing_key"))
    if column.endswith("!"):
        cases.append((f"{name} is null", "missing_value"))
    if kind == "time":
        unreadable = f"{name} is not null and try_cast({name} as timestamp) is null"
        bad = f"not regexp_matches({name}, '{TIME}') or ({unreadable})"
        cases.append((bad, "unparseable_value"))
        cases.append((f"left({name}, 4) not between '1970' and '2100'", "time_out_of_range"))
    elif kind == "flag":
        cases.append((f"{name} not in ('true', 'false')", "unparseable_value"))
    elif kind:
        digits, _, places = kind.partition(".")
        whole = int(digits) - int(places) if places else 10
        form = rf"^-?[0-9]{{1,{whole}}}" + (rf"(\.[0-9]{{1,{places}}})?$" if places else "$")
        cases.append((f"not regexp_matches({name}, '{form}')", "unparseable_value"))
        cases.append((f"starts_with({name}, '-')", "negative_amount"))
        for bound, sign in zip(bounds, "<>", strict=False):
            if bound:
                cases.append((f"try_cast({name} as double) {sign} {bound}", "out_of_range"))
    whens = " ".join(f"when {condition} then '{reason}'" for condition, reason in cases)
    return f"case {whens} end" if cases else "null"


def _orphans(
    database: duckdb.DuckDBPyConnection, table: str, column: str, parent: str, reason: str
) -> None:
    database.execute(
        f"""
        update judged_ods_{table} set reason = '{reason}' where reason is null
        and {column} not in (select {column} from judged_ods_{parent} where reason is null)
        """
    )


def _refuse_refunds_above_the_line(database: duckdb.DuckDBPyConnection) -> None:
    """The first refund that takes the sum above the line, and all that follow it."""
    database.execute(
        """
        update judged_ods_refund set reason = 'refund_above_amount' where reason is null
        and refund_id in (
            select refund_id from (
                select refund_id, amount::decimal(18, 2) as amount,
                    sum(refund_amount::decimal(18, 2)) over (
                        partition by order_item_id order by refund_time::timestamp, refund_id
                    ) as refunded
                from judged_ods_refund as refund
                join judged_ods_order_item as line using (order_item_id)
                where refund.reason is null and line.reason is null
            ) where refunded > amount
        )
        """
    )


def _counts(database: duckdb.DuckDBPyConnection, table: str) -> dict[str, Any]:
    query = f"select reason, count(*) from judged_{table} group by reason"
    by_reason = dict(database.execute(query).fetchall())
    kept = by_reason.pop(None, 0)
    return {
        "rows": kept + sum(by_reason.values()),
        "kept": kept,
        "rejected": dict(sorted(by_reason.items())),
    }


def _warnings(database: duckdb.DuckDBPyConnection) -> dict[str, int]:
    queries = {
        kind: f"from judged_ods_{table} where reason is null and {column} is not null and {column}"
        f" not in (select {column} from judged_ods_{other} where reason is null"
        f" and {column} is not null)"
        for kind, (table, column, other) in _KNOWN.items()
    }
    types = ", ".join(f"'{name}'" for name in _EVENT_TYPES.split())
    queries["unknown_event_type"] = (
        f"from judged_ods_behavior_event where reason is null and event_type not in ({types})"
    )
    lengths = [
        f"select {column} from judged_ods_{table} where reason is null"
        f" and length({column}) > {longest}"
        for table, columns in _LONGEST.items()
        for column, longest in zip(*[iter(columns.split())] * 2, strict=True)
    ]
    queries["value_longer_than_the_document"] = f"from ({' union all '.join(lengths)})"
    counts = {}
    for kind, query in queries.items():
        row = database.execute(f"select count(*) {query}").fetchone()
        assert row is not None
        counts[kind] = int(row[0])
    return counts
