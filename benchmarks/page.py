"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

Writes results into a page, between two marks.
"""

from __future__ import annotations

import os
import platform
from collections.abc import Iterable, Sequence
from importlib.metadata import version
from pathlib import Path


def write_between(page: Path, name: str, text: str) -> None:
    """Replace what lies between `<!-- name: begin -->` and `<!-- name: end -->`; the rest stays.

    Raises ValueError where the page does not have the marks.
    """
    before, after = around(page, name)
    page.write_text(f"{before}\n{text}\n{after}", "utf-8")


def around(page: Path, name: str) -> tuple[str, str]:
    """A page up to its first mark and from its second on.

    Raises ValueError where it does not have them; ask before you measure for an hour.
    """
    begin, end = f"<!-- {name}: begin -->", f"<!-- {name}: end -->"
    before, marked, rest = page.read_text("utf-8").partition(begin)
    _, closed, after = rest.partition(end)
    if not (marked and closed):
        raise ValueError(f"{page} has no {begin} … {end} to write between: put them in.")

    return before + begin, end + after


def machine(packages: Iterable[str]) -> str:
    """Cores, Python and the packages' versions, as one sentence."""
    versions = ", ".join(f"{package} {version(package)}" for package in packages)

    return f"{os.cpu_count()} cores, Python {platform.python_version()}, {versions}."


def table(header: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A Markdown table: the first column to the left, the others are figures."""
    lines = [header, ["---", *["---:"] * (len(header) - 1)], *rows]

    return "\n".join(f"| {' | '.join(cells)} |" for cells in lines)
