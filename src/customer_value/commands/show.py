"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

Draw what ``dbt show --output json`` prints as a table, every column in full:
``dbt show … | python -m customer_value.commands.show``.
"""

from __future__ import annotations

import json
import sys

from prettytable import PrettyTable, TableStyle


def table_of(shown: str) -> str:
    """The rows of dbt's JSON as text, one line each, aligned also where values are Chinese.

    Raises ValueError where the text is not what ``dbt show --output json`` prints.
    """
    try:
        rows = json.loads(shown)["show"]
    except (KeyError, TypeError) as problem:
        raise ValueError("not the output of dbt show --output json") from problem
    if not rows:
        return "(no rows)"

    table = PrettyTable(list(rows[0]))
    table.set_style(TableStyle.SINGLE_BORDER)
    table.align = "l"
    for row in rows:
        table.add_row(["" if value is None else value for value in row.values()])
    numeric = [name for name in rows[0] if any(isinstance(row[name], int | float) for row in rows)]
    for name in numeric:
        table.align[name] = "r"

    return str(table.get_string())


def main() -> int:
    """Read standard input; what is not a result (dbt's error message) goes to standard error."""
    shown = sys.stdin.read()
    try:
        print(table_of(shown))
    except ValueError:
        print(shown.strip(), file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
