"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

What sqlglot passes on as it is, or takes for something else, in DuckDB's words.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import reduce
from typing import Any

from sqlglot import exp, parse_one

# the shops' clock is ahead of UTC by so many hours
HOURS_AHEAD = 8


def translated(node: exp.Expr) -> exp.Expr:
    """The same for DuckDB; the node itself where there is nothing to do. What is inside the node
    has been translated before it."""
    if isinstance(node, exp.Anonymous):
        function = _FUNCTIONS.get(node.name.lower())
        return function(node.expressions) if function else node
    form = _FORMS.get(type(node))

    return form(node) if form else node


def _call(name: str, *arguments: exp.Expr) -> exp.Expr:
    return exp.Anonymous(this=name, expressions=list(arguments))


def _one_more(place: exp.Expr) -> exp.Expr:
    """DuckDB counts the elements of a list from 1."""
    return exp.Add(this=place, expression=exp.Literal.number(1))


def _interval(parts: Sequence[exp.Expr]) -> exp.Expr:
    """Days, hours, minutes and seconds, the parts that are not 0."""
    units = ("to_days", "to_hours", "to_minutes", "to_seconds")
    named = [
        _call(unit, part) for unit, part in zip(units, parts, strict=False) if part.name != "0"
    ]

    return exp.paren(reduce(lambda left, right: exp.Add(this=left, expression=right), named))


_FUNCTIONS: Mapping[str, Callable[[Sequence[exp.Expr]], exp.Expr]] = {
    "get": lambda given: exp.Bracket(this=given[0], expressions=[_one_more(given[1])], offset=1),
    "log1p": lambda given: exp.Ln(this=_one_more(given[0])),
    "make_dt_interval": _interval,
    "raise_error": lambda given: _call("error", *given),
    "shiftrightunsigned": lambda given: exp.cast(
        exp.BitwiseRightShift(this=given[0], expression=given[1]), "bigint"
    ),
    # the hash is another one, and only separates rows
    "xxhash64": lambda given: _call("hash", *given),
}


def _case(node: exp.Case) -> exp.Expr:
    first = node.args["ifs"][0]
    if any(cast.to.this == exp.DType.BINARY for cast in first.this.find_all(exp.Cast)):
        # what spares Spark's trim (ods_text): the case behind it would do for every text
        node.set("ifs", node.args["ifs"][1:])
    if isinstance(first.this, exp.RegexpLike) and isinstance(first.args["true"], exp.TryCast):
        first.set("true", _time_of(first.args["true"]))

    return node


def _time_of(cast: exp.TryCast) -> exp.Expr:
    """A text as a time of the shops' clock; DuckDB's `timestamp` of a text passes over its zone."""
    if cast.to.this != exp.DType.TIMESTAMP:
        return cast
    text = cast.this.sql("duckdb")
    zone = "'(Z|[+-][0-9]{2}:[0-9]{2})$'"
    instant = f"make_timestamp(epoch_us(try_cast({text} as timestamptz)))"

    return parse_one(
        f"""case
            when length({text}) > 19 and regexp_matches({text}, {zone})
                then {instant} + to_hours({HOURS_AHEAD})
            else try_cast({text} as timestamp)
        end""",
        read="duckdb",
    )


def _column(node: exp.Column) -> exp.Expr:
    """Which file a row came in tells a night what to read."""
    return exp.cast(exp.null(), "timestamp") if node.table == "_metadata" else node


def _type(node: exp.DataType) -> exp.Expr:
    return exp.DataType.build("timestamp") if node.this == exp.DType.TIMESTAMPTZ else node


def _whole_number_division(node: exp.IntDiv) -> exp.Expr:
    """How often one amount goes into another; both as whole numbers of their fourth decimal, as
    DuckDB would divide floating-point numbers."""
    whole = [
        exp.cast(
            exp.Mul(this=exp.cast(part, "decimal(38, 4)"), expression=exp.Literal.number(10_000)),
            "int128",
        )
        for part in (node.this, node.expression)
    ]

    return exp.IntDiv(this=whole[0], expression=whole[1])


def _since_or_until(node: exp.Or) -> exp.Expr:
    """An open end of a validity as a time without end. With a condition of two parts DuckDB
    compares every row with every version of every customer instead of hashing."""
    missing, compared = node.this, node.expression
    end = _ENDLESS.get(type(compared))
    if not end or not isinstance(missing, exp.Is) or missing.this != compared.this:
        return node
    endless = exp.cast(exp.Literal.string(end), "timestamp")

    return type(compared)(
        this=exp.Coalesce(this=compared.this, expressions=[endless]),
        expression=compared.expression,
    )


_ENDLESS = {exp.LTE: "-infinity", exp.GT: "infinity"}


def _product(node: exp.Mul) -> exp.Expr:
    """Whole numbers with all digits; of two with at most 18 DuckDB keeps 18, whatever comes out."""
    for side in (node.this, node.expression):
        if isinstance(side, exp.Cast) and side.to.this == exp.DType.DECIMAL:
            digits, *scale = (part.this.name for part in side.to.expressions)
            if digits and scale == ["0"]:
                side.set("to", exp.DataType.build("decimal(38, 0)"))

    return node


