"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

The session's settings are those of the dbt profile.
"""

from pathlib import Path

import pytest
from pyspark.sql import SparkSession

from customer_value.commands.load import main
from customer_value.errors import SessionError
from customer_value.warehouse.session import find_project, open_session, session_settings


def test_settings_are_rendered_by_dbt(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CUSTOMER_VALUE_TEST", "from outside")
    settings = session_settings(project, project / "profiles")
    assert settings["spark.customer_value.from_environment"] == "from outside"
    assert settings["spark.sql.session.timeZone"] == "Asia/Shanghai"


def test_session_has_the_settings_and_the_project_as_its_folder(
    spark: SparkSession, project: Path
) -> None:
    assert open_session(project, project / "profiles").sparkContext is spark.sparkContext
    assert Path.cwd() == project.resolve()
    assert spark.conf.get("spark.sql.session.timeZone") == "Asia/Shanghai"
    assert spark.conf.get("spark.customer_value.from_environment") == "not set"


def test_target_that_is_no_session(project: Path) -> None:
    with pytest.raises(SessionError, match=r"thrift.* needs a target of method 'session'"):
        session_settings(project, project / "profiles", "thrift")


def test_target_that_is_missing(project: Path) -> None:
    with pytest.raises(SessionError, match=r"does not have a target named 'moon'") as refused:
        session_settings(project, project / "profiles", "moon")
    assert "\n" not in str(refused.value)


def test_profile_that_is_missing(project: Path, tmp_path: Path) -> None:
    with pytest.raises(SessionError, match="dbt cannot use the profile"):
        session_settings(project, tmp_path)


def test_project_is_found_from_below(project: Path, tmp_path: Path) -> None:
    assert find_project(project / "models" / "staging") == project
    with pytest.raises(SessionError, match=r"No dbt_project.yml in .* or above it"):
        find_project(tmp_path)


def test_command_outside_a_project(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["sample"]) == 2
    assert capsys.readouterr().err.startswith("error: No dbt_project.yml in ")
