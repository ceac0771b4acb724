"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

A small dbt project for the loader; its tables go into the session of all tests.
"""

import os
import shutil
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from workspace import REPOSITORY

from customer_value.loader.area_tables import OdsTable, ods_tables
from customer_value.loader.cells.rules import CellRules
from customer_value.loader.read_directory import read_directory
from customer_value.loader.read_table import ReadTable

Read = Callable[[Path, Sequence[OdsTable]], list[ReadTable]]

PROFILES = """
small:
  target: local
  outputs:
    local:
      type: spark
      method: session
      schema: small
      host: localhost
      server_side_parameters:
        spark.sql.session.timeZone: Asia/Shanghai
        spark.customer_value.from_environment: "{{ env_var('CUSTOMER_VALUE_TEST', 'not set') }}"
    thrift:
      type: spark
      method: thrift
      schema: small
      host: localhost
"""


@pytest.fixture(scope="session")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A dbt project with the real macros, and so lists of ODS tables, and nothing else."""
    folder = tmp_path_factory.mktemp("project")
    (folder / "dbt_project.yml").write_text("name: small\nprofile: small\n", encoding="utf-8")
    (folder / "profiles").mkdir()
    (folder / "profiles" / "profiles.yml").write_text(PROFILES, encoding="utf-8")
    shutil.copytree(REPOSITORY / "macros", folder / "macros")
    return folder


@pytest.fixture(autouse=True)
def working_folder() -> Iterator[None]:
    """Opening a session changes into the project; the next test starts where this one did."""
    before = Path.cwd()
    yield
    os.chdir(before)


@pytest.fixture(scope="session")
def tables(project: Path) -> list[OdsTable]:
    """The ODS tables of the promo area, and of the dimensions that are loaded with it."""
    return [*ods_tables(project, "customer_service_promo"), *ods_tables(project, "shared")]


@pytest.fixture
def directory(tmp_path: Path, tables: list[OdsTable]) -> Path:
    """A directory that can be loaded: one CSV file with a header and one row per table."""
    folder = tmp_path / "files"
    folder.mkdir()
    for table in tables:
        lines = [",".join(table.columns), ",".join("1" for _ in table.columns)]
        (folder / f"{table.name}.csv").write_text("\n".join(lines) + "\n", encoding="utf-8")
    return folder


@pytest.fixture
def read(tmp_path_factory: pytest.TempPathFactory) -> Read:
    """Reads a directory's tables as `make load` does, on clocks of Shanghai."""
    rules = CellRules(REPOSITORY, ZoneInfo("Asia/Shanghai"))

    return lambda directory, tables: read_directory(
        directory, tables, rules, tmp_path_factory.mktemp("read")
    )
