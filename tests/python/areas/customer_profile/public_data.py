"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

Published data sets in the customer profile: loaded with the loader's own command, built with the
settings that it prints, and counted again by DuckDB from the original files, with the SQL in
`public_data/`. Built is what a test needs, with the tests that ask whether a raw table is broken;
by `make torture` all that the printed command builds, with all its tests.
"""

from __future__ import annotations

import shlex
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import duckdb
import yaml
from comparing import Fault, Row, counted_rows, differences, query_text
from pyspark.sql import SparkSession
from real_data import load
from torture import LONG
from workspace import REPOSITORY, Outcome, Workspace

from customer_value.loader.area_tables import ods_tables

# of each DWD table that is made of a raw table
NOT_BROKEN = ("test_name:mostly_accepted",)
QUERIES = Path(__file__).with_name("public_data")
FACTS = {
    "ods_order": "dwd_order",
    "ods_order_item": "dwd_order_item",
    "ods_behavior_event": "dwd_behavior_fact",
    "ods_service_contact": "dwd_service_fact",
    "ods_review": "dwd_review",
}
# what the warehouse has where a query of the same name counts: its key and its rows
BUILT = {
    "monthly": (
        ("month_start",),
        """
        select trunc(orders.pay_date, 'MM') as month_start, count(*) as order_count,
            count(distinct orders.customer_id) as customer_count,
            cast(coalesce(sum(net_amount), 0) as decimal(28, 2)) as net_amount
        from {schema}_dwd.dwd_order as orders
        left join (
            select order_id, sum(net_amount) as net_amount
            from {schema}_dwd.dwd_transaction_fact group by order_id
        ) as lines on orders.order_id = lines.order_id
        where orders.is_paid group by 1
        """,
    ),
    "order_rfm": (
        ("customer_id",),
        """
        select customer_id, recency_days, frequency, monetary, r_score, f_score, m_score,
            order_rfm_level
        from {schema}_dws.dws_customer_profile_order_rfm
        """,
    ),
    "lifecycle": (
        ("customer_id",),
        """
        select customer_id, purchase_day_count, stage_code
        from {schema}_dws.dws_customer_profile_lifecycle
        """,
    ),
    "penetration": (
        ("customer_id",),
        """
        select customer_id, bought_category_count, on_sale_category_count, penetration_rate
        from {schema}_dws.dws_customer_profile_penetration
        """,
    ),
    "price_sensitivity": (
        ("customer_id",),
        """
        select customer_id, line_count, list_amount, price_sensitivity
        from {schema}_dws.dws_customer_profile_price_sensitivity
        """,
    ),
    "events_by_day": (
        ("event_date", "event_type"),
        """
        select event_date, event_type, count(*) as event_count,
            count(distinct customer_id) as customer_count
        from {schema}_dwd.dwd_behavior_fact group by 1, 2
        """,
    ),
    "sessions": (
        (),
        """
        select count(distinct session_id) as session_count from {schema}_dwd.dwd_behavior_fact
        """,
    ),
    "login_proxy": (
        ("customer_id",),
        """
        select customer_id, login_proxy_days
        from {schema}_dws.dws_customer_profile_activity_input
        """,
    ),
    "timeliness": (
        ("customer_id",),
        """
        select customer_id, contact_count, judged_count,
            round(cast(timeliness as double), 6) as timeliness
        from {schema}_dws.dws_customer_profile_service_input
        """,
    ),
    "customers": (
        ("customer_id",),
        "select customer_id from {schema}_dws.dws_customer_profile_population",
    ),
}


@dataclass(frozen=True)
class PublicData:
    """A data set: its sub-command, the name of the SQL that reads its files, where they are, the
    day that counts as today, the tables that are built with all that they need, what is compared,
    and of each raw table that holds any how many rows there are, and how many of them are rejected.
    """

    loader: str
    name: str
    source: Path
    as_of: date
    tables: Sequence[str]
    compared: Sequence[str]
    rows: Mapping[str, tuple[int, int]]

    @property
    def schema(self) -> str:
        """The dbt schema."""
        return f"public_{self.name}"

    @property
    def raw(self) -> str:
        """The schema of its raw tables."""
        return f"{self.schema}_ods"

    def load_and_build(self, workspace: Workspace, folder: Path) -> Outcome:
        """Load it and build on it as a user does, for its day alone."""
        printed = load(workspace, folder, self.loader, str(self.source), "--schema", self.raw)
        said = printed.rsplit("Build on it: ", 1)[1]
        settings = yaml.safe_load(said.split("--vars '")[1].split("}'")[0] + "}")
        needed = [f"+{table}" for table in (*self.tables, "dwd_customer_profile_reject")]
        selected = [*needed, *NOT_BROKEN, "--indirect-selection", "empty"]
        # a data set with a schema of its own is all that its command builds
        if LONG and "--select " in said:
            selected = shlex.split(said.split("--select ")[1].split(" --vars")[0])

        return workspace.dbt(
            *("build", "--select", *selected),
            schema=self.schema,
            settings={
                **settings,
                "as_of_date": str(self.as_of),
                "customer_profile_look_back_days": 0,
                "customer_profile_partition_grain": "month",
            },
        )

    def count(self, fault: Fault | None = None) -> duckdb.DuckDBPyConnection:
        """All its queries on the original files, one of them with a fault if there is one."""
        connection = duckdb.connect()
        connection.execute(f"set variable source = '{self.source}'")
        connection.execute(f"set variable as_of = date '{self.as_of}'")
        connection.execute(query_text(QUERIES, self.name, fault))
        for query in self.compared:
            if (QUERIES / f"{query}.sql").exists():
                connection.execute(query_text(QUERIES, query, fault))

        return connection

    def differences(
        self, spark: SparkSession, connection: duckdb.DuckDBPyConnection, query: str
    ) -> list[str]:
        """Where the warehouse and a query say different things; both say something."""
        key, text = BUILT[query]
        counted = counted_rows(connection, query)
        rows: list[Row] = [
            row.asDict() for row in spark.sql(text.format(schema=self.schema)).collect()
        ]
        assert rows and counted

        return differences(key, rows, counted)

    def row_counts(self, spark: SparkSession) -> dict[str, tuple[int, int]]:
        """Rows and rejected rows of every raw table of the area that holds any. Of a fact, what is
        not rejected must be in its DWD table.
        """
        rejects = {
            row["source_table"]: row["count"]
            for row in spark.table(f"{self.schema}_dwd.dwd_customer_profile_reject")
            .groupBy("source_table")
            .count()
            .collect()
        }
        found = {}
        for table in ods_tables(REPOSITORY, "customer_profile"):
            name = f"{self.raw}.{table.name}"
            raw = spark.table(name).count() if spark.catalog.tableExists(name) else 0
            if raw:
                found[table.name] = (raw, rejects.get(table.name, 0))
            if raw and table.name in FACTS:
                kept = spark.table(f"{self.schema}_dwd.{FACTS[table.name]}").count()
                assert kept == raw - rejects.get(table.name, 0), table.name

        return found


def said(workspace: Workspace, schema: str) -> str:
    """What dbt said in the last run of a schema."""
    log = (workspace.folder / "logs" / schema / "dbt.log").read_text("utf-8")

    return log.rsplit("Running with dbt=", 1)[-1]
