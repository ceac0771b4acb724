"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

How an expression and its filters are written for people: short, without the names of tables.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import islice

from sqlglot import Dialect, Generator, exp

from customer_value.lineage.facts import facts_of, key
from customer_value.lineage.terms import conjuncts

DIALECT = "spark"
LONGEST = 160
_MOST_PARTS, _MOST_READABLE = 3, 32
_IS_NOT_NULL = re.compile(r"\bNOT ([\w.]+) IS NULL\b")
_MISSING: frozenset[str] = frozenset({"no filter"})
_DAY = re.compile(r"CAST\(('[0-9-]{10}') AS DATE\)")
# they mean something only inside what is around them
_NOT_WHOLE = (exp.If, exp.Where, exp.Ordered, exp.Order, exp.Paren, exp.PropertyEQ)


# values of columns by their names, as SQL
Given = tuple[tuple[str, tuple[str, ...]], ...]


@dataclass(frozen=True)
class Filters:
    """Conditions by their texts; of a column's values, those that it may have by its name.
    `given` are those of the table whose column is used.
    """

    by_text: tuple[tuple[str, frozenset[str] | None], ...]
    given: tuple[tuple[str, frozenset[str]], ...] = ()


def _cast(generator: Generator, made: exp.Expr) -> str:
    word = "TRY_CAST" if made.args.get("safe") else "CAST"
    return f"{word}({generator.sql(made, 'this')} AS {generator.sql(made, 'to')})"


def _added(generator: Generator, added: exp.Expr) -> str:
    """`date_sub(day, 30 - 1)` is read by sqlglot as an addition of `(30 - 1) * -1`."""
    day, days = generator.sql(added, "this"), added.expression
    if not isinstance(days, exp.Mul) or generator.sql(days, "expression") != "-1":
        return f"DATE_ADD({day}, {generator.sql(days)})"
    count = days.this.unnest()
    if isinstance(count, exp.Sub) and all(part.is_int for part in (count.left, count.right)):
        return f"DATE_SUB({day}, {int(count.left.name) - int(count.right.name)})"
    return f"DATE_SUB({day}, {generator.sql(count)})"


@cache
def _generator() -> Generator:
    """sqlglot's own, but for what would take most of the time, or is hard to read."""
    own = type(Dialect.get_or_raise(DIALECT).generator())
    transforms = {
        **own.TRANSFORMS,
        exp.Column: lambda generator, column: generator.sql(column, "this"),
        exp.Cast: _cast,
        exp.TryCast: _cast,
        exp.TsOrDsAdd: _added,
        exp.DataType: lambda generator, made: Generator.datatype_sql(generator, made),
    }
    plain = type("Plain", (own,), {"TRANSFORMS": transforms})
    generator: Generator = plain(dialect=DIALECT, comments=False)
    return generator


def is_larger(made: exp.Expr, size: int) -> bool:
    """Whether an expression has more than so many parts."""
    return next(islice(made.walk(), size, None), None) is not None


def text_of(made: exp.Expr) -> str:
    """SQL without names of tables."""
    text = _generator().generate(made.unnest(), copy=False)
    text = _IS_NOT_NULL.sub(r"\1 IS NOT NULL", text)
    text = _DAY.sub(r"DATE \1", text)
    # what nobody would see: exotic spaces, marks of direction
    return "".join(each if each.isprintable() else f"\\u{ord(each):04x}" for each in text)


def short(text: str) -> str:
    """A text that is cut where it is too long."""
    return text if len(text) <= LONGEST else text[: LONGEST - 1] + "…"


def expression_of(place: exp.Expr, made: exp.Expr) -> str | None:
    """What is done with a column at one place: the aggregate around it, or else as much of the
    expression as fits. None where the value is taken as it is.
    """
    return None if place is made else short(text_of(_part(place, made)))


def counts_of(made: exp.Expr) -> str | None:
    """What counts rows in an expression without columns: `count(*)`, or `1` for each row."""
    if isinstance(made, exp.Literal):
        return made.name if made.name == "1" and not made.is_string else None
    return in_short(
        short(text_of(count))
        for count in made.find_all(exp.Count, exp.CountIf, exp.Sum)
        if not isinstance(count, exp.Sum) or count.this.sql() == "1"
    )


def in_short(texts: Iterable[str]) -> str | None:
    """Expressions as one text: each once, and none that another contains."""
    distinct = list(dict.fromkeys(texts))
    outer = [
        text for text in distinct if not any(text != each and text in each for each in distinct)
    ]
    shown = "; ".join(outer[:_MOST_PARTS])
    return f"{shown}; …" if len(outer) > _MOST_PARTS else shown or None


