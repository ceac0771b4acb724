"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

Times are those of the session's zone wherever Python sees them, whatever the machine's zone is.
"""

from __future__ import annotations

import json
import os
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from tiny_project import run_python, write_tiny_project

from dbt_spark_local.session_clock import TIME_ZONE, TimeZoneError, keep_time_of_session

SHOWN = "2024-06-30 03:30:00"
MODELS = {
    "times.sql": f"""
select
    timestamp '{SHOWN}' as at,
    -- this hour came twice in New York
    timestamp '2024-11-03 14:30:00' as twice,
    timestamp_ntz '{SHOWN}' as on_the_wall,
    array(timestamp '{SHOWN}') as within
""",
    "ways.py": """
from datetime import datetime

from pyspark.sql import functions as F


def model(dbt, session):
    times = dbt.ref("times")
    row = times.head()
    moment = datetime(2024, 6, 30, 3, 30)
    made = session.createDataFrame([(moment,)], "at timestamp").withColumn("lit", F.lit(moment))
    as_texts = made.selectExpr("cast(at as string)", "cast(lit as string)").head()
    seen = {
        "collect": row.at,
        "within": row.within[0],
        "pandas": times.select("at").toPandas()["at"][0],
        "iterator": next(times.toLocalIterator()).at,
        "worker": times.rdd.map(lambda row: str(row.at)).first(),
        "create": as_texts[0],
        "literal": as_texts[1],
    }
    rows = [(way, str(at)) for way, at in seen.items()]
    return session.createDataFrame(rows, "way string, at string")
""",
}
SHOW = """
import json
import sys

from dbt.cli.main import dbtRunner

assert dbtRunner().invoke(["run"]).success
shown = {}
for model in ("times", "ways"):
    query = "select * from {{ ref('" + model + "') }}"
    result = dbtRunner().invoke(["show", "--inline", query, "--limit", "-1", "--output", "json"])
    table = result.result.results[0].agate_table
    shown[model] = [[str(value) for value in row.values()] for row in table.rows]
with open("shown.json", "w", encoding="utf-8") as file:
    json.dump(shown, file)
"""


@pytest.fixture
def own_clock() -> Iterator[None]:
    """The zone of this process as it was before."""
    before = os.environ.get("TZ")
    yield
    # the C library reads a zone's file only when the zone's name changes
    for zone in ("Etc/UTC", before):
        os.environ.pop("TZ", None)
        if zone is not None:
            os.environ["TZ"] = zone
        time.tzset()


@pytest.mark.parametrize("machine", ["UTC", "America/New_York"])
def test_times_are_those_of_the_session(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, machine: str
) -> None:
    write_tiny_project(tmp_path, MODELS)
    profile = tmp_path / "profiles.yml"
    zone = f'        {TIME_ZONE}: Asia/Shanghai\n        spark.ui.enabled: "false"'
    text = profile.read_text("utf-8")
    profile.write_text(text.replace('        spark.ui.enabled: "false"', zone), "utf-8")
    assert profile.read_text("utf-8") != text
    monkeypatch.setenv("TZ", machine)

    run_python(tmp_path, "-c", SHOW)

    shown = json.loads((tmp_path / "shown.json").read_text("utf-8"))
    (times,) = shown["times"]
    assert times[:3] == [SHOWN, "2024-11-03 14:30:00", SHOWN]
    assert "03:30" in times[3]
    assert {way for way, at in shown["ways"] if at == SHOWN} == {way for way, _ in shown["ways"]}
    assert len(shown["ways"]) == 7


@pytest.mark.parametrize(
    ("zone", "difference"),
    [("Asia/Shanghai", "+0800"), ("UTC", "+0000"), ("Z", "+0000"), ("+08:00", "+0800"),
     ("UTC-3", "-0300"), ("GMT+08:00", "+0800")],
)  # fmt: skip
def test_a_zone_has_the_sign_that_spark_gives_it(
    own_clock: None, zone: str, difference: str
) -> None:
    keep_time_of_session({TIME_ZONE: zone})

    assert time.strftime("%z") == difference


def test_a_zone_that_is_not_named_stays_the_machines(own_clock: None) -> None:
    before = time.strftime("%z")
    keep_time_of_session({})

    assert time.strftime("%z") == before


@pytest.mark.parametrize("zone", ["Asia/Nowhere", "../Shanghai", "+05:30"])
def test_an_unknown_zone_is_refused(own_clock: None, zone: str) -> None:
    with pytest.raises(TimeZoneError, match=r"timeZone is '.*', which is .*: give one such as"):
        keep_time_of_session({TIME_ZONE: zone})


def test_a_machine_without_the_zone_is_refused(
    own_clock: None, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    keep_time_of_session({TIME_ZONE: "UTC"})
    with monkeypatch.context() as without_zones:
        # where the C library looks for zones; Python has a package of them
        without_zones.setenv("TZDIR", str(tmp_path))

        with pytest.raises(TimeZoneError, match="no data of that zone: install its system package"):
            keep_time_of_session({TIME_ZONE: "Asia/Shanghai"})
