"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

A qualified query as relations: what each select gives, from what, and under which conditions.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from sqlglot import exp
from sqlglot.optimizer import Scope
from sqlglot.optimizer.scope import find_all_in_scope

from customer_value.lineage.generated import GENERATORS, Generated, Outputs, rows_of
from customer_value.lineage.terms import conjuncts

# what is joined like this only chooses rows, or stands beside each of them
_LOOKED_UP = {"SEMI", "ANTI", "CROSS"}


@dataclass(frozen=True, eq=False)
class Relation:
    """A common table expression, a subquery or a whole query: the selects of a union."""

    scope: Scope
    columns: Mapping[str, Sequence[str]]
    _known: dict[int, Relation] = field(default_factory=dict, repr=False)

    @cached_property
    def branches(self) -> Sequence[Branch]:
        """One per select, all with the names of the first."""
        found = list(self._selects(self.scope))
        names = self.scope.outer_columns or (list(found[0].outputs) if found else [])
        return [branch.named(names) for branch in found]

    @property
    def names(self) -> Sequence[str]:
        """The columns in their order."""
        return list(self.branches[0].outputs) if self.branches else []

    def of(self, scope: Scope) -> Relation:
        """The relation of another scope of the same query, each made once."""
        if id(scope) not in self._known:
            self._known[id(scope)] = Relation(scope, self.columns, self._known)
        return self._known[id(scope)]

    def _selects(self, scope: Scope) -> Iterator[Branch]:
        if isinstance(scope.expression, exp.SetOperation):
            for part in scope.set_operation_scopes:
                yield from self.of(part).branches
        elif isinstance(scope.expression, exp.Subquery):
            for part in scope.subquery_scopes[:1]:
                yield from self.of(part).branches
        elif isinstance(scope.expression, exp.Select):
            select = _Select(self, scope)
            for outputs in select.outputs():
                yield Branch(outputs, select)


@dataclass(frozen=True, eq=False)
class Branch:
    """One select: `outputs` are expressions over the columns of its sources, by name."""

    outputs: Outputs
    select: _Select

    def named(self, names: Sequence[str]) -> Branch:
        """The same with other names, by position."""
        if list(self.outputs) == list(names):
            return self
        return Branch(dict(zip(names, self.outputs.values(), strict=False)), self.select)


