"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

What a column of one query is made of: columns, what is done with them, and the conditions under
which they count.
"""

from __future__ import annotations

import pytest

from customer_value.lineage.query import Query, Sources, UnreadableError, schema_of
from customer_value.lineage.walk import ROWS

COLUMNS = {
    "sends": ["send_id", "amount", "level"],
    "uses": ["use_id", "send_id", "price"],
    "events": ["customer_id", "kind", "seconds", "day", "is_bot"],
    "contacts": ["customer_id", "source", "category", "day"],
}
# what the document draws of its activity index, in small
TOUCHES = """
    with touches as (
        select customer_id, kind as touch, seconds, day from x.events
        where not is_bot and kind in ('login', 'view', 'share')
        union all
        select customer_id, case when category = 'bad' then 'complaint' else 'contact' end,
            null, day
        from x.contacts where source != 'auto'
    )
    select customer_id, {} as a from touches where day > '2024' group by customer_id
"""


def sources(sql: str, column: str = "a") -> Sources:
    return Query(sql, schema_of(COLUMNS), COLUMNS).sources(column)


def used(found: Sources) -> list[tuple[str, str]]:
    """Every table and column of it, or `*` for its rows."""
    return sorted((use.table, use.column) for use in found.uses)


def said(found: Sources) -> dict[str, tuple[str | None, tuple[str, ...]]]:
    """Expression and filters of each source."""
    return {f"{use.table}.{use.column}": (use.expression, use.filters) for use in found.uses}


@pytest.mark.parametrize(
    ("sql", "expected"),
    [
        ("select amount as a from db.sends", {"sends.amount"}),
        ("with s as (select *, 1 as b from x.sends) select send_id as a from s", {"sends.send_id"}),
        ("select sends.amount * uses.price as a from x.sends left join x.uses on true",
         {"sends.amount", "uses.price"}),
        ("select case when level = 'x' then amount end as a from sends",
         {"sends.amount", "sends.level"}),
        ("select amount as a from sends union all select price from uses",
         {"sends.amount", "uses.price"}),
        ("select sum(amount) over (partition by level) as a from sends",
         {"sends.amount", "sends.level"}),
        ("select (select max(price) from uses where uses.send_id = sends.send_id) as a from sends",
         {"uses.price"}),
        # structs: of all columns, taken apart again, and picked by an aggregate
        ("with s as (select struct(*) as row from sends) select row.amount as a from s",
         {"sends.amount"}),
        ("with s as (select struct(*) as row, 1 as one from sends),"
         " t as (select row.*, one from s) select amount as a from t", {"sends.amount"}),
        ("with s as (select max_by(struct(sends.*), send_id) as last from sends)"
         " select last.level as a from s", {"sends.level", "sends.send_id"}),
        # generators: each row of its own columns
        ("select made.v as a from sends lateral view stack(2, 'x', amount, 'y', level) made as k, v"
         " where made.k = 'y'", {"sends.level"}),
        ("with s as (select stack(2, 'x', amount, 'y', level) as (k, v) from sends)"
         " select v as a from s where k = 'x'", {"sends.amount"}),
        ("select made.v as a from sends lateral view inline(array(struct('x' as k, amount as v),"
         " struct('y' as k, send_id as v))) made as k, v", {"sends.amount", "sends.send_id"}),
        ("select v as a from sends unpivot (v for k in (send_id, amount)) where k = 'amount'",
         {"sends.amount"}),
        ("select sum(amount) as a from sends unpivot (v for k in (send_id, level)) group by k",
         {"sends.amount"}),
    ],
)  # fmt: skip
def test_values_come_from_columns(sql: str, expected: set[str]) -> None:
    assert set(said(sources(sql))) == expected


def test_filters_are_said_and_what_they_rule_out_is_not_followed() -> None:
    logins = said(sources(TOUCHES.format("count(distinct case when touch = 'login' then day end)")))
    how = "COUNT(DISTINCT CASE WHEN kind = 'login' THEN day END)"
    under = ("kind = 'login'", "NOT is_bot", "day > '2024'")
    assert logins == {"events.kind": (how, under), "events.day": (how, under)}

    seconds = said(sources(TOUCHES.format("avg(seconds)")))
    assert seconds == {
        "events.seconds": (
            "AVG(seconds)",
            ("NOT is_bot", "kind IN ('login', 'share', 'view')", "day > '2024'"),
        )
    }

    contacts = said(sources(TOUCHES.format("count_if(touch in ('contact', 'complaint'))")))
    assert contacts == {"contacts.*": ("COUNT(*)", ("source <> 'auto'", "day > '2024'"))}

    complaints = said(sources(TOUCHES.format("count(*) filter (where touch = 'complaint')")))
    assert complaints == {
        "contacts.category": (
            "COUNT(*) FILTER(WHERE (category = 'bad'))",
            ("category = 'bad'", "source <> 'auto'", "day > '2024'"),
        )
    }


def test_a_column_has_the_filters_that_hold_wherever_it_is_used() -> None:
    sql = """
        select sum(case when level = 'x' then amount end)
            / sum(case when level = 'y' and send_id > 1 then amount end) as a
        from sends
    """
    assert said(sources(sql))["sends.amount"][1] == ("level IN ('x', 'y')",)


def test_joins_filter_what_they_decide_on() -> None:
    sql = """
        select {} as a from sends
        {} join uses on sends.send_id = uses.send_id and uses.price > 3 and sends.level = 'x'
    """
    inner = ("price > 3",), ("level = 'x'",)
    assert said(sources(sql.format("uses.price", "inner")))["uses.price"][1] == inner[0]
    assert said(sources(sql.format("sends.amount", "inner")))["sends.amount"][1] == inner[1]
    assert said(sources(sql.format("uses.price", "left")))["uses.price"][1] == inner[0]
    # all rows of the left side stay
    assert said(sources(sql.format("sends.amount", "left")))["sends.amount"][1] == ()


def test_a_filter_on_groups_keeps_the_names_of_the_groups() -> None:
    sql = """
        with totals as (select level, sum(amount) as total from sends group by level)
        select total as a from totals where total > 100
    """
    assert said(sources(sql)) == {"sends.amount": ("SUM(amount)", ("total > 100",))}


def test_rows_that_are_counted_are_not_columns() -> None:
    counting = "with s as (select 1 as one from db.sends where amount > 0) select {} as a from s"
    for expression in ("count(*)", "sum(one)"):
        found = sources(counting.format(expression))
        assert used(found) == [("sends", ROWS)]
        assert found.uses[0].filters == ("amount > 0",)
    query = "select 'x' as a, current_date() as b from sends"
    assert sources(query) == Sources((), ("'x'",))
    assert sources(query, "b") == Sources((), ("CURRENT_DATE",))


def test_what_is_given_of_rows_chooses_among_the_parts_of_a_union() -> None:
    sql = """
        with parts as (
            select 'send' as kind, amount as v from sends union all select 'use', price from uses
        ),
        names as (select 'send' as name union all select 'use')
        select names.name, parts.v as a from names left join parts on names.name = parts.kind
    """
    query = Query(sql, schema_of(COLUMNS), COLUMNS)
    assert used(query.sources("a")) == [("sends", "amount"), ("uses", "price")]
    given = (("name", ("'use'",)),)
    assert used(query.sources("a", given)) == [("uses", "price")]


def test_what_is_too_large_is_followed_without_its_context() -> None:
    doubled = "select amount as v from sends"
    for _ in range(12):
        doubled = f"select v + v as v from ({doubled})"
    found = sources(f"select v as a from ({doubled})")
    assert used(found) == [("sends", "amount")]


def test_sql_that_cannot_be_read_is_a_sentence() -> None:
    with pytest.raises(UnreadableError, match=r"^sqlglot: "):
        sources("select ) from")
