"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

What a build says of the rows that it refuses: a line per table when it is through, a sentence
of its own when it must stop, and never a table that the same failure kept from being built.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence

import pytest
from called_macros import Call
from planted_cells import REJECTS, SHARED_REJECTS, plant
from pyspark.sql import SparkSession
from raw_tables import PRODUCT, RAW_TABLES, SEND, SKU, USE
from workspace import Outcome, Workspace

SCHEMA, ODS = "told", "told_ods"
FACTS = "customer_service_promo"
GUARD = "mostly_accepted_dwd_"
SETTINGS = {
    **{"customer_service_promo_ods": "source", "shared_ods": "source", "ods_schema": ODS},
    # the lines are about any share
    "max_reject_share": 1,
}

Rows = Mapping[str, Sequence[Mapping[str, str | None]]]
Build = Callable[..., Outcome]


@pytest.fixture
def build(workspace: Workspace, spark: SparkSession) -> Build:
    """Builds the reject tables, and what else is named, on a sound row per raw table and on rows
    that differ from it.
    """

    def build(rows: Rows, *also: str, command: str = "build", **settings: object) -> Outcome:
        plant(spark, ODS, [])
        for table, changes in rows.items():
            sound = RAW_TABLES[table].sound
            texts = ", ".join(f"{column} string" for column in sound)
            changed = [tuple({**sound, **change}.values()) for change in changes]
            spark.createDataFrame(changed, texts).write.insertInto(f"{ODS}.{table}")
        (workspace.folder / "logs" / SCHEMA / "dbt.log").unlink(missing_ok=True)
        return workspace.dbt(
            *(command, "--full-refresh", "--indirect-selection", "empty", "--select"),
            *(f"+{model},resource_type:model" for model in (REJECTS, SHARED_REJECTS)),
            *also,
            schema=SCHEMA,
            settings={**SETTINGS, **settings},
        )

    return build


def told(workspace: Workspace) -> list[str]:
    """The lines about refused rows in the log of the last build."""
    log = (workspace.folder / "logs" / SCHEMA / "dbt.log").read_text("utf-8")
    return re.findall(r"ods_\w+: \d+ of \d+ rows refused.*", log)


def test_every_table_with_refused_rows_has_its_line(build: Build, workspace: Workspace) -> None:
    outcome = build(
        {
            USE: [
                {"use_id": "u1", "pay_amount": "¥88.00"},
                {"use_id": "u2", "pay_amount": "abc"},
                {"use_id": "u3", "send_id": "nobody's"},
                {"use_id": "u4"},
            ],
            SEND: [{"send_id": "", "customer_service_id": "n1"}],
            PRODUCT: [{"product_id": "n0", "shop_id": "another"}],
            SKU: [{"sku_id": "k1", "product_id": "p1", "price": "five\n\x1b[2Jpounds"}],
        }
    )

    assert outcome.success, (outcome.error, outcome.messages)
    see, see_shared = f"see {SCHEMA}_dwd.{REJECTS}", f"see {SCHEMA}_dwd.{SHARED_REJECTS}"
    assert told(workspace) == [
        f"{SEND}: 1 of 3 rows refused (33.33 %), most often (1) missing_key in send_id; {see}",
        f"{USE}: 3 of 5 rows refused (60.00 %), most often (2) unparseable_value in pay_amount,"
        f' for example "abc"; {see}',
        f"{PRODUCT}: 1 of 2 rows refused (50.00 %), most often (1) duplicate_key in product_id,"
        f' for example "n0"; {see_shared}',
        f"{SKU}: 1 of 2 rows refused (50.00 %), most often (1) unparseable_value in price,"
        f' for example "five [2Jpounds"; {see_shared}',
    ]


def test_a_build_that_refuses_nothing_says_nothing(build: Build, workspace: Workspace) -> None:
    assert build({}, command="run").success
    assert told(workspace) == []


@pytest.mark.parametrize(
    ("rows", "also", "sentence"),
    [
        (
            {USE: [{"use_id": f"u{at}", "send_id": "nobody's"} for at in range(3)]},
            [f"{GUARD}{FACTS}_use*"],
            f"of the 4 rows of ODS table {USE} only 1 were accepted: 3 have a use_id that others"
            f" have (duplicate_key) or a send_id that dwd_{FACTS}_send does not have"
            " (unknown_send)",
        ),
        (
            {USE: [{"use_id": f"u{at}", "pay_time": "2024/6/15 8:11"} for at in range(3)]},
            [f"{GUARD}{FACTS}_use*"],
            f"of the 4 rows of ODS table {USE} only 1 were accepted: 3 have unparseable_value in"
            ' pay_time, for example "2024/6/15 8:11"',
        ),
        (
            {PRODUCT: [{"product_id": "n0", "shop_id": f"s{at}"} for at in range(3)]},
            ["dwd_product", f"{GUARD}product*"],
            f"of the 4 rows of ODS table {PRODUCT} only 1 were accepted: 3 have duplicate_key in"
            ' product_id, for example "n0"',
        ),
    ],
    ids=["no such send", "times in another form", "copies of a dimension"],
)
def test_a_broken_table_is_told_with_its_reason(
    build: Build, workspace: Workspace, rows: Rows, also: list[str], sentence: str
) -> None:
    outcome = build(rows, *also, max_reject_share=0.5)

    (stopped,) = outcome.named("fail", "error")
    assert sentence in outcome.messages[stopped]
    # a reject table that was kept from being built may hold the rows of another build
    unbuilt = outcome.named("skipped")
    assert not any(name in outcome.messages[stopped] for name in unbuilt)
    assert not any(name in line for name in unbuilt for line in told(workspace))
    assert (REJECTS in unbuilt) == (USE in rows)


def test_no_send_up_to_the_day_is_one_sentence(build: Build) -> None:
    outcome = build(
        {},
        *(f"{GUARD}{FACTS}_send*", "assert_sends_reach_the_as_of_date"),
        as_of_date="2024-05-01",
    )

    (stopped,) = outcome.named("fail", "error")
    assert (
        "nothing is left to analyse: none of the 2 sends is of the 30 days up to the as-of date"
        " 2024-05-01, they are of 2024-06-15 to 2024-06-15; set AS_OF_DATE"
    ) in outcome.messages[stopped]


def test_a_private_key_is_hashed_in_the_example_of_its_copies(call: Call) -> None:
    columns = [
        {
            **{"name": "agent_id", "source": "AgentID", "type": "string"},
            **{"key": True, "private": True},
        }
    ]
    table = {"key": ["agent_id"], "time": None}
    copies = "version_rank > 1 then "

    plain = call("dimension_marked", columns, table)
    hashed = call("dimension_marked", columns, table, given={"hash_consumer_ids": True})

    assert f"{copies}raw.AgentID else" in plain
    assert f"{copies}raw.AgentID" not in hashed
    assert re.search(re.escape(copies) + r"sha2\(.*, ':', raw\.AgentID\), 256\) else", hashed, re.S)
