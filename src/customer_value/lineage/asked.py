"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

One column that a person asks for: found by its name, and its path as text or as plain data.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from difflib import get_close_matches
from typing import Any

from customer_value.errors import CommandError
from customer_value.lineage.graph import Graph
from customer_value.lineage.rows import ColumnStep

_CLOSE = 5


class UnknownColumnError(CommandError):
    """No model has the column; the message names close ones."""


def find_column(graph: Graph, name: str) -> tuple[str, str]:
    """A table and its column from `table.column`.

    Raises UnknownColumnError where there is none.
    """
    table, _, column = name.strip().partition(".")
    if table not in graph.tables:
        close = _close(table, graph.tables)
        raise UnknownColumnError(f"No table is called {table!r}{close}")
    columns = graph.columns(table)
    if not column:
        raise UnknownColumnError(
            f"Name a column of {table}, as in {table}.{columns[0] if columns else 'column'}."
            f" It has {', '.join(columns)}."
        )
    if column not in columns:
        raise UnknownColumnError(f"{table} has no column {column!r}{_close(column, columns)}")
    return table, column


def _close(name: str, names: Sequence[str]) -> str:
    close = get_close_matches(name, names, n=_CLOSE, cutoff=0.5)
    if not close:
        close = [each for each in names if name and name in each][:_CLOSE]
    return f". Did you mean {' or '.join(close)}?" if close else ": look for its name in the docs."


def as_text(graph: Graph, table: str, column: str) -> str:
    """The path as a tree, one line for each column and one for what is done with it."""
    return "\n".join([f"{table}.{column}", *_lines(graph, (table, column, ""), "", set())]) + "\n"


def _lines(
    graph: Graph, start: tuple[str, str, str], margin: str, drawn: set[tuple[str, str, str]]
) -> Iterator[str]:
    steps = graph.steps(*start)
    for step in steps:
        is_last = step is steps[-1]
        inside = margin + ("   " if is_last else "│  ")
        is_drawn = step.goes_on and step.below in drawn and bool(graph.steps(*step.below))
        yield f"{margin}{'└─' if is_last else '├─'} {_named(step)}{' (above)' if is_drawn else ''}"
        if step.expression and step.goes_on:
            yield f"{inside}   = {step.expression}"
        if step.filters:
            yield f"{inside}   where {' and '.join(step.filters)}"
        if step.goes_on and not is_drawn:
            drawn.add(step.below)
            yield from _lines(graph, step.below, inside, drawn)


def _named(step: ColumnStep) -> str:
    if step.kind == "column":
        return f"{step.source_table}.{step.source_column}"
    if step.kind == "rows":
        return f"rows of {step.source_table}"
    if step.kind == "python":
        return f"{step.source_table}, in a Python model that does not say which column"
    if step.kind == "unread":
        return f"not read: {step.expression}"
    return f"no column: {step.expression}"


def as_data(graph: Graph, table: str, column: str) -> Mapping[str, Any]:
    """The path as plain data: `column`, and `steps` with `of`, `kind`, `from`, `expression`,
    `filters`. `rows` are the values for which a step holds, where it does not for all rows.
    """
    return {
        "column": f"{table}.{column}",
        "steps": [_as_data(step) for step in graph.below(table, column)],
    }


def _as_data(step: ColumnStep) -> Mapping[str, Any]:
    parts = {
        "of": f"{step.table}.{step.column}",
        "rows": step.given,
        "kind": step.kind,
        "from": ".".join(part for part in (step.source_table, step.source_column) if part),
        "expression": step.expression,
        "filters": list(step.filters),
    }
    return {name: part for name, part in parts.items() if part}
