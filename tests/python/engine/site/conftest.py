"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

A real browser, and a site of hand-made rows for it to open.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from our_site import SITE
from site_tables import empty_tables, site_tables
from workspace import REPOSITORY

from customer_value.commands.site import LIBRARY
from customer_value.site.write import write_site

BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


@pytest.fixture(scope="session")
def library() -> Path:
    """The file of ECharts that set-up fetched."""
    path = REPOSITORY / LIBRARY
    assert path.is_file(), f"{path} is missing: run make setup"
    return path


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory, library: Path) -> Path:
    """A site of hand-made rows, some with names that try to be HTML."""
    folder = tmp_path_factory.mktemp("pages") / "site"
    write_site(SITE, site_tables(), library, folder)
    return folder


@pytest.fixture(scope="session")
def empty_site(tmp_path_factory: pytest.TempPathFactory, library: Path) -> Path:
    """The site of a warehouse in which nothing has happened yet."""
    folder = tmp_path_factory.mktemp("empty_pages") / "site"
    write_site(SITE, empty_tables(), library, folder)
    return folder


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
