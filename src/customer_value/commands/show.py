"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

The command behind `make show`: prints the rows of a query, every column in full. It runs
``dbt show --inline``, in which ``ref`` gives the published table of an ADS model.
"""

from __future__ import annotations

import argparse
import io
import json
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from dbt.cli.main import dbtRunner
from prettytable import PrettyTable, TableStyle

from customer_value.commands.show_failure import sentence_of

# what `ref` means in the query (macros/engine/publish): dbt's own would show what was not published
PUBLISHED = "{% set ref = published_ref %}"
# dbt's events: what macros log for people, and why a query cannot be parsed
NOTE, NOT_PARSED = "JinjaLogInfo", "ParseInlineNodeError"


@dataclass(frozen=True)
class Shown:
    """The rows of a query as dbt's agate table, or why there are none; what macros had to say."""

    rows: Any
    failure: str
    notes: Sequence[str]


def show(query: str, options: Sequence[str]) -> Shown:
    """Run a query, with further options of ``dbt show``."""
    notes: dict[str, None] = {}
    failures: list[str] = []

    def listen(event: Any) -> None:
        if event.info.name == NOTE:
            notes[str(event.data.msg)] = None
        elif event.info.name == NOT_PARSED:
            failures.append(str(event.data.exc))

    # dbt itself prints nothing, because a table is drawn of the rows
    asked = ["--log-level", "none", "show", "--inline", PUBLISHED + query, "--limit", "-1"]
    result: Any = dbtRunner(callbacks=[listen]).invoke([*asked, *options])
    nodes = getattr(result.result, "results", [])
    if not result.success:
        failures.append(str(result.exception or "\n".join(str(node.message) for node in nodes)))
    rows = nodes[-1].agate_table if result.success and nodes else None

    return Shown(rows, failures[0] if failures else "", list(notes))


def as_json(rows: Any) -> str:
    """An agate table as ``dbt show --output json`` prints it."""
    written = io.StringIO()
    rows.to_json(path=written)

    return json.dumps({"show": json.loads(written.getvalue())}, indent=2)


def as_table(names: Sequence[str], rows: Sequence[Sequence[Any]]) -> str:
    """Rows as text, one line each, aligned also where values are Chinese."""
    if not rows:
        return "(no rows)"
    table = PrettyTable(list(names))
    table.set_style(TableStyle.SINGLE_BORDER)
    table.align = "l"
    for row in rows:
        table.add_row([_text(value) for value in row])
    for name, column in zip(names, zip(*rows, strict=True), strict=True):
        if any(isinstance(value, int | float | Decimal) for value in column):
            table.align[name] = "r"

    return str(table.get_string())


def _text(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, Decimal):
        # never 1E+3
        return f"{value:f}"

    return str(value)


def main(argv: Sequence[str] | None = None) -> int:
    """Rows go to standard output, everything else to standard error; 0, or 1 without rows."""
    parser = argparse.ArgumentParser(
        prog="python -m customer_value.commands.show",
        description="Print the rows of a query; further options are those of dbt show.",
        allow_abbrev=False,
    )
    # not by position: a query may begin with a comment, which looks like an option
    parser.add_argument("--inline", required=True, help="SQL, with {{ ref('…') }} for a model")
    parser.add_argument("--json", action="store_true", help="as dbt show --output json")
    arguments, options = parser.parse_known_args(argv)
    if not arguments.inline.strip():
        print("error: Give a query: make show Q=\"select * from {{ ref('…') }}\"", file=sys.stderr)
        return 1

    shown = show(arguments.inline, options)
    for note in shown.notes:
        print(f"note: {note}", file=sys.stderr)
    if shown.rows is None:
        print(f"error: {sentence_of(shown.failure)}", file=sys.stderr)
        return 1
    names = list(shown.rows.column_names)
    rows = [list(row.values()) for row in shown.rows.rows]
    print(as_json(shown.rows) if arguments.json else as_table(names, rows))

    return 0


if __name__ == "__main__":
    raise SystemExit(main())
