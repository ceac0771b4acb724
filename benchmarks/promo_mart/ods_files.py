"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

The raw tables that the mart is built from: Parquet files of any size, the same in every run.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from benchmarks.mart.raw_files import write_days, write_rows, writer

FIRST_DATE, DAY_BEFORE, AS_OF_DATE, DAYS = "2024-04-02", "2024-06-29", "2024-06-30", 90
ACTIVITIES, AGENTS, PRODUCTS, SKUS_PER_PRODUCT = 200, 500, 2_000, 3
PRODUCTS_PER_ACTIVITY, SHOPS = 10, 20


def write_ods(sends: int, folder: Path) -> None:
    """A folder per ODS table, every column text; of the facts a file per day, named after it, with
    that day's rows, written in the night that follows.

    Consumers are a tenth of the sends, and some get many. About a third of the sends is used, a
    tenth of these twice; some uses are late, a few before their send. One row in a thousand is one
    that the models reject, of every kind: a second version of a key, a missing, unparseable,
    negative or impossible value, a use of an unknown send.
    """
    with writer() as connection:
        for name, query in _dimensions().items():
            write_rows(connection, folder / name, query)
        connection.execute(f"create view sound_sends as {_sends(sends)}")
        for name, (time, query) in _facts(sends).items():
            write_days(connection, folder / name, query, time, (FIRST_DATE, AS_OF_DATE))


def _dimensions() -> Mapping[str, str]:
    return {
        "ods_product": f"""
            select {_name("P", "id")} as product_id, '商品 ' || id as product_name,
                'C' || id % 50 as category_id, '类目 ' || id % 50 as category_name,
                (10 + id % 900)::varchar || '.90' as price, '上架' as product_status,
                {_name("H", f"id % {SHOPS}")} as shop_id
            from range({PRODUCTS}) as products(id)""",
        "ods_sku": f"""
            select {_name("K", "id")} as sku_id,
                {_name("P", f"id // {SKUS_PER_PRODUCT}")} as product_id, '款式 ' || id as sku_name,
                (10 + id % 900)::varchar || '.90' as price, '上架' as sku_status
            from range({PRODUCTS * SKUS_PER_PRODUCT}) as skus(id)""",
        "ods_customer_service": f"""
            select {_name("A", "id")} as customer_service_id, '客服 ' || id as cs_name,
                {_name("H", f"id % {SHOPS}")} as shop_id, '在职' as cs_status
            from range({AGENTS}) as agents(id)""",
        "ods_customer_service_promo_activity": f"""
            select {_name("V", "id")} as activity_id, '活动 ' || id as activity_name,
                if(id % 2 = 0, '商品级', 'SKU级') as activity_level,
                if(id % 3 = 0, '自定义优惠', '固定优惠') as promo_type,
                '{FIRST_DATE} 00:00:00' as start_time, '2024-12-31 23:59:59' as end_time,
                '进行中' as activity_status, {_name("H", f"id % {SHOPS}")} as shop_id,
                '{FIRST_DATE} 00:00:00' as create_time, '{FIRST_DATE} 00:00:00' as update_time
            from range({ACTIVITIES}) as activities(id)""",
        "ods_customer_service_promo_activity_item": f"""
            select {_name("V", "activity")} as activity_id,
                {_name("P", _product("activity", "item"))} as product_id,
                if(activity % 2 = 0, '',
                    {_name("K", f"{_product('activity', 'item')} * {SKUS_PER_PRODUCT} + sku")}
                ) as sku_id,
                {_amount("activity")} as promo_amount,
                (1 + activity % 3)::varchar as purchase_limit,
                '{FIRST_DATE} 00:00:00' as create_time
            from range({ACTIVITIES}) as activities(activity),
                range({PRODUCTS_PER_ACTIVITY}) as items(item),
                range({SKUS_PER_PRODUCT}) as skus(sku)
            where activity % 2 = 1 or sku = 0""",
    }


