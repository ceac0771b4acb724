"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

The site with other data, and whether a folder holds whole pages.
"""

from __future__ import annotations

import dataclasses
import re
from pathlib import Path

from our_site import PAGES
from site_tables import site_tables

from customer_value.areas.customer_profile.rows import ValueCell
from customer_value.site.page_rows import PageRows

REFERENCE = re.compile(r'(?:src|href)="((?:assets|data)/[^"]+)"')


def assert_whole(folder: Path) -> None:
    """Every page of the folder finds all that it needs."""
    for page in PAGES:
        text = (folder / page.file_name).read_text("utf-8")
        needed = REFERENCE.findall(text)
        assert len(needed) > 5 and text.rstrip().endswith("</html>")
        assert [file for file in needed if not (folder / file).is_file()] == []


def other_tables() -> PageRows:
    """The same site with other data: every table the other way round, on another day; and fewer
    cells, as pages may put those in an order of their own.
    """
    tables = site_tables()
    rows = {kind: list(reversed(found)) for kind, found in tables.rows.items()}
    rows[ValueCell] = [cell for cell in rows[ValueCell] if cell.attribute_value != "BBB"]
    return PageRows(dataclasses.replace(tables.build, as_of_date="2031-01-01"), rows)


def names_in(folder: Path) -> list[str]:
    """Every file and folder below a folder."""
    return sorted(str(path.relative_to(folder)) for path in folder.rglob("*"))
