"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

A mistyped var is refused with the nearest name, by every command and before anything is parsed.
"""

from __future__ import annotations

import pytest
from workspace import REPOSITORY, Workspace

from dbt_spark_local.known_vars import UnknownVarError, refuse_unknown_vars


def test_dbt_refuses_a_mistyped_var(workspace: Workspace) -> None:
    parsed = workspace.dbt("parse", schema="mistyped", settings={"rfm_windw_days": 60})

    assert not parsed.success
    assert "rfm_windw_days is no var of this project" in parsed.error
    assert "did you mean rfm_window_days?" in parsed.error


@pytest.mark.parametrize(
    ("given", "advice"),
    [
        ("as_of_dat", "did you mean as_of_date?"),
        ("rfm_engin", "did you mean rfm_engine?"),
        ("shared_od", "did you mean shared_ods?"),
        ("zzz", "the vars are in dbt_project.yml."),
    ],
)
def test_the_nearest_name_is_said(given: str, advice: str) -> None:
    with pytest.raises(UnknownVarError) as refused:
        refuse_unknown_vars({given: 1}, REPOSITORY)

    assert str(refused.value).startswith(f"{given} is no var") and advice in str(refused.value)


def test_vars_that_are_declared_or_only_read_are_known() -> None:
    # the last two have no value in dbt_project.yml
    refuse_unknown_vars({"rfm_levels": [], "as_of_date": 1, "rfm_engine": "sql"}, REPOSITORY)
