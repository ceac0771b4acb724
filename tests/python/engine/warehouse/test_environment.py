"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

A variable of the environment that is set but empty counts as not set; a cluster has to be named.
"""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import Any

import pytest
from workspace import REPOSITORY, Workspace

from customer_value.errors import SessionError
from customer_value.warehouse.session import open_session, read_profile
from dbt_spark_local.empty_environment import forget_empty_variables

PROFILES = REPOSITORY / "profiles"
# those that the profile asks for
NAMES = sorted({*re.findall(r"env_var\('(\w+)'", (PROFILES / "profiles.yml").read_text("utf-8"))})
SENTENCE = "This target runs on a cluster, but nothing says which: set SPARK_MASTER"


def profile_of(target: str | None) -> dict[str, Any]:
    profile = read_profile(REPOSITORY, PROFILES, target)
    return {**profile.credentials.to_dict(), "target": profile.target_name}


@pytest.mark.parametrize("target", [None, "local", "few_rows", "cluster", "connect", "thrift"])
def test_an_empty_variable_counts_as_unset(
    monkeypatch: pytest.MonkeyPatch, target: str | None
) -> None:
    for name in NAMES:
        monkeypatch.delenv(name, raising=False)
    unset = profile_of(target)
    for name in NAMES:
        monkeypatch.setenv(name, "")

    assert profile_of(target) == unset


def test_an_empty_day_counts_as_unset(workspace: Workspace) -> None:
    for value in ("", " "):
        parsed = workspace.dbt("parse", schema="empty_day", environment={"AS_OF_DATE": value})
        assert parsed.success, parsed.error


def test_spark_does_not_see_its_empty_variables(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SPARK_REMOTE", "")
    monkeypatch.setenv("SPARK_HOME", " ")
    monkeypatch.setenv("SPARK_CONF_DIR", "/etc/spark")
    monkeypatch.setenv("DBT_SCHEMA", "")
    forget_empty_variables()

    assert "SPARK_REMOTE" not in os.environ and "SPARK_HOME" not in os.environ
    assert os.environ["SPARK_CONF_DIR"] == "/etc/spark"
    # what dbt asks for is the profile's affair
    assert os.environ["DBT_SCHEMA"] == ""


def test_a_cluster_without_a_master_says_which_variable_to_set(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("SPARK_MASTER", raising=False)
    monkeypatch.chdir(REPOSITORY)
    built = workspace.dbt("build", "--target", "cluster", "--select", "stg_sku", schema="nowhere")
    assert not built.success and SENTENCE in built.error

    with pytest.raises(SessionError, match=SENTENCE):
        open_session(REPOSITORY, workspace.profiles, "cluster")


def test_paths_in_options_of_the_jvm_are_quoted(tmp_path: Path) -> None:
    profiles = Workspace.create(tmp_path / "my project").profiles
    for target in ("local", "cluster"):
        settings = read_profile(REPOSITORY, profiles, target).credentials.server_side_parameters
        options = settings["spark.driver.extraJavaOptions"]
        quoted = re.findall(r'"[^"]*"', options)
        assert [option for option in quoted if "my project" in option] == quoted != []
        assert "my project" not in re.sub(r'"[^"]*"', "", options)
