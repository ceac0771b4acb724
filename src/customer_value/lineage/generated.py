"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

Rows that a query writes out beside those of its tables.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlglot import exp

Outputs = Mapping[str, exp.Expr]
GENERATORS = (exp.Stack, exp.Inline, exp.Explode)


@dataclass(frozen=True, eq=False)
class Generated:
    """Rows that a generator makes of the columns beside it: `stack`, `inline`, `explode`."""

    rows: Sequence[Outputs]


def rows_of(made: exp.Expr, names: Sequence[str]) -> Sequence[Outputs]:
    """The rows of a generator, as far as they are written in the query."""
    listed = made.this.expressions if isinstance(made.this, exp.Array) else []
    if isinstance(made, exp.Stack):
        values = made.expressions
        width = -(-len(values) // int(made.this.name))
        return [
            dict(zip(names, values[at : at + width], strict=False))
            for at in range(0, len(values), width)
        ]
    if isinstance(made, exp.Inline) and listed:
        return [
            dict(zip(names, (field.expression for field in struct.expressions), strict=False))
            for struct in listed
            if isinstance(struct, exp.Struct)
        ]
    if isinstance(made, exp.Explode) and not isinstance(made, exp.Posexplode) and listed:
        return [dict.fromkeys(names, item) for item in listed]
    return [dict.fromkeys(names, made)]