def _truncated(node: exp.DateTrunc | exp.TimestampTrunc) -> exp.Expr:
    if node.text("unit") != "MM":
        return node
    month = _call("date_trunc", exp.Literal.string("month"), node.this)

    return exp.cast(month, "date") if isinstance(node, exp.DateTrunc) else month


def _rows(node: exp.Aliases) -> exp.Expr:
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


def _unnested(structs: exp.Expr) -> exp.Expr:
    """A row for each struct of a list, a column for each of its fields."""
    recursive = exp.Kwarg(this=exp.var("recursive"), expression=exp.true())

    return _call("unnest", structs, recursive)


def _field(node: exp.Dot) -> exp.Expr:
    """The field of each struct of a list, where it is one."""
    if not isinstance(node.this, exp.ArraySort):
        return node

    return _field_of_each(node.this, node.expression)


def _field_of_each(structs: exp.Expr, field: exp.Expr) -> exp.Expr:
    each = exp.to_identifier("each_one")
    named = exp.Dot(this=each, expression=field)

    return _call("list_transform", structs, exp.Lambda(this=named, expressions=[each.copy()]))


def _list(node: exp.ArrayAgg | exp.ArrayUniqueAgg) -> exp.Expr:
    """Spark's list of nothing is an empty one."""
    return exp.Coalesce(this=node.copy(), expressions=[exp.Array()])


def _joined(node: exp.ConcatWs) -> exp.Expr:
    """The texts of one list; a column with three names is a field of a list of structs."""
    if len(node.expressions) != 2:
        return node
    separator, texts = node.expressions
    if isinstance(texts, exp.Column) and texts.args.get("db"):
        structs = exp.column(texts.args["table"], table=texts.args["db"])
        texts = _field_of_each(structs, texts.this)
    elif not isinstance(texts, exp.ArraySort):
        return node
    joined = exp.ArrayToString(this=texts, expression=separator)

    return exp.Coalesce(this=joined, expressions=[exp.Literal.string("")])


def _struct(node: exp.Struct) -> exp.Expr:
    """All columns of a table are the table itself."""
    first = node.expressions[0]
    if isinstance(first, exp.Column) and isinstance(first.this, exp.Star):
        return exp.column(first.args["table"])

    return node


def _named_query(node: exp.CTE) -> exp.Expr:
    """Computed by itself where Spark distributes its rows anew: DuckDB's optimizer needs minutes to
    push filters through the windows of dws_customer_profile_journey_cut, which come one upon the
    other."""
    hint = node.this.args.get("hint")
    # DuckDB has no hints
    node.this.set("hint", None)
    if hint and any(part.name.lower() == "repartition" for part in hint.expressions):
        node.set("materialized", True)

    return node


def _lambda(node: exp.Lambda) -> exp.Expr:
    """A function of an element and its place, which Spark counts from 0."""
    if len(node.expressions) == 2:
        place = node.expressions[1].name
        for name in list(node.this.find_all(exp.Identifier)):
            if name.name == place:
                one = exp.Literal.number(1)
                name.replace(exp.paren(exp.Sub(this=name.copy(), expression=one)))

    return node


def _element(node: exp.Bracket) -> exp.Expr:
    """The element at a computed place; sqlglot does those at a place that is written down."""
    if isinstance(node.expressions[0], exp.Literal) or node.args.get("offset"):
        return node

    return exp.Bracket(this=node.this, expressions=[_one_more(node.expressions[0])], offset=1)


_FORMS: Mapping[type[exp.Expr], Callable[[Any], exp.Expr]] = {
    exp.Aliases: _rows,
    exp.ArrayAgg: _list,
    exp.ArrayUniqueAgg: _list,
    exp.Bracket: _element,
    exp.CTE: _named_query,
    exp.Case: _case,
    exp.Column: _column,
    exp.ConcatWs: _joined,
    # of nothing but nulls DuckDB counts null
    exp.CountIf: lambda node: exp.CountIf(
        this=exp.Coalesce(this=node.this, expressions=[exp.false()])
    ),
    exp.DataType: _type,
    exp.DateTrunc: _truncated,
    exp.Dot: _field,
    exp.Inline: lambda node: _unnested(node.this),
    exp.IntDiv: _whole_number_division,
    exp.JSONFormat: lambda node: exp.cast(_call("to_json", node.this), "text"),
    exp.Lambda: _lambda,
    exp.Mul: _product,
    exp.Or: _since_or_until,
    exp.MakeInterval: lambda node: _call("to_hours", node.args["hour"]),
    # between two decimals DuckDB has no more digits than they have
    exp.Quantile: lambda node: _call(
        "quantile_cont", exp.cast(node.this, "double"), node.args["quantile"]
    ),
    exp.Struct: _struct,
    exp.TimestampTrunc: _truncated,
}
