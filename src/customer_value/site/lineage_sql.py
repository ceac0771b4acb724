"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

From the SQL of one model: which columns of which tables the values of each column come from.
"""

from __future__ import annotations

import logging
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlglot import exp, parse_one
from sqlglot.errors import SqlglotError
from sqlglot.lineage import Node, lineage

DIALECT = "spark"
# what it cannot follow is said on the page, column by column; a build has no use for its warnings
logging.getLogger("sqlglot").setLevel(logging.ERROR)
_LONGEST = 160


@dataclass(frozen=True)
class Sources:
    """Where the values of a column come from: `columns` are (table, column) in the order of their
    names; without any, `expression` is the SQL that makes the values, and `counted` are the tables
    whose rows it counts.
    """

    columns: tuple[tuple[str, str], ...]
    expression: str
    counted: tuple[str, ...] = ()


def sources_of(sql: str, columns: Mapping[str, Sequence[str]]) -> dict[str, Sources] | str:
    """The sources of every column of a query, in its order; `columns` are those of the tables.

    A sentence instead, where sqlglot cannot read the query or a column has no name.
    """
    schema: dict[str, object] = {
        table: dict.fromkeys(names, "string") for table, names in columns.items() if names
    }
    try:
        tree = _without_schemas(sql)
        nodes = lineage(None, tree, schema, dialect=DIALECT)
    except (SqlglotError, RecursionError) as problem:
        return f"sqlglot: {str(problem).splitlines()[0]}"
    return {name: _sources(node, tree) for name, node in nodes.items()}


def _without_schemas(sql: str) -> exp.Expr:
    """Tables by their names alone: every name is used once, and releases have schemas of their
    own.
    """
    tree = parse_one(sql, dialect=DIALECT)
    for table in tree.find_all(exp.Table):
        table.set("db", None)
        table.set("catalog", None)
    return tree


def _sources(root: Node, tree: exp.Expr) -> Sources:
    found: set[tuple[str, str]] = set()
    made: set[str] = set()
    counted: set[str] = set()
    for node in root.walk():
        if node.downstream:
            continue
        if isinstance(node.expression, exp.Table):
            found.add((node.expression.name, exp.to_column(node.name).name))
            continue
        made.add(_short(node.expression))
        if node.expression.find(exp.AggFunc) or _is_one(node.expression):
            counted |= _tables_under(node.source, tree)
    return Sources(tuple(sorted(found)), "; ".join(sorted(made)), tuple(sorted(counted)))


def _is_one(expression: exp.Expr) -> bool:
    """`1 as send_count`: every row counts once, and a sum of it counts rows."""
    inner = expression.unalias()
    return isinstance(inner, exp.Literal) and not inner.is_string and inner.name == "1"


def _tables_under(select: exp.Expr, tree: exp.Expr) -> set[str]:
    """The tables that a select reads, through the common table expressions of the query."""
    named = {common.alias: common.this for common in tree.find_all(exp.CTE)}
    waiting: list[exp.Expr] = [select]
    seen: set[str] = set()
    tables: set[str] = set()
    while waiting:
        part = waiting.pop()
        own = part.copy()
        own.set("with_", None)
        for name in {table.name for table in own.find_all(exp.Table)} - seen:
            seen.add(name)
            if name in named:
                waiting.append(named[name])
            else:
                tables.add(name)
    return tables


def _short(expression: exp.Expr) -> str:
    inner = expression.unalias()
    text = inner.sql(dialect=DIALECT, comments=False)
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"
