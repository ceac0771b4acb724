"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

The cards of the built sample: none while customer_pages is false, and where the tables say that
they are shown, exactly those of the consenting customers, with what the tables hold.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from browsing import reading
from our_site import CARDS, SITE
from pyspark.sql import SparkSession
from site_tables import site_tables
from workspace import Outcome

from customer_value.site.card_page import file_of
from customer_value.site.page_rows import AdsRow
from customer_value.site.read_people import PublishedPeople
from customer_value.site.write import write_site
from customer_value.warehouse.connection import by_session

(CARD,) = CARDS
SHOWN = "shown"
# what nobody's card may hold
SECRETS = (
    "select transcript from sample_dwd.dwd_service_fact where length(transcript) > 8",
    "select review_text from sample_dwd.dwd_review where length(review_text) > 8",
    "select device_fingerprint from sample_dwd.dwd_behavior_fact",
)


@pytest.fixture(scope="module")
def shown(sample: Outcome, spark: SparkSession) -> Iterator[str]:
    """The published tables of the sample, in a schema that says that cards are shown."""
    assert sample.success
    schema = f"{SHOWN}_ads"
    spark.sql(f"create schema {schema}")
    for kind in dict.fromkeys([*CARD.page.reads, CARD.listed]):
        assert issubclass(kind, AdsRow)
        columns = "* except (has_page), true as has_page" if kind is CARD.people else "*"
        if kind is not CARD.listed:
            spark.sql(
                f"create view {schema}.{kind.TABLE} as"
                f" select {columns} from sample_ads.{kind.TABLE}"
            )
    yield SHOWN
    spark.sql(f"drop schema {schema} cascade")


@pytest.fixture(scope="module")
def cards_site(
    shown: str, spark: SparkSession, library: Path, tmp_path_factory: pytest.TempPathFactory
) -> Path:
    folder = tmp_path_factory.mktemp("sample_cards") / "site"
    people = PublishedPeople(by_session(spark), shown, site_tables().build, 5_000, at_once=50)
    write_site(SITE, site_tables(), library, folder, people=people)
    return folder


def cards_in(site: Path) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for path in (site / "private").glob(f"{CARD.page.name}.*/*.js"):
        cards = json.loads(path.read_text("utf-8")[len("window.shard = ") : -2])
        assert {f"{file_of(person, 1):x}.js" for person in cards} == {path.name}
        found |= cards
    return found


def test_nobody_has_a_card_unless_the_var_says_so(sample: Outcome, spark: SparkSession) -> None:
    people = PublishedPeople(by_session(spark), "sample", site_tables().build, 10)
    assert people.count(CARD) == 0
    assert PublishedPeople(by_session(spark), "nowhere", people.build, 10).count(CARD) == 0


def test_cards_are_those_of_the_consenting_customers(cards_site: Path, spark: SparkSession) -> None:
    consenting = spark.sql(
        "select customer_id from sample_dws.dws_customer_profile_population"
        " where is_profiled and as_of_date = date '2024-06-30'"
    ).collect()
    assert sorted(cards_in(cards_site)) == sorted(row.customer_id for row in consenting)
    assert len(consenting) > 100


def test_a_card_has_the_rows_of_its_tables(cards_site: Path, spark: SparkSession) -> None:
    cards = cards_in(cards_site)
    for table, name in (("timeline", "timeline"), ("warning", "warnings"), ("way_up", "ways_up")):
        counts = spark.sql(
            f"select customer_id, count(*) from sample_ads.ads_customer_profile_{table}"
            " group by customer_id"
        ).collect()
        expected = {row[0]: row[1] for row in counts if row[0] in cards}
        assert expected, table
        assert {
            person: len(card[name]) for person, card in cards.items() if card.get(name)
        } == expected
    for row in spark.sql("select * from sample_ads.ads_customer_profile_card").collect():
        figures = cards[row.customer_id]["worth"][0]
        net = None if row.net_amount is None else float(row.net_amount)
        assert figures == [net, row.order_count, *figures[2:3], row.ltv_segment]


def test_no_card_holds_what_was_said_a_device_or_somebody_else(
    cards_site: Path, spark: SparkSession
) -> None:
    cards = cards_in(cards_site)
    written = {person: json.dumps(card, ensure_ascii=False) for person, card in cards.items()}
    everything = "\n".join(written.values())
    for query in SECRETS:
        texts = {row[0] for row in spark.sql(query).collect() if row[0]}
        assert texts and not {text for text in texts if text in everything}, query
    for row in spark.sql("select * from sample_dwd.dwd_customer_relation").collect():
        if row.customer_id in written and row.related_customer_id:
            assert row.related_customer_id not in written[row.customer_id]


def test_every_card_of_some_opens_quietly(browser: Any, cards_site: Path) -> None:
    with reading(browser, cards_site) as reader:
        page = reader.open(f"private/{CARD.page.name}.html")
        for person in sorted(cards_in(cards_site))[::40]:
            page.locator("[data-find] input").fill(person)
            page.locator("[data-find] input").press("Enter")
            page.locator("[data-card-name]", has_text=person).wait_for(timeout=2_000)
        assert reader.complaints == []
