"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

What sqlglot passes on as it is, or takes for something else, in DuckDB's words.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import reduce
from typing import Any

from sqlglot import exp


def translated(node: exp.Expr) -> exp.Expr:
    """The same for DuckDB; the node itself where there is nothing to do. What is inside the node
    has been translated before it."""
    if isinstance(node, exp.Anonymous):
        function = _FUNCTIONS.get(node.name.lower())
        return function(node.expressions) if function else node
    form = _FORMS.get(type(node))

    return form(node) if form else node


def _call(name: str, *arguments: exp.Expression) -> exp.Expression:
    return exp.Anonymous(this=name, expressions=list(arguments))


def _one_more(place: exp.Expression) -> exp.Expression:
    """DuckDB counts the elements of a list from 1."""
    return exp.Add(this=place, expression=exp.Literal.number(1))


def _interval(parts: Sequence[exp.Expression]) -> exp.Expression:
    """Days, hours, minutes and seconds, the parts that are not 0."""
    units = ("to_days", "to_hours", "to_minutes", "to_seconds")
    named = [
        _call(unit, part) for unit, part in zip(units, parts, strict=False) if part.name != "0"
    ]

    return exp.paren(reduce(lambda left, right: exp.Add(this=left, expression=right), named))


_FUNCTIONS: Mapping[str, Callable[[Sequence[exp.Expression]], exp.Expression]] = {
    "get": lambda given: exp.Bracket(this=given[0], expressions=[_one_more(given[1])], offset=1),
    "log1p": lambda given: exp.Ln(this=_one_more(given[0])),
    "make_dt_interval": _interval,
    "raise_error": lambda given: _call("error", *given),
    "shiftrightunsigned": lambda given: exp.BitwiseRightShift(this=given[0], expression=given[1]),
    # the hash is another one, and only separates rows
    "xxhash64": lambda given: _call("hash", *given),
}


def _case(node: exp.Case) -> exp.Expression:
    """Without what spares Spark's trim (ods_text): the case behind it would do for every text."""
    first = node.args["ifs"][0].this
    if any(cast.to.this == exp.DType.BINARY for cast in first.find_all(exp.Cast)):
        node.set("ifs", node.args["ifs"][1:])

    return node


def _column(node: exp.Column) -> exp.Expression:
    """Which file a row came in tells a night what to read."""
    return exp.cast(exp.null(), "timestamp") if node.table == "_metadata" else node


def _type(node: exp.DataType) -> exp.Expression:
    return exp.DataType.build("timestamp") if node.this == exp.DType.TIMESTAMPTZ else node


def _whole_number_division(node: exp.IntDiv) -> exp.Expression:
    whole = [exp.cast(part, "int128") for part in (node.this, node.expression)]

    return exp.IntDiv(this=whole[0], expression=whole[1])


def _truncated(node: exp.DateTrunc | exp.TimestampTrunc) -> exp.Expression:
    if node.text("unit") != "MM":
        return node
    month = _call("date_trunc", exp.Literal.string("month"), node.this)

    return exp.cast(month, "date") if isinstance(node, exp.DateTrunc) else month


def _rows(node: exp.Aliases) -> exp.Expression:
    """The rows that a stack makes of its values."""
    if not isinstance(node.this, exp.Stack):
        return node
    names, values = node.expressions, node.this.expressions
    rows = [
        exp.Struct(
            expressions=[
                exp.PropertyEQ(this=name.copy(), expression=value)
                for name, value in zip(names, values[start:], strict=False)
            ]
        )
        for start in range(0, len(values), len(names))
    ]

    return _unnested(exp.Array(expressions=rows))


def _unnested(structs: exp.Expression) -> exp.Expression:
    """A row for each struct of a list, a column for each of its fields."""
    recursive = exp.Kwarg(this=exp.var("recursive"), expression=exp.true())

    return _call("unnest", structs, recursive)


def _field(node: exp.Dot) -> exp.Expression:
    """The field of each struct of a list, where it is one."""
    if not isinstance(node.this, exp.ArraySort):
        return node
    each = exp.to_identifier("each_one")
    field = exp.Dot(this=each, expression=node.expression)

    return _call("list_transform", node.this, exp.Lambda(this=field, expressions=[each.copy()]))


def _struct(node: exp.Struct) -> exp.Expression:
    """All columns of a table are the table itself."""
    first = node.expressions[0]
    if isinstance(first, exp.Column) and isinstance(first.this, exp.Star):
        return exp.column(first.args["table"])

    return node


def _named_query(node: exp.CTE) -> exp.Expression:
    """Computed by itself where Spark distributes its rows anew: DuckDB's optimizer needs minutes to
    push filters through the windows of dws_customer_profile_journey_cut, which come one upon the
    other."""
    hint = node.this.args.get("hint")
    # DuckDB has no hints
    node.this.set("hint", None)
    if hint and any(part.name.lower() == "repartition" for part in hint.expressions):
        node.set("materialized", True)

    return node


def _lambda(node: exp.Lambda) -> exp.Expression:
    """A function of an element and its place, which Spark counts from 0."""
    if len(node.expressions) == 2:
        place = node.expressions[1].name
        for name in list(node.this.find_all(exp.Identifier)):
            if name.name == place:
                one = exp.Literal.number(1)
                name.replace(exp.paren(exp.Sub(this=name.copy(), expression=one)))

    return node


def _element(node: exp.Bracket) -> exp.Expression:
    """The element at a computed place; sqlglot does those at a place that is written down."""
    if isinstance(node.expressions[0], exp.Literal) or node.args.get("offset"):
        return node

    return exp.Bracket(this=node.this, expressions=[_one_more(node.expressions[0])], offset=1)


_FORMS: Mapping[type[exp.Expr], Callable[[Any], exp.Expression]] = {
    exp.Aliases: _rows,
    exp.Bracket: _element,
    exp.CTE: _named_query,
    exp.Case: _case,
    exp.Column: _column,
    exp.DataType: _type,
    exp.DateTrunc: _truncated,
    exp.Dot: _field,
    exp.Inline: lambda node: _unnested(node.this),
    exp.IntDiv: _whole_number_division,
    exp.JSONFormat: lambda node: exp.cast(_call("to_json", node.this), "text"),
    exp.Lambda: _lambda,
    exp.MakeInterval: lambda node: _call("to_hours", node.args["hour"]),
    exp.Quantile: lambda node: _call("quantile_cont", node.this, node.args["quantile"]),
    exp.Struct: _struct,
    exp.TimestampTrunc: _truncated,
}
