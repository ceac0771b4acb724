"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

From a column of a query down to the columns of its tables. On the way expressions are put into one
another and conditions are gathered, select by select; what they rule out is not followed.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice

from sqlglot import exp

from customer_value.lineage.facts import contradict, facts_of, key, truth, without_the_impossible
from customer_value.lineage.relations import Branch, Generated, Outputs, Relation
from customer_value.lineage.wording import (
    Filters,
    Given,
    common,
    counts_of,
    expression_of,
    filters_of,
    given_by,
    guards_of,
    in_short,
    is_larger,
    part_around,
    short,
    text_of,
)

# beyond these an expression begins anew at the next select, and conditions are left out
_LARGEST, _LARGEST_UNSIMPLIFIED, _LARGEST_PART = 120, 400, 40
_LARGEST_CONDITION, _MOST_CONDITIONS = 40, 16
_MOST_STATES = 200
# a column that is used at more places of one expression is so under no condition of its own
_MOST_PLACES = 12
ROWS = "*"


@dataclass(frozen=True)
class Use:
    """A column of a table, or its rows (`*`), as the values of another column use it: what is done
    with it, None where it is taken as it is, and the conditions under which it counts. `given` are
    those of them that name values of the table's columns.
    """

    table: str
    column: str
    expression: str | None = None
    filters: tuple[str, ...] = ()
    given: Given = ()


@dataclass(frozen=True)
class _State:
    branch: Branch
    made: exp.Expr
    conditions: tuple[exp.Expr, ...]
    # the SQL that counts rows, where it is rows that are followed
    counting: str | None = None


@dataclass(frozen=True)
class _Place:
    """Where a walk meets a column of a table."""

    expression: str | None
    filters: Filters


