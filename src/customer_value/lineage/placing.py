"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

Expressions and conditions put into one another: a column as what the select below makes it of.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice

from sqlglot import exp

from customer_value.lineage.facts import facts_of, key, truth
from customer_value.lineage.generated import Outputs
from customer_value.lineage.relations import Branch
from customer_value.lineage.wording import Given, guards_of, is_larger, part_around

# beyond these an expression begins anew at the next select, and conditions are left out
_LARGEST_UNSIMPLIFIED, _LARGEST_PART = 400, 40
_LARGEST_CONDITION, _MOST_CONDITIONS = 40, 16


def columns_of(made: exp.Expr, alias: str) -> Iterator[exp.Column]:
    """The columns of an alias in an expression."""
    return (column for column in made.find_all(exp.Column) if column.table == alias)


def aliases_of(made: exp.Expr) -> Iterator[str]:
    """The alias of each column in an expression."""
    return (column.table for column in made.find_all(exp.Column) if column.table)


def given_in(branch: Branch, given: Given) -> list[exp.Expr]:
    """Values that columns of a select have, as conditions on what they are made of."""
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


def joined_by(branch: Branch, conditions: Sequence[exp.Expr], alias: str) -> Iterator[exp.Expr]:
    """What joins ask of an alias beyond equal columns, and the values that equal columns have."""
    facts = facts_of(conditions)
    for condition, only in branch.select.join_conditions:
        if not isinstance(condition, exp.EQ) or not _is_link(condition):
            if only in (None, alias) and alias in aliases_of(condition):
                yield condition
            continue
        left, right = condition.left, condition.right
        for own, other in ((left, right), (right, left)):
            values = facts.get(key(other))
            if isinstance(own, exp.Column) and own.table == alias and values:
                literals = [_literal(value) for value in sorted(filter(None, values))]
                yield exp.In(this=own.copy(), expressions=literals)


def _is_link(condition: exp.Expr) -> bool:
    return isinstance(condition, exp.EQ) and all(
        isinstance(side, exp.Column) for side in (condition.left, condition.right)
    )


def bounded(conditions: Sequence[exp.Expr]) -> tuple[exp.Expr, ...]:
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


def is_too_large(made: exp.Expr, alias: str, outputs: Outputs) -> bool:
    """Whether an expression would be, with the columns of an alias as what they are made of."""
    if isinstance(made, exp.Column):
        return False
    left = _LARGEST_UNSIMPLIFIED
    for column in columns_of(made, alias):
        output = outputs.get(column.name)
        if output is not None:
            left -= sum(1 for _ in islice(output.walk(), left))
            if left <= 0:
                return True
    return False


def parts_of(made: exp.Expr, alias: str) -> Iterator[tuple[exp.Expr, Sequence[exp.Expr]]]:
    """The parts of an expression in which the columns of an alias stand, none of them large, and
    the conditions around each.
    """
    seen: set[int] = set()
    for place in columns_of(made, alias):
        part = part_around(place, made, _LARGEST_PART)
        if id(part) not in seen:
            seen.add(id(part))
            yield part, list(guards_of(part, made))


def names_of(made: exp.Expr, alias: str) -> Sequence[str]:
    """The names of the columns of an alias in an expression."""
    return list(dict.fromkeys(column.name for column in columns_of(made, alias)))


def put_in(made: exp.Expr, alias: str, outputs: Outputs, stays: bool = False) -> exp.Expr:
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


def put_into(condition: exp.Expr, alias: str, outputs: Outputs) -> exp.Expr:
    """The same of a condition, unless it gets long, or to be about groups instead of rows: then
    the names of columns say more.
    """
    if not any(True for _ in columns_of(condition, alias)):
        return put_in(condition, alias, {})
    inside = put_in(condition, alias, outputs)
    is_of_groups = inside.find(exp.AggFunc, exp.Window) and not condition.find(exp.AggFunc)
    if is_of_groups or is_larger(inside, _LARGEST_CONDITION):
        return put_in(condition, alias, {})
    return inside


def _wrapped(made: exp.Expr, place: exp.Expr) -> exp.Expr:
    is_compound = isinstance(made, exp.Binary | exp.Unary | exp.Between | exp.In | exp.Not)
    is_operand = isinstance(place.parent, exp.Binary | exp.Unary | exp.Between | exp.In | exp.Is)
    return exp.paren(made.copy()) if is_compound and is_operand else made.copy()
