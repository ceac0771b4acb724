"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

A real browser without a window, for what a reader waits for.
"""

from __future__ import annotations

import shutil
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


@contextmanager
def browser() -> Iterator[Any]:
    """The system's Chromium or Chrome, by playwright.

    Raises FileNotFoundError where there is none.
    """
    from playwright.sync_api import sync_playwright

    found = [path for path in map(shutil.which, BROWSERS) if path]
    if not found:
        raise FileNotFoundError(f"No browser here: install one of {', '.join(BROWSERS)}.")
    with sync_playwright() as driver:
        started = driver.chromium.launch(executable_path=found[0], args=["--no-sandbox"])
        yield started
        started.close()


def seconds_to(started: Any, address: str, wait: Callable[[Any], object]) -> float:
    """Seconds until an address is there, opened in a new window; `wait` waits in that window."""
    context = started.new_context()
    window = context.new_page()
    began = time.perf_counter()
    window.goto(address)
    wait(window)
    taken = time.perf_counter() - began
    context.close()

    return taken
