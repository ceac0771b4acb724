"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

What conditions say about the values of columns, and expressions without the parts that they rule
out: `case when kind = 'a' …` is nothing where kind is 'b'.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import product

from sqlglot import exp

from customer_value.lineage.relations import conjuncts

# SQL of a literal, or None for null
Values = frozenset[str | None]
Facts = Mapping[str, Values]
Truth = frozenset[bool | None]

_ANY: Truth = frozenset({True, False, None})
_DECIDED = (
    *(exp.Case, exp.CountIf, exp.Filter, exp.AggFunc, exp.Dot),
    *(exp.EQ, exp.In, exp.And, exp.Or),
)
_NULL_IN_NULL_OUT = (exp.Cast, exp.Neg, exp.Paren, exp.Dot, exp.ArraySize, exp.Abs)
_PICKS = (exp.ArgMin, exp.ArgMax, exp.AnyValue, exp.First, exp.Last, exp.Min, exp.Max)


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
        known = [values_of(each, facts) for each in (*results, _default(made))]
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


def _default(case: exp.Expr) -> exp.Expr:
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


def without_the_impossible(made: exp.Expr, facts: Facts) -> exp.Expr:
    """An expression without the parts that the facts rule out; the given one is left as it is."""
    if made.find(*_DECIDED) is None:
        return made
    root = exp.Paren(this=made.copy())
    for node in reversed(list(root.find_all(*_DECIDED))):
        simpler = _simpler(node, facts)
        if simpler is not node:
            node.replace(simpler)
    return root.this


def _simpler(node: exp.Expr, facts: Facts) -> exp.Expr:
    if isinstance(node, exp.Case) and node.this is None:
        return _simpler_case(node, facts)
    if isinstance(node, exp.EQ | exp.In):
        return _simpler_comparison(node, facts)
    if isinstance(node, exp.And | exp.Or):
        return _simpler_connection(node, facts)
    if isinstance(node, exp.Dot):
        return _picked(node.this, node.expression) or node
    if isinstance(node, exp.CountIf):
        said = truth(node.this, facts)
        if said == {True}:
            return exp.Count(this=exp.Star())
        return node if True in said else exp.Literal.number(0)
    if isinstance(node, exp.Filter):
        said = truth(node.expression.this, facts)
        if said == {True}:
            return node.this
        return node if True in said else exp.Null()
    if isinstance(node, exp.Count):
        return exp.Literal.number(0) if _is_null(node.this) else node
    if isinstance(node, exp.AggFunc):
        return exp.Null() if _is_null(node.this) else node
    return node


def _is_null(made: exp.Expr | None) -> bool:
    while isinstance(made, _NULL_IN_NULL_OUT):
        made = made.this
    return isinstance(made, exp.Null)


def _is_error(made: exp.Expr) -> bool:
    """`raise_error` gives no value."""
    return isinstance(made, exp.Anonymous) and made.name.lower() == "raise_error"


def _simpler_case(case: exp.Case, facts: Facts) -> exp.Expr:
    branches = [(branch, truth(branch.this, facts)) for branch in case.args["ifs"]]
    possible = [(branch, said) for branch, said in branches if True in said]
    default = _default(case)
    for at, (branch, said) in enumerate(possible):
        if said == {True}:
            possible, default = possible[:at], branch.args["true"]
            break
    if not possible:
        return default
    if len(possible) == 1 and _is_error(default):
        only = possible[0][0].args["true"]
        return exp.paren(only.copy()) if isinstance(only, exp.Binary) else only
    if all(_is_null(branch.args["true"]) for branch, _ in possible) and _is_null(default):
        return exp.Null()
    if len(possible) == len(branches):
        return case
    said_otherwise = None if isinstance(default, exp.Null) else default.copy()
    return exp.Case(ifs=[branch for branch, _ in possible], default=said_otherwise)


def _simpler_comparison(node: exp.EQ | exp.In, facts: Facts) -> exp.Expr:
    """`case when … then 'a' else 'b' end = 'a'` is its condition."""
    said = truth(node, facts)
    if said == {True} or said == {False}:
        return exp.true() if True in said else exp.false()
    case = node.this.unnest()
    if not isinstance(case, exp.Case) or case.this is not None or len(case.args["ifs"]) != 1:
        return node
    branch = case.args["ifs"][0]
    results = [_with_value(node, made) for made in (branch.args["true"], _default(case))]
    first, second = (truth(result, facts) for result in results)
    if first == {True} and True not in second:
        return exp.paren(branch.this.copy())
    if True not in first and second == {True}:
        inner = branch.this.unnest()
        is_never_null = isinstance(inner, exp.Coalesce | exp.Is)
        return exp.not_(inner.copy() if is_never_null else exp.func("COALESCE", inner, exp.false()))
    return node


def _simpler_connection(node: exp.Expr, facts: Facts) -> exp.Expr:
    """`true and x` is x."""
    neutral = isinstance(node, exp.And)
    for one, other in ((node.left, node.right), (node.right, node.left)):
        if truth(one, facts) == {neutral}:
            return other
        if truth(one, facts) == {not neutral}:
            return exp.false() if neutral else exp.true()
    return node


def _with_value(node: exp.Expr, value: exp.Expr) -> exp.Expr:
    other = node.copy()
    other.set("this", value.copy())
    return other


def _picked(made: exp.Expr, name: exp.Expr) -> exp.Expr | None:
    """A field of a struct that is written out, also one that an aggregate or a condition picks."""
    made = made.unnest()
    if isinstance(made, exp.Null):
        return made
    if isinstance(made, exp.Struct):
        fields = (part for part in made.expressions if part.name == name.name)
        field = next(fields, None)
        return field.expression if isinstance(field, exp.PropertyEQ) else None
    if isinstance(made, _PICKS):
        return _with(made, this=_picked(made.this, name))
    if isinstance(made, exp.Coalesce):
        rest = [_picked(each, name) for each in made.expressions]
        return _with(made, this=_picked(made.this, name), expressions=rest)
    if isinstance(made, exp.Case):
        ifs = [_with(each, true=_picked(each.args["true"], name)) for each in made.args["ifs"]]
        return _with(made, ifs=ifs, default=_picked(_default(made), name))
    return None


def _with(made: exp.Expr, **parts: exp.Expr | None | list[exp.Expr | None]) -> exp.Expr | None:
    """A copy with other parts; None where one of them is missing."""
    every = [each for part in parts.values() for each in (part if type(part) is list else [part])]
    if None in every:
        return None
    kept = {name: value for name, value in made.args.items() if name not in parts}
    copied = type(made)(**{name: _copied(value) for name, value in kept.items()})
    for name, part in parts.items():
        copied.set(name, _copied(part))
    return copied


def _copied(value: object) -> object:
    if isinstance(value, list):
        return [_copied(each) for each in value]
    return value.copy() if isinstance(value, exp.Expr) else value