@dataclass(frozen=True, eq=False)
class _Select:
    """A select of a query and its sources by alias: a table's name, a relation, or rows made."""

    relation: Relation
    scope: Scope

    @cached_property
    def sources(self) -> Mapping[str, str | Relation | Generated]:
        """What the columns of each alias come from."""
        known = {**self.scope.sources, **{k: v for k, (_, v) in self._selected.items()}}
        found = {alias: self._source(source) for alias, source in known.items()}
        for number, scope in enumerate(self.scope.subquery_scopes):
            found[_subquery(number)] = self.relation.of(scope)
        return found

    @cached_property
    def _selected(self) -> Mapping[str, tuple[exp.Expr, exp.Table | Scope]]:
        return self.scope.selected_sources

    def _source(self, source: exp.Table | Scope) -> str | Relation | Generated:
        if isinstance(source, exp.Table):
            return source.name
        made = source.expression
        if isinstance(made, exp.Lateral):
            names = [column.name for column in made.args["alias"].columns]
            return Generated(rows_of(made.this, names))
        if isinstance(made, exp.Values):
            return Generated([dict.fromkeys(made.alias_column_names, exp.Var(this="VALUES"))])
        return self.relation.of(source)

    @cached_property
    def row_sources(self) -> Sequence[str]:
        """The aliases whose rows are those of the select: not what is only looked up."""
        joins = self.scope.expression.args.get("joins") or []
        looked_up = {
            join.alias_or_name for join in joins if join.side or (join.kind or "") in _LOOKED_UP
        }
        return [
            alias
            for alias in self._selected
            if alias not in looked_up and not isinstance(self.sources[alias], Generated)
        ]

    @cached_property
    def conditions(self) -> Sequence[exp.Expr]:
        """What a row has to meet: `where` and `having`."""
        clauses = [self.scope.expression.args.get(name) for name in ("where", "having", "qualify")]
        return [part for clause in clauses if clause for part in conjuncts(clause.this)]

    @cached_property
    def join_conditions(self) -> Sequence[tuple[exp.Expr, str | None]]:
        """What joins ask for, each with the only alias that it decides on: a row of the left side
        of a left join stays whatever is asked.
        """
        joins = self.scope.expression.args.get("joins") or []
        return [
            (part, join.alias_or_name if join.side == "LEFT" and not join.kind else None)
            for join in joins
            if join.args.get("on")
            for part in conjuncts(join.args["on"])
        ]

    def outputs(self) -> Iterator[Outputs]:
        """The outputs by name, once for each row that a generator among them makes."""
        rows: list[dict[str, exp.Expr]] = [{}]
        for projection in self.scope.expression.expressions:
            if isinstance(projection, exp.Aliases) and isinstance(projection.this, GENERATORS):
                names = [name.name for name in projection.expressions]
                made = rows_of(projection.this, names)
                rows = [{**row, **more} for row in rows for more in made]
                continue
            more = dict(self._named(projection))
            rows = [{**row, **more} for row in rows]
        yield from rows

    def _named(self, projection: exp.Expr) -> Iterator[tuple[str, exp.Expr]]:
        if isinstance(projection, exp.Aliases):
            for name in projection.expressions:
                yield name.name, self._prepared(projection.this)
        elif isinstance(projection, exp.Star):
            yield from ((column.name, column) for column in self._all_columns())
        elif isinstance(projection, exp.Dot) and isinstance(projection.expression, exp.Star):
            for name in self._fields(projection.this):
                yield name, exp.Dot(this=projection.this, expression=exp.to_identifier(name))
        else:
            yield projection.alias_or_name, self._prepared(projection.unalias())

    def _all_columns(self, of: str = "") -> Iterator[exp.Column]:
        for alias in self._selected if not of else [of]:
            source = self.sources.get(alias)
            if isinstance(source, str):
                names = self.relation.columns.get(source, [])
            elif isinstance(source, Relation):
                names = source.names
            else:
                names = list(source.rows[0]) if source and source.rows else []
            yield from (exp.column(name, table=alias) for name in names)

    def _fields(self, struct: exp.Expr) -> Sequence[str]:
        """The names in a struct, wherever it was made."""
        if isinstance(struct, exp.Struct):
            return [part.name for part in struct.expressions]
        source = self.sources.get(struct.table) if isinstance(struct, exp.Column) else None
        if isinstance(source, Relation) and source.branches:
            branch = source.branches[0]
            made = branch.outputs.get(struct.name)
            return branch.select._fields(made) if made is not None else []
        return []

    def _prepared(self, made: exp.Expr) -> exp.Expr:
        """With structs of all columns written out, subqueries as columns of a source, and columns
        without a table as those of the only source.
        """
        alone = next(iter(self._selected)) if len(self._selected) == 1 else None
        if isinstance(made, exp.Column) and made.table:
            return made
        bare = alone and any(not column.table for column in made.find_all(exp.Column))
        if not bare and made.find(exp.Query, exp.Star) is None:
            return made

        numbers = {id(scope.expression): at for at, scope in enumerate(self.scope.subquery_scopes)}
        queries = [
            numbers.get(id(query)) for query in find_all_in_scope(made, *exp.UNWRAPPED_QUERIES)
        ]
        made = exp.Paren(this=made.copy())
        for number, query in zip(
            queries, list(find_all_in_scope(made, *exp.UNWRAPPED_QUERIES)), strict=True
        ):
            wrapped = query.parent if isinstance(query.parent, exp.Subquery) else query
            name = next(iter(query.named_selects), "")
            table = None if number is None else _subquery(number)
            wrapped.replace(exp.column(name, table=table))
        for struct in list(made.find_all(exp.Struct)):
            struct.set("expressions", list(self._written_out(struct.expressions)))
        for column in made.find_all(exp.Column):
            if alone and not column.table and not isinstance(column.this, exp.Star):
                column.set("table", exp.to_identifier(alone))
        prepared: exp.Expr = made.this
        return prepared

    def _written_out(self, parts: Sequence[exp.Expr]) -> Iterator[exp.Expr]:
        for part in parts:
            of = part.table if isinstance(part, exp.Column) else ""
            if isinstance(part, exp.Star) or (of and isinstance(part.this, exp.Star)):
                for column in self._all_columns(of):
                    yield exp.PropertyEQ(this=exp.to_identifier(column.name), expression=column)
            else:
                yield part


def _subquery(number: int) -> str:
    # no alias begins like this
    return f"({number})"
