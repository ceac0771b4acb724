"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

The SQL of one model, read once: its columns, and what tables and columns each is made of.
"""

from __future__ import annotations

import logging
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlglot import exp, parse_one
from sqlglot.errors import SqlglotError
from sqlglot.optimizer import build_scope
from sqlglot.optimizer.qualify import qualify
from sqlglot.schema import MappingSchema

from customer_value.lineage.relations import Relation
from customer_value.lineage.walk import ROWS, Use, Walk
from customer_value.lineage.wording import DIALECT, Given

# what it cannot follow is said column by column; a build has no use for its warnings
logging.getLogger("sqlglot").setLevel(logging.ERROR)


class UnreadableError(ValueError):
    """The SQL of a model cannot be read; the message is a sentence."""


@dataclass(frozen=True)
class Sources:
    """What the values of a column are made of: `uses` of columns and rows of tables; `constants`
    is the SQL that makes values of no column.
    """

    uses: tuple[Use, ...]
    constants: tuple[str, ...] = ()


class Query:
    """A query over tables whose columns are known.

    Raises UnreadableError where sqlglot cannot read it.
    """

    def __init__(self, sql: str, schema: MappingSchema, columns: Mapping[str, Sequence[str]]):
        try:
            tree = qualify(
                _without_schemas(sql),
                dialect=DIALECT,
                schema=schema,
                validate_qualify_columns=False,
                identify=False,
            )
            scope = build_scope(tree)
            if scope is None:
                raise UnreadableError("it is no query")
            self._relation = Relation(scope, columns)
            self.columns: Sequence[str] = self._relation.names
        except (SqlglotError, RecursionError) as problem:
            raise UnreadableError(f"sqlglot: {str(problem).splitlines()[0]}") from problem

    def sources(self, column: str, given: Given = ()) -> Sources:
        """What a column is made of, in the rows that have the given values; `*` are the rows."""
        walk = Walk()
        if column == ROWS:
            walk.from_rows(self._relation, given)
        else:
            walk.from_column(self._relation, column, given)
        return Sources(walk.uses(), tuple(sorted(walk.constants)))


def schema_of(columns: Mapping[str, Sequence[str]]) -> MappingSchema:
    """What sqlglot has to know of tables."""
    schema = MappingSchema(dialect=DIALECT)
    for table, names in columns.items():
        add_to(schema, table, names)
    return schema


def add_to(schema: MappingSchema, table: str, columns: Sequence[str]) -> None:
    """One table more, or its other columns."""
    if columns:
        schema.add_table(table, dict.fromkeys(columns, "string"), dialect=DIALECT)


def _without_schemas(sql: str) -> exp.Expr:
    """Tables by their names alone: every name is used once, and releases have schemas of their
    own.
    """
    tree = parse_one(sql, dialect=DIALECT)
    for table in tree.find_all(exp.Table):
        table.set("db", None)
        table.set("catalog", None)
    for table in list(tree.find_all(exp.Table)):
        unpivots = [each for each in table.args.get("pivots") or [] if each.args.get("unpivot")]
        if len(unpivots) == 1:
            table.replace(_unpivoted(table, unpivots[0]))
    return tree


def _unpivoted(table: exp.Table, unpivot: exp.Pivot) -> exp.Expr:
    """`unpivot (value for name in (a, b))` as what it is: a union of one select per column."""
    [field], [value] = unpivot.args["fields"], unpivot.expressions
    plain = table.copy()
    plain.set("pivots", None)
    plain.set("alias", None)
    selects: list[exp.Query] = [
        exp.select(
            "*",
            exp.alias_(exp.Literal.string(each.alias_or_name), field.this.name),
            exp.alias_(exp.column(each.unalias().name), value.name),
        ).from_(plain.copy())
        for each in field.expressions
    ]
    united = selects[0]
    for select in selects[1:]:
        united = exp.union(united, select, distinct=False, copy=False)
    return united.subquery(unpivot.alias or table.alias or table.name, copy=False)