@dataclass
class Walk:
    """One walk down from one column."""

    places: dict[tuple[str, str], list[_Place]] = field(default_factory=dict)
    constants: dict[str, None] = field(default_factory=dict)
    _waiting: list[_State] = field(default_factory=list)
    _begun: set[tuple[int, str]] = field(default_factory=set)
    _count: int = 0

    def from_column(self, relation: Relation, name: str, given: Given = ()) -> None:
        """Follow a column of the query, in the rows that have the given values."""
        for branch in relation.branches:
            self._enter(branch, branch.outputs[name], _given_in(branch, given), is_new=True)
        self._go()

    def from_rows(self, relation: Relation, given: Given = ()) -> None:
        """Follow the rows of the query."""
        for branch in relation.branches:
            self._enter(branch, exp.Null(), _given_in(branch, given), counting="")
        self._go()

    def _go(self) -> None:
        while self._waiting:
            state = self._waiting.pop(0)
            self._count += 1
            if state.counting is None:
                self._step(state)
            else:
                self._step_of_rows(state)

    def _enter(
        self,
        branch: Branch,
        made: exp.Expr,
        above: Sequence[exp.Expr],
        counting: str | None = None,
        is_new: bool = False,
    ) -> bool:
        """Go on in a select, if any row of it can be meant; False where too much is carried."""
        own = branch.select.conditions
        conditions = _bounded([*own, *(without_the_impossible(each, {}) for each in above)])
        facts = facts_of(conditions)
        if contradict(conditions, facts):
            return True
        made = without_the_impossible(made, facts)
        if not is_new and counting is None and is_larger(made, _LARGEST):
            return False
        self._waiting.append(_State(branch, made, conditions, counting))
        return True

    def _step(self, state: _State) -> None:
        select = state.branch.select
        aliases = list(dict.fromkeys(_aliases(state.made)))
        known = [alias for alias in aliases if alias in select.sources]
        for alias in known:
            source = select.sources[alias]
            if isinstance(source, Generated):
                for row in source.rows:
                    conditions = [_put_in(each, alias, row, True) for each in state.conditions]
                    self._reenter(state, _put_in(state.made, alias, row, True), conditions)
                return
        if not known:
            self._end(state)
        for alias in known:
            source = select.sources[alias]
            conditions = (*state.conditions, *_joined_by(state, alias))
            if isinstance(source, str):
                self._use(source, alias, state.made, conditions)
            elif isinstance(source, Relation):
                self._descend(source, alias, state.made, conditions)

    def _reenter(self, state: _State, made: exp.Expr, conditions: Sequence[exp.Expr]) -> None:
        facts = facts_of(conditions)
        if not contradict(conditions, facts):
            made = without_the_impossible(made, facts)
            self._waiting.append(_State(state.branch, made, tuple(conditions)))

    def _descend(
        self, source: Relation, alias: str, made: exp.Expr, conditions: Sequence[exp.Expr]
    ) -> None:
        for branch in source.branches:
            above = [_put_into(each, alias, branch.outputs) for each in conditions]
            if self._count > _MOST_STATES:
                self._begin(branch, _names(made, alias), [])
            elif not self._enter_with(branch, alias, made, above):
                for part, guards in _parts(made, alias):
                    inside = [_put_into(each, alias, branch.outputs) for each in guards]
                    if not self._enter_with(branch, alias, part, [*inside, *above]):
                        self._begin(branch, _names(part, alias), above)

    def _enter_with(
        self, branch: Branch, alias: str, made: exp.Expr, above: Sequence[exp.Expr]
    ) -> bool:
        """Go on with an expression over the columns of an alias, unless it gets too large."""
        if _is_too_large(made, alias, branch.outputs):
            return False
        return self._enter(branch, _put_in(made, alias, branch.outputs), above)

    def _begin(self, branch: Branch, names: Sequence[str], above: Sequence[exp.Expr]) -> None:
        """Go on with the columns themselves, whatever is done with them above."""
        for name in names:
            if (id(branch), name) not in self._begun and name in branch.outputs:
                self._begun.add((id(branch), name))
                self._enter(branch, branch.outputs[name], above, is_new=True)

    def uses(self) -> tuple[Use, ...]:
        """Every column that was met, by the order of their names."""
        return tuple(
            Use(
                *key,
                expression=in_short(place.expression for place in places if place.expression),
                filters=common(place.filters for place in places),
                given=given_by(place.filters for place in places),
            )
            for key, places in sorted(self.places.items())
        )

    def _use(
        self, table: str, alias: str, made: exp.Expr, conditions: Sequence[exp.Expr]
    ) -> None:
        places = list(_columns(made, alias))
        outside = filters_of(conditions, alias)
        for place in places[:_MOST_PLACES]:
            guards = list(guards_of(place, made)) if len(places) <= _MOST_PLACES else []
            filters = filters_of([*guards, *conditions], alias) if guards else outside
            self._met(table, place.name, _Place(expression_of(place, made), filters))
        for place in places[_MOST_PLACES:]:
            self._met(table, place.name, _Place(None, outside))

    def _met(self, table: str, column: str, place: _Place) -> None:
        places = self.places.setdefault((table, column), [])
        if place not in places:
            places.append(place)

    def _end(self, state: _State) -> None:
        """No column is left: a constant, or a count of rows."""
        text = short(text_of(state.made))
        counts = counts_of(state.made)
        if counts:
            self._step_of_rows(_State(state.branch, exp.Null(), state.conditions, counts))
        elif not isinstance(state.made, exp.Null):
            self.constants[text] = None

    def _step_of_rows(self, state: _State) -> None:
        select = state.branch.select
        for alias in select.row_sources:
            source = select.sources[alias]
            conditions = (*state.conditions, *_joined_by(state, alias))
            if isinstance(source, str):
                filters = filters_of(conditions, alias)
                self._met(source, ROWS, _Place(state.counting or None, filters))
            elif isinstance(source, Relation):
                for branch in source.branches:
                    above = [_put_into(each, alias, branch.outputs) for each in conditions]
                    self._enter(branch, exp.Null(), above, state.counting)


def _columns(made: exp.Expr, alias: str) -> Iterator[exp.Column]:
    return (column for column in made.find_all(exp.Column) if column.table == alias)


def _aliases(made: exp.Expr) -> Iterator[str]:
    return (column.table for column in made.find_all(exp.Column) if column.table)


def _given_in(branch: Branch, given: Given) -> list[exp.Expr]:
    return [
        exp.In(this=branch.outputs[name].copy(), expressions=[_literal(value) for value in values])
        for name, values in given
        if name in branch.outputs
    ]


