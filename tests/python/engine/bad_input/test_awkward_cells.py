"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

Every cell of the lists, as a row of ODS, through the real staging and DWD models: accepted with the
value that it stands for, or rejected for the reason that is true of it.
"""

from __future__ import annotations

import json

import pytest
from awkward_cell import Cell, Refused
from awkward_cells import CELLS, INJECTED
from planted_cells import SOUND, Found, Places, as_bytes, in_dwd, plant, what_became
from pyspark.sql import SparkSession
from raw_tables import RAW_TABLES
from workspace import Workspace

SCHEMA, ODS = "cells", "cells_ods"
NUMBERED = tuple(enumerate(CELLS, start=1))


@pytest.fixture(scope="module")
def places(workspace: Workspace, spark: SparkSession) -> Places:
    """All cells planted at once, built, and found again."""
    plant(spark, ODS, CELLS)
    built = workspace.dbt(
        *("build", "--resource-type", "seed", "--resource-type", "model"),
        *("--select", "+models/dwd/customer_service_promo", "+models/dwd/shared"),
        "+dwd_online_retail_line",
        schema=SCHEMA,
        settings={
            **{"customer_service_promo_ods": "source", "shared_ods": "source"},
            **{"online_retail_ods": "source", "ods_schema": ODS},
        },
    )
    assert built.success, built

    return what_became(spark, SCHEMA)


def the_one(places: Places, number: int, cell: Cell) -> Found:
    """What became of the cell's row: one row, in one place."""
    mark = RAW_TABLES[cell.table].mark_beside(cell.column)
    found = places[cell.table, mark, f"n{number}"]
    assert len(found) == 1, f"{len(found)} rows became of {cell}"
    return found[0]


@pytest.mark.parametrize(("number", "cell"), NUMBERED, ids=[str(cell) for cell in CELLS])
def test_cell(number: int, cell: Cell, places: Places) -> None:
    found = the_one(places, number, cell)

    if isinstance(cell.becomes, Refused):
        assert (found.reason, found.column) == (cell.becomes.reason, in_dwd(cell.column))
        # the raw row stays readable, and is the one that came
        assert found.value == as_bytes(cell.text)
        assert json.loads(found.raw_record)[cell.column] == cell.text
        return
    assert (found.reason, found.values[cell.column]) == (None, as_bytes(cell.becomes))
    # and the cell changed nothing beside it
    sound = the_one(places, SOUND, cell)
    beside = set(RAW_TABLES[cell.table].sound) - {cell.column, *RAW_TABLES[cell.table].marks}
    assert {name: found.values[name] for name in beside} == {
        name: sound.values[name] for name in beside
    }


def test_there_are_at_least_eighty_different_cells() -> None:
    assert len(set(CELLS) - set(INJECTED)) >= 80
