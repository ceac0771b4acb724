"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

How long it takes until each page of a written site is drawn, opened from disk:
`python -m benchmarks.pages site`.
"""

from __future__ import annotations

import argparse
import statistics
import sys
from pathlib import Path
from typing import Any

from benchmarks.browser import browser, seconds_to
from benchmarks.page import around, table, write_between

PAGE_PART = "pages"
GOAL = 2.0  # seconds until a page is drawn
DRAWN = "html[data-ready]"


def main() -> int:
    """Open every page some times, each time in a new window; 1 where one was not there in time."""
    options = _options()
    if options.page:
        around(options.page, PAGE_PART)
    pages = sorted(options.site.glob("*.html"))
    with browser() as started:
        taken = {page: [_opened(started, page) for _ in range(options.times)] for page in pages}
    text = table(
        ("page", "data KB", "drawn after s", "slowest"),
        [
            (
                f"`{page.name}`",
                f"{_data_of(page) / 1e3:,.0f}",
                f"{statistics.median(seconds):.2f}",
                f"{max(seconds):.2f}",
            )
            for page, seconds in taken.items()
        ],
    )
    if options.page:
        write_between(options.page, PAGE_PART, text)
    print(text)

    return int(max(max(seconds) for seconds in taken.values()) > GOAL)


def _opened(started: Any, page: Path) -> float:
    return seconds_to(started, page.as_uri(), lambda window: window.wait_for_selector(DRAWN))


def _data_of(page: Path) -> int:
    return sum(file.stat().st_size for file in (page.parent / "data").glob(f"{page.stem}.*.js"))


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.pages", description=(__doc__ or "").splitlines()[-2]
    )
    parser.add_argument("site", type=Path, help="a folder that make site or make build has written")
    parser.add_argument("--times", type=int, default=5, help="how often each page is opened")
    parser.add_argument("--page", type=Path, help="write the table between the marks of this page")

    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
