"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

A reader of the site: opens pages and notes everything that a page should not do.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path
from typing import Any

from customer_value.words.bilingual import Text

READY_WITHIN = 30_000  # milliseconds until everything is drawn, on a machine with other work


@dataclass
class Reader:
    """A browser window on a site; `complaints` has every console message, error, dialog and
    request that is not a file of the site.
    """

    page: Any
    folder: Path
    complaints: list[str] = field(default_factory=list)

    def open(self, file_name: str) -> Any:
        """Open one page of the site and wait until it is drawn."""
        self.page.goto((self.folder / file_name).as_uri())
        self.page.wait_for_selector("html[data-ready]", timeout=READY_WITHIN)
        return self.page

    def choose(self, name: str, value: object) -> None:
        """Click an option of a switch: language, theme, or one of the page's own."""
        self.page.locator(f'input[name="{name}"][value="{value}"]').locator("xpath=..").click()


@contextmanager
def reading(browser: Any, folder: Path, width: int = 1440, **options: Any) -> Iterator[Reader]:
    """A window without a network; options are those of Playwright's new_context."""
    context = browser.new_context(
        viewport={"width": width, "height": 900}, offline=True, locale="zh-CN", **options
    )
    reader = Reader(context.new_page(), folder)
    root = folder.as_uri()
    reader.page.on("console", lambda message: reader.complaints.append(message.text))
    reader.page.on("dialog", lambda dialog: (reader.complaints.append("a dialog"), dialog.accept()))
    reader.page.on("pageerror", lambda error: reader.complaints.append(str(error)))
    reader.page.on(
        "request",
        lambda request: (
            request.url.startswith((root, "blob:"))
            or reader.complaints.append(f"request: {request.url}")
        ),
    )
    try:
        yield reader
    finally:
        context.close()


def page_data(folder: Path, name: str) -> Any:
    """What the page's data script holds."""
    (path,) = (folder / "data").glob(f"{name}.*.js")
    text = path.read_text("utf-8")
    return json.loads(text[len("window.page = ") : -2])


def plain(cell: Any) -> Any:
    """A cell as JSON has it."""
    if isinstance(cell, Text):
        return {"zh": cell.zh, "en": cell.en}
    return float(cell) if isinstance(cell, Decimal) else cell