def _sends(sends: int) -> str:
    """Sends as numbers and times, in the order in which they were made."""
    return f"""
        select id, activity, {_product("activity", "item")} as product,
            if(activity % 2 = 0, null, {_product("activity", "item")} * {SKUS_PER_PRODUCT} + sku)
                as sku,
            floor({AGENTS} * pow({_uniform(3)}, 1.5))::int as agent,
            floor({max(sends // 10, 1)} * pow({_uniform(4)}, 1.5))::int as consumer,
            1 + floor(24 * {_uniform(5)})::int as valid_hours,
            timestamp '{FIRST_DATE}' + to_seconds(id * {DAYS * 86_400} // {sends}) as send_time
        from (
            select id, floor({ACTIVITIES} * pow({_uniform(0)}, 2))::int as activity,
                floor({PRODUCTS_PER_ACTIVITY} * {_uniform(1)})::int as item,
                floor({SKUS_PER_PRODUCT} * {_uniform(2)})::int as sku
            from range({sends}) as sends(id)
        )"""


def _facts(sends: int) -> Mapping[str, tuple[str, str]]:
    """Of each table the column that holds its time, and the query: sound rows, of which one in a
    thousand is spoilt in one of the ways, and second versions of others."""
    send = f"""
        select {_spoilt(0, _name("S", "id", 10), "''")} as send_id,
            {_name("V", "activity")} as activity_id, {_name("P", "product")} as product_id,
            coalesce({_name("K", "sku")}, '') as sku_id,
            {_name("A", "agent")} as customer_service_id,
            {_name("U", "consumer", 9)} as consumer_id,
            {_spoilt(1, _spoilt(2, _amount("activity"), "'-5.00'"), "'12f'")} as promo_amount,
            valid_hours::varchar as valid_hours,
            {_spoilt(3, "strftime(send_time, '%Y-%m-%d %H:%M:%S')", "'2024-13-40 00:00:00'")}
                as send_time
        from sound_sends"""
    use = f"""
        select {_name("E", "id * 2 + copy", 10)} as use_id,
            {_spoilt(1, _name("S", "id", 10), "'S_unknown'")} as send_id,
            {_name("O", "id * 2 + copy", 10)} as order_id,
            {_spoilt(3, "strftime(pay_time, '%Y-%m-%d %H:%M:%S')", "''")} as pay_time,
            {
        _spoilt(
            2,
            f"floor(500 * pow({_uniform(8)}, 3))::int || '.' || "
            f"lpad(floor(100 * {_uniform(9)})::int::varchar, 2, '0')",
            "'NaN'",
        )
    }
                as pay_amount,
            (1 + floor(2 * {_uniform(10)} * {_uniform(11)}))::int::varchar as quantity
        from (
            select *, send_time + to_seconds(
                (3600 * valid_hours * (1.05 * {_uniform(7)} - 0.001) + 600 * copy)::bigint
            ) as pay_time
            from sound_sends, range(2) as copies(copy)
            where {_uniform(6)} < if(copy = 0, 0.33, 0.033)
        )
        where pay_time < timestamp '{AS_OF_DATE}' + interval 1 day"""
    second = f"select * replace ('4.90' as promo_amount) from ({send} where hash(id) % 2000 = 1)"
    return {
        "ods_customer_service_promo_send": ("send_time", f"{send} union all {second}"),
        "ods_customer_service_promo_use": ("pay_time", use),
    }


def _product(activity: str, item: str) -> str:
    return f"(({activity} * {PRODUCTS_PER_ACTIVITY} + {item}) % {PRODUCTS})"


def _name(letter: str, number: str, digits: int = 5) -> str:
    return f"printf('{letter}%0{digits}d', {number})"


def _amount(activity: str) -> str:
    return f"((5 + {activity} % 40)::varchar || '.50')"


def _spoilt(kind: int, sound: str, value: str) -> str:
    return f"if(hash(id) % 1000 = 0 and hash(id * 5) % 4 = {kind}, {value}, {sound})"


def _uniform(stream: int) -> str:
    """Between 0 and 1, by the row's number: the same in every run."""
    return f"((hash(id * 16 + {stream}) >> 11) / 9007199254740992.0)"