def _literal(value: str) -> exp.Expr:
    """The literal whose SQL is among facts."""
    if value.startswith("'"):
        return exp.Literal.string(value[1:-1].replace("''", "'"))
    if value in {"TRUE", "FALSE"}:
        return exp.Boolean(this=value == "TRUE")
    return exp.Literal.number(value)


def _joined_by(state: _State, alias: str) -> Iterator[exp.Expr]:
    """What joins ask of an alias beyond equal columns, and the values that equal columns have."""
    facts = facts_of(state.conditions)
    for condition, only in state.branch.select.join_conditions:
        if not _is_link(condition):
            if only in (None, alias) and alias in _aliases(condition):
                yield condition
            continue
        for own, other in (
            (condition.left, condition.right),
            (condition.right, condition.left),
        ):
            values = facts.get(key(other))
            if own.table == alias and values:
                literals = [_literal(value) for value in sorted(filter(None, values))]
                yield exp.In(this=own.copy(), expressions=literals)


def _is_link(condition: exp.Expr) -> bool:
    return isinstance(condition, exp.EQ) and all(
        isinstance(side, exp.Column) for side in (condition.left, condition.right)
    )


def _bounded(conditions: Sequence[exp.Expr]) -> tuple[exp.Expr, ...]:
    """Conditions that are worth carrying on: none with a subquery, none too large."""
    kept = [
        condition
        for condition in conditions
        if condition.find(exp.Query) is None
        and not _is_link(condition)
        and truth(condition, {}) != {True}
        and not is_larger(condition, _LARGEST_CONDITION)
    ]
    return tuple(kept[:_MOST_CONDITIONS])


def _is_too_large(made: exp.Expr, alias: str, outputs: Outputs) -> bool:
    """Whether an expression would be, with the columns of an alias as what they are made of."""
    if isinstance(made, exp.Column):
        return False
    left = _LARGEST_UNSIMPLIFIED
    for column in _columns(made, alias):
        output = outputs.get(column.name)
        if output is not None:
            left -= sum(1 for _ in islice(output.walk(), left))
            if left <= 0:
                return True
    return False


def _parts(made: exp.Expr, alias: str) -> Iterator[tuple[exp.Expr, Sequence[exp.Expr]]]:
    """The parts of an expression in which the columns of an alias stand, none of them large, and
    the conditions around each.
    """
    seen: set[int] = set()
    for place in _columns(made, alias):
        part = part_around(place, made, _LARGEST_PART)
        if id(part) not in seen:
            seen.add(id(part))
            yield part, list(guards_of(part, made))


def _names(made: exp.Expr, alias: str) -> Sequence[str]:
    return list(dict.fromkeys(column.name for column in _columns(made, alias)))


def _put_in(made: exp.Expr, alias: str, outputs: Outputs, stays: bool = False) -> exp.Expr:
    """An expression with the columns of an alias as what they are made of. Columns of others are
    only names from then on, unless it `stays` in its select.
    """
    if isinstance(made, exp.Column):
        if made.table == alias:
            return outputs.get(made.name) or exp.column(made.name)
        return made if stays or not made.table else exp.column(made.name)
    inside = made.copy()
    for column in list(inside.find_all(exp.Column)):
        if column.table == alias:
            made_of = outputs.get(column.name)
            column.replace(_wrapped(made_of, column) if made_of else exp.column(column.name))
        elif not stays and column.table:
            column.set("table", None)
    return inside


def _put_into(condition: exp.Expr, alias: str, outputs: Outputs) -> exp.Expr:
    """The same of a condition, unless it gets long, or to be about groups instead of rows: then
    the names of columns say more.
    """
    if not any(True for _ in _columns(condition, alias)):
        return _put_in(condition, alias, {})
    inside = _put_in(condition, alias, outputs)
    is_of_groups = inside.find(exp.AggFunc, exp.Window) and not condition.find(exp.AggFunc)
    if is_of_groups or is_larger(inside, _LARGEST_CONDITION):
        return _put_in(condition, alias, {})
    return inside


def _wrapped(made: exp.Expr, place: exp.Expr) -> exp.Expr:
    is_compound = isinstance(made, exp.Binary | exp.Unary | exp.Between | exp.In | exp.Not)
    is_operand = isinstance(place.parent, exp.Binary | exp.Unary | exp.Between | exp.In | exp.Is)
    return exp.paren(made.copy()) if is_compound and is_operand else made.copy()
