"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

Who asked to be erased is nowhere after the next build: in no table, release, page, artifact or log;
amounts and counts stay.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from torture import FORM, only_in_torture
from workspace import CONSUMER_SALT, REPOSITORY


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    folder = tmp_path_factory.mktemp("erasing") / "workspace"
    ran = subprocess.run(
        [sys.executable, str(Path(__file__).with_name("erasing.py")), str(folder), FORM],
        cwd=REPOSITORY,
        env={**os.environ, "DBT_ENV_SECRET_CONSUMER_SALT": CONSUMER_SALT},
        stdout=subprocess.PIPE,
        stdin=subprocess.DEVNULL,
        text=True,
        timeout=3600,
    )
    assert ran.returncode == 0, ran.stdout[-4000:]
    found: dict[str, Any] = json.loads(ran.stdout.splitlines()[-1])
    assert found["built"][0], found["built"]
    assert found["published"] > found["published_before"], "nothing was published"
    assert found["pages_before"] == found["pages_after"] == 0
    return found


def test_they_were_there_before(report: dict[str, Any]) -> None:
    named = set(report["named_before"])
    assert len(report["ids"]) == len({*report["ids"]}) == 4
    assert {
        "sample_ads.ads_customer_service_promo_send_detail",
        "sample_dwd.dwd_customer_profile_reject",
        "sample_dwd.dwd_customer_service_promo_reject",
        "sample_dwd.dwd_customer_service_promo_use",
        "sample_dwd.dwd_transaction_fact",
        "sample_dws.dws_customer_service_promo_consumer_rfm",
    } <= named


def test_no_table_names_them_but_the_list_itself(report: dict[str, Any]) -> None:
    assert report["named_after"] == ["sample_dwd.dwd_customer_erasure"]


def test_no_file_names_them(report: dict[str, Any]) -> None:
    assert report["files"] == []


def test_amounts_and_counts_stay_and_there_are_fewer_consumers(report: dict[str, Any]) -> None:
    before, after = report["before"], report["after"]
    consumers, left = int(before.pop("consumers")[0]), int(after.pop("consumers")[0])
    assert after == before
    assert consumers - 4 <= left < consumers


def test_older_releases_are_gone(report: dict[str, Any]) -> None:
    *older, newest = report["releases"].values()
    assert "ads_customer_service_promo_send_detail" in newest
    # the run did not build Online Retail, so that these tables stay where they are
    tables = {table for release in older for table in release}
    assert tables and not [
        table
        for table in tables
        if not (table.startswith("ads_online_retail") or table == "release_manifest")
    ]


def test_nothing_is_published_beside_a_table_that_knows_them(report: dict[str, Any]) -> None:
    assert "the list of customers who asked to be erased has changed since" in report["partial"]


@only_in_torture("the facts once more")
def test_hashed_ids_are_erased_too(report: dict[str, Any]) -> None:
    assert report["hashed_built"][0], report["hashed_built"]
    assert report["hashed"] == ["hashed_dwd.dwd_customer_erasure"]


def test_staging_follows_what_the_owner_deletes_from_ods(report: dict[str, Any]) -> None:
    assert report["staged"][0], report["staged"]
    assert report["named_at_last"] == ["sample_dwd.dwd_customer_erasure"]