def _part(place: exp.Expr, made: exp.Expr) -> exp.Expr:
    above = list(_above(place, made))
    aggregates = [at for at, node in enumerate(above) if isinstance(node, exp.AggFunc | exp.Window)]
    fitting = [at for at in aggregates if not is_larger(above[at], _MOST_READABLE)]
    start = (fitting[-1:] or aggregates[:1] or [-1])[0]
    part = above[start] if aggregates else place
    for node in above[start + 1 :]:
        # the number of values of a set, and of the rest what can be read at a glance
        if aggregates and not isinstance(node, exp.ArraySize):
            break
        if is_larger(node, _MOST_READABLE):
            break
        if not isinstance(node, _NOT_WHOLE):
            part = node
    return part


def part_around(place: exp.Expr, made: exp.Expr, size: int) -> exp.Expr:
    """The largest part of an expression around a place in it that has so many parts or fewer."""
    part = place
    for node in _above(place, made):
        if is_larger(node, size):
            break
        if not isinstance(node, _NOT_WHOLE):
            part = node
    return part


def _above(place: exp.Expr, made: exp.Expr) -> Iterator[exp.Expr]:
    """The expressions around a column, up to the whole."""
    node: exp.Expr | None = place
    while node is not made and node is not None:
        node = node.parent
        if node is not None:
            yield node


def filters_of(conditions: Iterable[exp.Expr], alias: str, known: dict[int, str]) -> Filters:
    """Conditions, each once: those that name the values of one column, and the texts of others.
    `known` are the texts of conditions that were written before, by their ids.
    """
    listed = [part for condition in conditions for part in conjuncts(condition)]
    named = facts_of(listed)
    texts: dict[str, frozenset[str] | None] = {}
    given: dict[str, frozenset[str]] = {}
    for part in listed:
        if isinstance(part, exp.EQ | exp.In) and named.get(key(part.this)):
            values = frozenset(value for value in named[key(part.this)] if value is not None)
            texts[part.this.name] = values
            if part.this.table == alias:
                given[part.this.name] = values
        elif part.find(exp.Column) is not None and not _says_nothing(part):
            text = known.setdefault(id(part), known.get(id(part)) or text_of(part))
            texts[short(f"({text})" if isinstance(part, exp.Or) else text)] = None
    return Filters(tuple(texts.items()), tuple(given.items()))


def _says_nothing(condition: exp.Expr) -> bool:
    """Columns of one name, of two tables."""
    return isinstance(condition, exp.Binary) and text_of(condition.left) == text_of(condition.right)


def common(all_filters: Iterable[Filters]) -> tuple[str, ...]:
    """What is true at every place of a column, as texts; values of one column are put together."""
    texts: list[str] = []
    for text, values in _everywhere([dict(each.by_text) for each in all_filters]):
        texts.append(text if values is None else short(f"{text} {_said_of(values)}"))
    return tuple(texts)


def given_by(all_filters: Iterable[Filters]) -> Given:
    """The values of other columns of the same row that are meant at every place of a column."""
    return tuple(
        (name, tuple(sorted(values)))
        for name, values in _everywhere([dict(each.given) for each in all_filters])
        if values is not None
    )


def _everywhere(
    dicts: Sequence[Mapping[str, frozenset[str] | None]],
) -> Iterator[tuple[str, frozenset[str] | None]]:
    first, *rest = dicts
    for text, values in first.items():
        others = [other.get(text, _MISSING) for other in rest]
        if _MISSING not in others:
            known = [other for other in others if other is not None]
            yield text, None if values is None else values.union(*known)


def _said_of(values: Iterable[str]) -> str:
    listed = sorted(values)
    return f"= {listed[0]}" if len(listed) == 1 else f"IN ({', '.join(listed)})"


def text_of_given(given: Given) -> str:
    """What `given_by` found, as a text."""
    return "; ".join(f"{name} {_said_of(values)}" for name, values in given)


def guards_of(place: exp.Expr, made: exp.Expr) -> Iterator[exp.Expr]:
    """The conditions on rows inside an expression under which a column in it counts."""
    node = place
    for parent in _above(place, made):
        if isinstance(parent, exp.If):
            is_meant = node.arg_key == "true" or (node.arg_key == "this" and _is_all(parent))
            if is_meant and parent.this.find(exp.AggFunc) is None:
                yield parent.this
        elif isinstance(parent, exp.CountIf):
            yield parent.this
        elif isinstance(parent, exp.Filter):
            yield parent.expression.this
        node = parent


def _is_all(branch: exp.If) -> bool:
    """Whether there is no value where the condition does not hold."""
    case = branch.parent
    if isinstance(case, exp.Case):
        default = case.args.get("default")
        return len(case.args["ifs"]) == 1 and (default is None or isinstance(default, exp.Null))
    false = branch.args.get("false")
    return false is None or isinstance(false, exp.Null)
