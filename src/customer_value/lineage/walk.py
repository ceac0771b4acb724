"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

From a column of a query down to the columns of its tables. On the way expressions are put into one
another and conditions are gathered, select by select; what they rule out is not followed.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from sqlglot import exp

from customer_value.lineage.facts import contradict, facts_of
from customer_value.lineage.generated import Generated
from customer_value.lineage.placing import (
    aliases_of,
    bounded,
    columns_of,
    given_in,
    is_too_large,
    joined_by,
    names_of,
    parts_of,
    put_in,
    put_into,
)
from customer_value.lineage.relations import Branch, Relation
from customer_value.lineage.simplify import without_the_impossible
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
    short,
    text_of,
)

# beyond these an expression begins anew at the next select
_LARGEST, _MOST_STATES = 120, 200
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
            self._enter(branch, branch.outputs[name], given_in(branch, given), is_new=True)
        self._go()

    def from_rows(self, relation: Relation, given: Given = ()) -> None:
        """Follow the rows of the query."""
        for branch in relation.branches:
            self._enter(branch, exp.Null(), given_in(branch, given), counting="")
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
        is_own: bool = False,
    ) -> bool:
        """Go on in a select, if any row of it can be meant; False where too much is carried."""
        own = branch.select.conditions
        conditions = bounded([*own, *(without_the_impossible(each, {}) for each in above)])
        facts = facts_of(conditions)
        if contradict(conditions, facts):
            return True
        made = without_the_impossible(made, facts, copy=not is_own)
        if not is_new and counting is None and is_larger(made, _LARGEST):
            return False
        self._waiting.append(_State(branch, made, conditions, counting))
        return True

    def _step(self, state: _State) -> None:
        select = state.branch.select
        aliases = list(dict.fromkeys(aliases_of(state.made)))
        known = [alias for alias in aliases if alias in select.sources]
        for alias in known:
            source = select.sources[alias]
            if isinstance(source, Generated):
                for row in source.rows:
                    meant = [put_in(each, alias, row, True) for each in state.conditions]
                    self._reenter(state, put_in(state.made, alias, row, True), meant)
                return
        if not known:
            self._end(state)
        for alias in known:
            source = select.sources[alias]
            conditions = (*state.conditions, *joined_by(state.branch, state.conditions, alias))
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
            above = [put_into(each, alias, branch.outputs) for each in conditions]
            if self._count > _MOST_STATES:
                self._begin(branch, names_of(made, alias), [])
            elif not self._enter_with(branch, alias, made, above):
                for part, guards in parts_of(made, alias):
                    inside = [put_into(each, alias, branch.outputs) for each in guards]
                    if not self._enter_with(branch, alias, part, [*inside, *above]):
                        self._begin(branch, names_of(part, alias), above)

    def _enter_with(
        self, branch: Branch, alias: str, made: exp.Expr, above: Sequence[exp.Expr]
    ) -> bool:
        """Go on with an expression over the columns of an alias, unless it gets too large."""
        if is_too_large(made, alias, branch.outputs):
            return False
        is_own = not isinstance(made, exp.Column)
        return self._enter(branch, put_in(made, alias, branch.outputs), above, is_own=is_own)

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

    def _use(self, table: str, alias: str, made: exp.Expr, conditions: Sequence[exp.Expr]) -> None:
        places = list(columns_of(made, alias))
        texts: dict[int, str] = {}
        outside = filters_of(conditions, alias, texts)
        for place in places[:_MOST_PLACES]:
            guards = list(guards_of(place, made)) if len(places) <= _MOST_PLACES else []
            filters = filters_of([*guards, *conditions], alias, texts) if guards else outside
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
            conditions = (*state.conditions, *joined_by(state.branch, state.conditions, alias))
            if isinstance(source, str):
                filters = filters_of(conditions, alias, {})
                self._met(source, ROWS, _Place(state.counting or None, filters))
            elif isinstance(source, Relation):
                for branch in source.branches:
                    above = [put_into(each, alias, branch.outputs) for each in conditions]
                    self._enter(branch, exp.Null(), above, state.counting)
