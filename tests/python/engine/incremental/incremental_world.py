"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

A small promo ODS as text rows that a test can change from night to night, and written as tables.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path

from incremental_files import Files, Row, overwrite, rows_of, spoil
from pyspark.sql import SparkSession

COLUMNS = {
    "ods_customer_service_promo_activity": (
        "activity_id activity_name activity_level promo_type start_time end_time activity_status"
        " shop_id create_time update_time"
    ),
    "ods_customer_service_promo_activity_item": (
        "activity_id product_id sku_id promo_amount purchase_limit create_time"
    ),
    "ods_customer_service_promo_send": (
        "send_id activity_id product_id sku_id customer_service_id consumer_id promo_amount"
        " valid_hours send_time"
    ),
    "ods_customer_service_promo_use": "use_id send_id order_id pay_time pay_amount quantity",
    "ods_product": (
        "product_id product_name category_id category_name price product_status shop_id"
    ),
    "ods_sku": "sku_id product_id sku_name price sku_status",
    "ods_customer_service": "customer_service_id cs_name shop_id cs_status",
    "ods_customer_erasure": "customer_id request_time",
}
SENDS = "ods_customer_service_promo_send"
USES = "ods_customer_service_promo_use"
ITEMS = "ods_customer_service_promo_activity_item"
AGENTS = "ods_customer_service"
ERASURES = "ods_customer_erasure"


@dataclass
class World:
    """The raw rows of every ODS table, as a source system would show them tonight."""

    tables: dict[str, list[Row]] = field(default_factory=lambda: {table: [] for table in COLUMNS})
    _files: dict[str, Files] = field(default_factory=dict)

    def add(self, table: str, **values: str | None) -> Row:
        """One more raw row; columns that are not given are empty."""
        row: Row = {column: values.get(column) for column in COLUMNS[table].split()}
        assert set(values) <= set(row), values
        self.tables[table].append(row)
        return row

    def send(self, send_id: str, send_time: str, **values: str | None) -> Row:
        """One more send, sound unless the values say otherwise."""
        sound = {
            "activity_id": "a1",
            "product_id": "p1",
            "customer_service_id": "cs1",
            "consumer_id": "c1",
            "promo_amount": "5.00",
            "valid_hours": "24",
        }
        return self.add(SENDS, **{**sound, **values, "send_id": send_id, "send_time": send_time})

    def use(self, use_id: str, send_id: str, pay_time: str, **values: str | None) -> Row:
        """One more use, sound unless the values say otherwise."""
        sound = {"order_id": f"o-{use_id}", "pay_amount": "10.00", "quantity": "1"}
        return self.add(
            USES, **{**sound, **values, "use_id": use_id, "send_id": send_id, "pay_time": pay_time}
        )

    def rows(self, table: str, **values: str | None) -> list[Row]:
        """The rows with these values."""
        return [row for row in self.tables[table] if values.items() <= row.items()]

    def change(self, table: str, where: Row, **values: str | None) -> None:
        """Other values in the rows that `where` finds; there must be one."""
        found = self.rows(table, **where)
        assert found, (table, where)
        for row in found:
            row.update(values)

    def remove(self, table: str, **where: str | None) -> None:
        """Take out the rows that `where` finds; there must be one."""
        found = self.rows(table, **where)
        assert found, (table, where)
        self.tables[table] = [row for row in self.tables[table] if row not in found]

    def write(self, spark: SparkSession, schema: str) -> None:
        """Let the ODS tables of a schema show the rows as they are now.

        Sends and uses arrive in files: what is new tonight is a new file, and a file of an earlier
        night is written again where one of its rows has changed or gone.
        """
        spark.sql(f"create schema if not exists {schema}")
        for table in COLUMNS:
            name, columns = f"{schema}.{table}", COLUMNS[table].split()
            if table in (SENDS, USES):
                files = self._files.setdefault(name, Files(spark, name))
                files.write(self.tables[table], columns)
            else:
                rows = rows_of(spark, self.tables[table], columns)
                rows.write.mode("overwrite").saveAsTable(name)

    @contextmanager
    def spoilt_without(self, since: date, *values: str) -> Iterator[list[Path]]:
        """Spoil the rows of all files without these values or a time of that day or later."""
        old = [file for files in self._files.values() for file in files.without(since, *values)]
        contents = [spoil(file) for file in old]
        try:
            yield old
        finally:
            for file, content in zip(old, contents, strict=True):
                overwrite(file, content)


def day(number: int) -> date:
    """The number-th day of June 2024; 0 and below lie in May."""
    return date(2024, 5, 31) + timedelta(days=number)


def time(number: int, clock: str = "10:00:00") -> str:
    """A time on that day."""
    return f"{day(number)} {clock}"


def quiet_world(days: int, seed: int = 8) -> World:
    """Every day some sends and some uses, also of the day before, and a few rejected rows."""
    world = World()
    draw = random.Random(seed)
    for shop, agent in (("s1", "cs1"), ("s2", "cs2"), ("s2", "cs3")):
        world.add(AGENTS, customer_service_id=agent, cs_name=agent, shop_id=shop)
    world.add(AGENTS, customer_service_id=None, cs_name="nobody")
    world.add("ods_product", product_id="p1", product_name="p1", price="9.99")
    world.add("ods_product", product_id="p2", product_name="p2", price="12f")
    world.add("ods_sku", sku_id="k1", product_id="p1", price="9.99")
    world.add(
        "ods_customer_service_promo_activity",
        **{"activity_id": "a1", "start_time": time(1), "end_time": time(29), "activity_name": "a"},
    )
    world.add(ITEMS, activity_id="a1", product_id="p1", promo_amount="5", purchase_limit="2")
    for number in range(1, days + 1):
        add_day(world, number, draw)
    return world


def add_day(world: World, number: int, draw: random.Random) -> None:
    """The usual rows of one day."""
    for position in range(5):
        send_id = f"q{number:02d}{position}"
        world.send(
            send_id,
            time(number, f"{8 + position:02d}:00:00"),
            customer_service_id=draw.choice(("cs1", "cs2", "cs3", "cs9")),
            consumer_id=f"c{draw.randrange(20)}",
            sku_id=draw.choice((None, "k1")),
            promo_amount=f"{draw.randrange(1, 50)}.50",
        )
        if position < 2:
            world.use(
                f"u-{send_id}",
                send_id,
                time(number + position, f"{9 + position:02d}:00:00"),
                pay_amount=f"{draw.randrange(100)}.25",
                quantity=str(draw.randrange(1, 4)),
            )
    if number % 4 == 0:
        world.send(f"bad{number:02d}", time(number), promo_amount="12f")
        world.use(f"bad{number:02d}", "q010", time(number), pay_amount="-1")
        world.send(f"timeless{number:02d}", "yesterday")
