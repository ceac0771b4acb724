"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

Counts a sample's rejects and warnings from its files alone, by SQL that was written from the rules
and not from the generator.
"""

from pathlib import Path
from typing import Any

import duckdb

DECIMAL = r"^-?[0-9]+(\.[0-9]{1,2})?$"
INTEGER = r"^-?[0-9]+$"
TIME = (
    r"^[0-9]{4}-[0-9]{2}-[0-9]{2}"
    r"([ T][0-9]{2}:[0-9]{2}:[0-9]{2}(\.[0-9]{1,6})?(Z|[+-][0-9]{2}:[0-9]{2})?)?$"
)

PROMO = "ods_customer_service_promo_"
# Per table: columns in order as name[:type][!] where ! means required; key columns; version column.
TABLES: dict[str, tuple[str, list[str], str | None]] = {
    f"{PROMO}activity": (
        "activity_id activity_name activity_level promo_type start_time:time! end_time:time!"
        " activity_status shop_id create_time:time update_time:time",
        ["activity_id"],
        "update_time",
    ),
    f"{PROMO}activity_item": (
        "activity_id product_id sku_id promo_amount:decimal! purchase_limit:integer"
        " create_time:time",
        ["activity_id", "product_id", "sku_id"],
        "create_time",
    ),
    f"{PROMO}send": (
        "send_id activity_id! product_id! sku_id customer_service_id! consumer_id!"
        " promo_amount:decimal! valid_hours:integer! send_time:time!",
        ["send_id"],
        "send_time",
    ),
    f"{PROMO}use": (
        "use_id send_id! order_id pay_time:time! pay_amount:decimal! quantity:integer!",
        ["use_id"],
        "pay_time",
    ),
    "ods_product": (
        "product_id product_name category_id category_name price:decimal product_status shop_id"
        " brand list_time:time delist_time:time",
        ["product_id"],
        None,
    ),
    "ods_sku": ("sku_id product_id! sku_name price:decimal sku_status", ["sku_id"], None),
    "ods_customer_service": (
        "customer_service_id cs_name shop_id cs_status",
        ["customer_service_id"],
        None,
    ),
    "ods_customer_erasure": ("customer_id request_time:time!", ["customer_id"], None),
}


def count_defects(sample: Path, as_of: str) -> dict[str, Any]:
    """`tables` and `warnings` in the form of a manifest, counted from the CSV or Parquet files in
    the folders of a sample; a table may be a folder of files.
    """
    database = duckdb.connect()
    for table in TABLES:
        _judge(database, sample, table)
    database.execute(
        f"""
        update judged_{PROMO}use set reason = 'unknown_send'
        where reason is null
        and send_id not in (select send_id from judged_{PROMO}send where reason is null)
        """
    )
    return {
        "tables": {table: _counts(database, table) for table in TABLES},
        "warnings": _warnings(database, as_of),
    }


def _judge(database: duckdb.DuckDBPyConnection, sample: Path, table: str) -> None:
    columns, keys, version = TABLES[table]
    names = [column.split(":")[0].rstrip("!") for column in columns.split()]
    csv = [*sample.rglob(f"{table}.csv"), *sample.rglob(f"{table}/*.csv")]
    raw = (
        f"read_csv({[str(file) for file in csv]}, header = true, all_varchar = true,"
        " quote = '\"', escape = '\"')"
        if csv
        else f"read_parquet('{sample}/**/{table}/*.parquet')"
    )
    found = [row[0] for row in database.execute(f"describe select * from {raw}").fetchall()]
    assert found == names
    # a word for nothing
    words = ", ".join(f"nullif({name}, 'NaN') as {name}" for name in names)
    source = f"(select {words} from {raw})"
    defects = [_defect(column, keys) for column in columns.split()]
    newest = [f"try_cast({version} as timestamp) desc nulls last"] if version else []
    order = ", ".join(newest + [f"{name} desc nulls last" for name in names])
    database.execute(
        f"""
        create table judged_{table} as
        with checked as (select *, coalesce({", ".join(defects)}) as defect from {source}),
        ranked as (
            select *, row_number() over (
                partition by {", ".join(keys)}, defect is null order by {order}
            ) as version from checked
        )
        select *, case
            when defect is not null then defect when version > 1 then 'duplicate_key'
        end as reason from ranked
        """
    )


def _defect(column: str, keys: list[str]) -> str:
    name, _, kind = column.rstrip("!").partition(":")
    cases = []
    if name in keys and (name != "sku_id" or len(keys) == 1):
        cases.append(f"when {name} is null then 'missing_key'")
    if column.endswith("!"):
        cases.append(f"when {name} is null then 'missing_value'")
    if kind == "time":
        cases.append(
            f"when not regexp_matches({name}, '{TIME}') or"
            f" ({name} is not null and try_cast({name} as timestamp) is null)"
            " then 'unparseable_value'"
        )
        cases.append(f"when left({name}, 4) not between '1970' and '2100' then 'time_out_of_range'")
    elif kind:
        form = DECIMAL if kind == "decimal" else INTEGER
        cases.append(f"when not regexp_matches({name}, '{form}') then 'unparseable_value'")
        cases.append(f"when starts_with({name}, '-') then 'negative_amount'")
    return f"case {' '.join(cases)} end" if cases else "null"


def _counts(database: duckdb.DuckDBPyConnection, table: str) -> dict[str, Any]:
    by_reason = dict(
        database.execute(f"select reason, count(*) from judged_{table} group by reason").fetchall()
    )
    kept = by_reason.pop(None, 0)
    return {"rows": kept + sum(by_reason.values()), "kept": kept, "rejected": by_reason}


def _warnings(database: duckdb.DuckDBPyConnection, as_of: str) -> dict[str, int]:
    known = {
        "unknown_activity": ("activity_id", f"{PROMO}activity"),
        "unknown_product": ("product_id", "ods_product"),
        "unknown_sku": ("sku_id", "ods_sku"),
        "unknown_customer_service": ("customer_service_id", "ods_customer_service"),
    }
    sends = f"from judged_{PROMO}send where reason is null and"
    queries = {
        kind: f"{sends} {key} not in (select {key} from judged_{table} where reason is null)"
        for kind, (key, table) in known.items()
    }
    queries["valid_hours_out_of_range"] = f"{sends} valid_hours::int not between 1 and 24"
    queries["activity_status_differs"] = f"""
        from judged_{PROMO}activity where reason is null and activity_status != case
            when left(start_time, 10) > '{as_of}' then '未开始'
            when left(end_time, 10) < '{as_of}' then '已结束'
            else '进行中'
        end
    """
    counts = {}
    for kind, query in queries.items():
        row = database.execute(f"select count(*) {query}").fetchone()
        assert row is not None
        counts[kind] = row[0]
    return counts


def count_by_day(folder: Path, as_of: str, days: int) -> tuple[int, int]:
    """Accepted sends and uses of so many days up to one, the day itself included: counted like
    `count_defects`, a use by its own day.
    """
    database = duckdb.connect()
    sends, uses = f"{PROMO}send", f"{PROMO}use"
    for table in (sends, uses):
        _judge(database, folder, table)
    known = f"and send_id in (select send_id from judged_{sends} where reason is null)"
    counts = []
    for table, time, further in ((sends, "send_time", ""), (uses, "pay_time", known)):
        # the day is that of Shanghai; a time without a zone is Shanghai's
        ahead = f"((right({time}, 6)[1] || '1')::int * extract(epoch from right({time}, 5)::time))"
        local = (
            f"(left({time}, 19)::timestamp + to_seconds(case when {time} like '%Z' then 28800"
            f" when regexp_matches({time}, '[+-]..:..$') then 28800 - {ahead} else 0 end))"
        )
        row = database.execute(
            f"""
            select count(*) from judged_{table} where reason is null {further}
            and date_diff('day', {local}::date, date '{as_of}') between 0 and {days - 1}
            """
        ).fetchone()
        assert row is not None
        counts.append(int(row[0]))

    return counts[0], counts[1]
