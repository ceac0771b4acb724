"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

Expressions without the parts that facts rule out: `case when kind = 'a' …` is nothing where kind is
'b'.
"""

from __future__ import annotations

from sqlglot import exp

from customer_value.lineage.facts import Facts, default_of, truth

# without one of these nothing is chosen
_CHOOSING = (exp.Case, exp.CountIf, exp.Filter, exp.AggFunc, exp.Dot)
_DECIDED = (*_CHOOSING, exp.EQ, exp.In, exp.And, exp.Or)
_NULL_IN_NULL_OUT = (exp.Cast, exp.Neg, exp.Paren, exp.Dot, exp.ArraySize, exp.Abs)
_PICKS = (exp.ArgMin, exp.ArgMax, exp.AnyValue, exp.First, exp.Last, exp.Min, exp.Max)


def without_the_impossible(made: exp.Expr, facts: Facts, *, copy: bool = True) -> exp.Expr:
    """An expression without the parts that the facts rule out; the given one is left as it is,
    unless it need not be copied.
    """
    if made.find(*_CHOOSING) is None:
        return made
    root = exp.Paren(this=made.copy() if copy else made)
    for node in reversed(list(root.find_all(*_DECIDED))):
        simpler = _simpler(node, facts)
        if simpler is not node:
            node.replace(simpler)
    simplified: exp.Expr = root.this
    return simplified


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
        always: exp.Expr = node.this if said == {True} else node
        return always if True in said else exp.Null()
    if isinstance(node, exp.Count):
        return exp.Literal.number(0) if _is_null(node.this) else node
    if isinstance(node, exp.AggFunc):
        return exp.Null() if _is_null(node.this) else node
    return node


def _is_null(made: exp.Expr | None) -> bool:
    while isinstance(made, _NULL_IN_NULL_OUT):
        made = made.this
    if isinstance(made, exp.Distinct):
        return all(isinstance(each, exp.Null) for each in made.expressions)
    return isinstance(made, exp.Null)


def _is_error(made: exp.Expr) -> bool:
    """`raise_error` gives no value."""
    return isinstance(made, exp.Anonymous) and made.name.lower() == "raise_error"


def _simpler_case(case: exp.Case, facts: Facts) -> exp.Expr:
    branches = [(branch, truth(branch.this, facts)) for branch in case.args["ifs"]]
    possible = [(branch, said) for branch, said in branches if True in said]
    default = default_of(case)
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
    results = [_with_value(node, made) for made in (branch.args["true"], default_of(case))]
    first, second = (truth(result, facts) for result in results)
    if first == {True} and True not in second:
        return exp.paren(branch.this.copy())
    if True not in first and second == {True}:
        inner = branch.this.unnest()
        is_never_null = isinstance(inner, exp.Coalesce | exp.Is)
        return exp.not_(inner.copy() if is_never_null else exp.func("COALESCE", inner, exp.false()))
    return node


def _simpler_connection(node: exp.And | exp.Or, facts: Facts) -> exp.Expr:
    """`true and x` is x."""
    neutral = isinstance(node, exp.And)
    left, right = node.left, node.right
    for one, other in ((left, right), (right, left)):
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
        return _with(made, ifs=ifs, default=_picked(default_of(made), name))
    return None


def _with(made: exp.Expr, **parts: exp.Expr | list[exp.Expr | None] | None) -> exp.Expr | None:
    """A copy with other parts; None where one of them is missing."""
    for part in parts.values():
        if part is None or (isinstance(part, list) and None in part):
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
