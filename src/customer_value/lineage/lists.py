"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

Committed lists of lineage: a text that names columns, each with its path below. The lists say what
they are about themselves, so that they can be written anew.
"""

from __future__ import annotations

import re

from customer_value.lineage.asked import as_text, find_column
from customer_value.lineage.graph import Graph

# the name of a column stands alone on its line, at its beginning
_ASKED = re.compile(r"^\w+\.\w+$")


def written_anew(graph: Graph, text: str) -> str:
    """A list with the paths as they are now: comments (`#`) and columns stay in their order.

    Raises UnknownColumnError where a column of the list is gone.
    """
    lines: list[str] = []
    for line in text.splitlines():
        if line.startswith("#"):
            lines.append(line)
        elif _ASKED.match(line):
            lines += ["", as_text(graph, *find_column(graph, line)).rstrip("\n")]
    return "\n".join(lines) + "\n"
