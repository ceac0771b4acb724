"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

What `make` passes on to which program. The programs are stand-ins that only write down how they
were called.
"""

from __future__ import annotations

import json
import shlex
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest
from project_for_make import project_for_make, start_make

PROGRAMS = ("python", "dbt", "ruff", "mypy", "sqlfluff")
STAND_IN = """#!{python}
import json, os, sys
with open({calls!r}, "a", encoding="utf-8") as calls:
    print(json.dumps([sys.argv[1:], dict(os.environ)]), file=calls)
"""
MARK = "--only-for-one"


@dataclass(frozen=True)
class Call:
    """How a program was called."""

    arguments: list[str]
    environment: dict[str, str]


@dataclass(frozen=True)
class Make:
    """A project with stand-ins for everything that its recipes call."""

    project: Path
    environment: Path

    def calls(self, target: str, **variables: str) -> list[Call]:
        """What a target calls, in order."""
        log = self.project / "calls"
        log.unlink(missing_ok=True)
        process = start_make(self.project, self.environment, target, **variables)
        output, _ = process.communicate(timeout=60)
        assert process.returncode == 0, output

        return [Call(*json.loads(line)) for line in log.read_text("utf-8").splitlines()]


@pytest.fixture(scope="module")
def make(tmp_path_factory: pytest.TempPathFactory) -> Make:
    folder = tmp_path_factory.mktemp("make")
    project = project_for_make(folder / "project")
    environment = folder / "environment"
    (environment / "bin").mkdir(parents=True)
    for name in PROGRAMS:
        program = environment / "bin" / name
        program.write_text(STAND_IN.format(python=sys.executable, calls=str(project / "calls")))
        program.chmod(0o755)
    for ready in (environment, Path(f"{environment}-spark35")):
        ready.mkdir(exist_ok=True)
        (ready / ".ready").touch()
    (environment / ".complete-journey-ready").touch()

    return Make(project, environment)


def test_build_gives_its_arguments_to_dbt_build_alone(make: Make) -> None:
    dbt, pages = make.calls("build", ARGS=MARK, VARS="rfm_bins: 7")

    build, docs = (shlex.split(command) for command in dbt.arguments[2:])
    assert (build[0], build[-1]) == ("build", MARK)
    assert docs[:2] == ["docs", "generate"]
    assert MARK not in docs
    # with other vars dbt would read the whole project once more
    assert build[build.index("--vars") + 1] == docs[docs.index("--vars") + 1]
    assert "rfm_bins: 7" in docs[docs.index("--vars") + 1]
    site = ["-m", "customer_value.site", "--schema", "customer_value", "--currency", "¥"]
    assert pages.arguments == [*site, "--if-published"]


@pytest.mark.parametrize("currency", ["R$", "€", "'"])
def test_the_sign_of_money_arrives_as_it_was_written(make: Make, currency: str) -> None:
    (pages,) = make.calls("site", CURRENCY=currency.replace("$", "$$"))

    assert pages.arguments[4:6] == ["--currency", currency]


def test_build_leaves_unit_tests_to_make_test(make: Make) -> None:
    dbt, _ = make.calls("build")

    assert "--exclude-resource-type unit_test" in dbt.arguments[2]


@pytest.mark.parametrize(
    ("target", "further"),
    [
        ("site", {}),
        ("findings", {}),
        ("load-online-retail", {"FILE": "lines.csv"}),
        ("load-olist", {"DIR": "/data/olist"}),
        ("load-events", {"FILE": "2019-Oct.csv"}),
        ("load-service-incidents", {"FILE": "incident_event_log.csv"}),
        ("export", {"LIST": "warnings"}),
        ("load-complete-journey", {}),
        ("test", {}),
        ("torture", {}),
        ("cluster-test", {}),
    ],
)
def test_one_program_gets_the_arguments(make: Make, target: str, further: dict[str, str]) -> None:
    calls = make.calls(target, ARGS=MARK, **further)

    assert [call.arguments.count(MARK) for call in calls] == [0] * (len(calls) - 1) + [1]


def test_what_is_meant_for_make_does_not_reach_a_make_that_it_starts(make: Make) -> None:
    given = {"ARGS": MARK, "VARS": "rfm_bins: 7", "FORMAT": "json"}
    for call in make.calls("build", **given, AS_OF_DATE="2024-06-23", DBT_SCHEMA="shop"):
        assert given.keys().isdisjoint(call.environment)
        assert "ARGS" not in call.environment.get("MAKEFLAGS", "")
        assert call.environment["AS_OF_DATE"] == "2024-06-23"
        assert call.environment["DBT_SCHEMA"] == "shop"


def test_a_variable_that_is_empty_counts_as_unset(make: Make) -> None:
    unset = [call.arguments for call in make.calls("build")]
    empty = make.calls("build", ODS="", ONLINE_RETAIL="", DBT_SCHEMA="", AS_OF_DATE="", PYTHON="")

    assert [call.arguments for call in empty] == unset


def test_the_package_is_loaded_where_no_folder_is_named(make: Make) -> None:
    (package,) = make.calls("load-complete-journey")
    (folder,) = make.calls("load-complete-journey", DIR="/data/my journey")

    assert package.arguments == ["-m", "customer_value.ods", "complete-journey"]
    assert folder.arguments == [*package.arguments, "/data/my journey"]


@pytest.mark.parametrize(
    ("target", "loader", "variable"),
    [
        ("load-olist", "olist", "DIR"),
        ("load-events", "events", "FILE"),
        ("load-service-incidents", "service-incidents", "FILE"),
    ],
)
def test_a_data_set_is_loaded_from_what_is_named(
    make: Make, target: str, loader: str, variable: str
) -> None:
    (load,) = make.calls(target, **{variable: "/data/my files"})

    assert load.arguments == ["-m", "customer_value.ods", loader, "/data/my files"]


def test_a_list_is_exported_by_its_name_into_the_folder_that_was_named(make: Make) -> None:
    (named,) = make.calls("export", LIST="stage-沉睡", OUT="/data/my lists", DBT_SCHEMA="shop")
    (unnamed,) = make.calls("export")

    command = ["-m", "customer_value.commands.export", "--schema"]
    assert named.arguments == [*command, "shop", "--output", "/data/my lists", "--", "stage-沉睡"]
    assert unnamed.arguments == [*command, "customer_value"]


def test_demo_has_schemas_and_folders_of_its_own(make: Make) -> None:
    calls = make.calls("demo", ODS="seeds", VARS="rfm_bins: 7", DBT_SCHEMA="shop")
    load, dbt = calls[:2]
    (shown,) = (call for call in calls[2:] if "customer_value.commands.show" in call.arguments)
    (pages,) = (call for call in calls[2:] if "customer_value.site" in call.arguments)

    assert load.arguments[-2:] == ["--schema", "complete_journey"]
    build, docs = (shlex.split(command) for command in dbt.arguments[2:])
    settings = build[build.index("--vars") + 1]
    assert "customer_service_promo_ods: source" in settings
    assert "customer_profile_ods: source" in settings
    consent = "customer_profile_profiling_without_consent: true"
    assert f"ods_schema: complete_journey, {consent}, rfm_bins: 7" in settings
    assert {
        f"path:models/*/{area}" for area in ("customer_service_promo", "customer_profile", "shared")
    } < {*build}
    assert settings in docs and settings in shown.arguments
    for name, value in (("--schema", "demo"), ("--output", "site-demo"), ("--currency", "$")):
        assert pages.arguments[pages.arguments.index(name) + 1] == value
    for call in (dbt, pages, shown):
        environment = call.environment
        assert environment["DBT_SCHEMA"] == "demo"
        assert environment["DBT_TARGET_PATH"] == "target/demo"
        assert environment["AS_OF_DATE"] == "2017-11-27"
    assert "ads_customer_service_promo_overview" in " ".join(shown.arguments)


def test_demo_looks_at_another_day_where_it_is_asked_to(make: Make) -> None:
    _, dbt, *_ = make.calls("demo", AS_OF_DATE="2017-06-30")

    assert dbt.environment["AS_OF_DATE"] == "2017-06-30"


def test_a_query_arrives_as_it_was_written(make: Make) -> None:
    query = "select '$x', \"a\", `rank` from t where name rlike '^客服$'"
    (shown,) = make.calls("show", Q=query, VARS="rfm_bins: 7")
    (as_json,) = make.calls("show", Q=query, FORMAT="json")

    for call in (shown, as_json):
        assert call.arguments[:3] == ["-m", "customer_value.commands.show", f"--inline={query}"]
    assert "rfm_bins: 7" in shown.arguments[-1]
    assert "--json" in as_json.arguments
    assert "--json" not in shown.arguments
