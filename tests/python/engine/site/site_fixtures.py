"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

A site of hand-made rows, and a real browser to open it. The root conftest imports these fixtures,
because the tests of areas need them too; they import what they need when they run.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from workspace import REPOSITORY

BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


@pytest.fixture(scope="session")
def library() -> Path:
    """The file of ECharts that set-up fetched."""
    from customer_value.commands.site import LIBRARY

    path = REPOSITORY / LIBRARY
    assert path.is_file(), f"{path} is missing: run make setup"
    return path


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory, library: Path) -> Path:
    """A site of hand-made rows, some with names that try to be HTML."""
    from site_tables import site_tables

    return _written(site_tables(), library, tmp_path_factory.mktemp("pages"))


@pytest.fixture(scope="session")
def empty_site(tmp_path_factory: pytest.TempPathFactory, library: Path) -> Path:
    """The site of a warehouse in which nothing has happened yet."""
    from site_tables import empty_tables

    return _written(empty_tables(), library, tmp_path_factory.mktemp("empty_pages"))


def _written(rows: Any, library: Path, parent: Path) -> Path:
    from our_site import SITE

    from customer_value.site.write import write_site

    write_site(SITE, rows, library, parent / "site")
    return parent / "site"


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    """Headless Chromium of the machine; the tests are skipped, and say so, where there is none."""
    playwright = pytest.importorskip("playwright.sync_api", reason="Playwright is not installed")
    found = [path for path in map(shutil.which, BROWSERS) if path]
    if not found:
        pytest.skip("no Chromium on this machine: install one to see the pages tested")
    with playwright.sync_playwright() as driver:
        opened = driver.chromium.launch(executable_path=found[0], args=["--no-sandbox"])
        yield opened
        opened.close()
