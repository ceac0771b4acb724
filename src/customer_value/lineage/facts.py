"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

What conditions say about the values of columns.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import product

from sqlglot import exp

from customer_value.lineage.terms import conjuncts

# SQL of a literal, or None for null
Values = frozenset[str | None]
Facts = Mapping[str, Values]
Truth = frozenset[bool | None]

_ANY: Truth = frozenset({True, False, None})


def key(column: exp.Expr) -> str:
    """The name of a column among facts."""
    return f"{column.table}.{column.name}" if isinstance(column, exp.Column) else ""


def facts_of(conditions: Iterable[exp.Expr]) -> Facts:
    """The only values that columns may have; an empty set where conditions contradict."""
    facts: dict[str, Values] = {}
    for condition in conditions:
        for part in conjuncts(condition):
            for name, values in _said(part):
                facts[name] = facts.get(name, values) & values
    return facts


def _said(part: exp.Expr) -> Iterable[tuple[str, Values]]:
    if isinstance(part, exp.Column):
        yield key(part), frozenset({"TRUE"})
    elif isinstance(part, exp.Not) and isinstance(part.this.unnest(), exp.Column):
        yield key(part.this.unnest()), frozenset({"FALSE"})
    elif isinstance(part, exp.EQ):
        for one, other in ((part.left, part.right), (part.right, part.left)):
            values = values_of(other, {})
            if isinstance(one, exp.Column) and values is not None:
                yield key(one), values - {None}
    elif isinstance(part, exp.In) and isinstance(part.this, exp.Column) and part.expressions:
        listed = _union_of(part.expressions)
        if listed is not None:
            yield key(part.this), listed - {None}


def values_of(made: exp.Expr, facts: Facts) -> Values | None:
    """All values that an expression may have, None where nothing is known."""
    if isinstance(made, exp.Paren):
        return values_of(made.this, facts)
    if isinstance(made, exp.Literal):
        quoted = made.name.replace("'", "''")
        return frozenset({f"'{quoted}'" if made.is_string else made.name})
    if isinstance(made, exp.Null):
        return frozenset({None})
    if isinstance(made, exp.Boolean):
        return frozenset({str(bool(made.this)).upper()})
    if isinstance(made, exp.Column):
        return facts.get(key(made))
    if isinstance(made, exp.Case) and made.this is None:
        results = [branch.args["true"] for branch in made.args["ifs"]]
        known = [values_of(each, facts) for each in (*results, default_of(made))]
        return _union(known)
    if isinstance(made, exp.Coalesce):
        first = values_of(made.this, facts)
        rest = [values_of(each, facts) for each in made.expressions]
        if first is None or None not in first:
            return first
        return _union([first - {None}, *rest])
    return None


def _union(known: Iterable[Values | None]) -> Values | None:
    united: set[str | None] = set()
    for values in known:
        if values is None:
            return None
        united |= values
    return frozenset(united)


def _union_of(literals: Iterable[exp.Expr]) -> Values | None:
    return _union(values_of(literal, {}) for literal in literals)


def default_of(case: exp.Expr) -> exp.Expr:
    """What a `case` or an `if` gives where no condition holds."""
    default: exp.Expr | None = case.args.get("default") or case.args.get("false")
    return default if default is not None else exp.Null()


def truth(condition: exp.Expr, facts: Facts) -> Truth:
    """What a condition may come to: true, false, null."""
    if isinstance(condition, exp.Paren):
        return truth(condition.this, facts)
    if isinstance(condition, exp.Not):
        inner = truth(condition.this, facts)
        return frozenset(None if value is None else not value for value in inner)
    if isinstance(condition, exp.And | exp.Or):
        is_and = isinstance(condition, exp.And)
        pairs = product(truth(condition.left, facts), truth(condition.right, facts))
        return frozenset(_joined(one, other, is_and) for one, other in pairs)
    if isinstance(condition, exp.EQ | exp.NEQ):
        sides = values_of(condition.left, facts), values_of(condition.right, facts)
        return _compared(*sides, isinstance(condition, exp.EQ))
    if isinstance(condition, exp.In) and condition.expressions:
        values = values_of(condition.this, facts)
        listed = None if values is None else _union_of(condition.expressions)
        if listed is None or values is None:
            return _ANY
        return frozenset(None if value is None else value in listed for value in values)
    if isinstance(condition, exp.Is) and isinstance(condition.expression, exp.Null):
        values = values_of(condition.this, facts)
        return _ANY if values is None else frozenset(value is None for value in values)
    if isinstance(condition, exp.Coalesce) and len(condition.expressions) == 1:
        first = truth(condition.this, facts)
        return (first - {None}) | truth(condition.expressions[0], facts) if None in first else first
    values = values_of(condition, facts)
    if values is None or not values <= {"TRUE", "FALSE", None}:
        return _ANY
    return frozenset(None if value is None else value == "TRUE" for value in values)


def _joined(one: bool | None, other: bool | None, is_and: bool) -> bool | None:
    decisive = not is_and
    if decisive in (one, other):
        return decisive
    return None if None in (one, other) else is_and


def _compared(one: Values | None, other: Values | None, is_equal: bool) -> Truth:
    if one is None or other is None:
        return _ANY
    return frozenset(
        None if None in pair else (pair[0] == pair[1]) is is_equal for pair in product(one, other)
    )


def contradict(conditions: Iterable[exp.Expr], facts: Facts) -> bool:
    """Whether no row can meet all conditions, of which `facts` were read."""
    return not all(facts.values()) or any(True not in truth(each, facts) for each in conditions)
