"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

A failed dbt test says which rule is broken and by which rows. dbt itself only counts the rows. What
it says stays in logs, so that values of columns which the project hides are left out.
"""

from __future__ import annotations

import traceback
from collections.abc import Mapping, Sequence
from typing import Any

from dbt.adapters.events.logging import AdapterLogger
from dbt.artifacts.schemas.results import TestStatus

logger = AdapterLogger("Spark")

MOST_ROWS = 3
MOST_COLUMNS = 6
MOST_CHARACTERS = 60
# of a test's meta: endings of the names of columns whose values nobody shall read in a log
HIDDEN = "hidden_columns"
# dbt's own tests have no description
_OF_DBT = {
    "unique": "every value occurs once",
    "not_null": "every row has a value",
    "accepted_values": "every value is one of those that are accepted",
    "relationships": "every value is known in the other table",
}


def let_tests_speak() -> None:
    """Teach dbt to put rule and rows into the message of a test that failed or warned.

    Calling this again changes nothing.
    """
    # Only here, because dbt starts plug-ins for every command.
    from dbt.task.test import TestRunner

    runner_class: Any = TestRunner
    own_execute = runner_class.execute
    if getattr(own_execute, "says_what_is_wrong", False):
        return

    def execute(self: Any, test: Any, manifest: Any) -> Any:
        result = own_execute(self, test, manifest)
        is_data_test = test.resource_type == "test"
        if is_data_test and result.status in (TestStatus.Fail, TestStatus.Warn):
            rows = _broken_rows(self.adapter, test)
            result.message = sentence(test, manifest.macros, int(result.failures or 0), rows)
        return result

    execute.says_what_is_wrong = True  # type: ignore[attr-defined]
    runner_class.execute = execute


def sentence(
    test: Any, macros: Mapping[str, Any], failures: int, rows: Sequence[Mapping[str, Any]]
) -> str:
    """What a failed test says: where, the rule, how many rows break it, and the first of them."""
    counted = "1 row breaks it" if failures == 1 else f"{failures} rows break it"
    hidden = tuple(_meta(test).get(HIDDEN, ()))
    shown = "; ".join(_shown(row, getattr(test, "column_name", None), hidden) for row in rows)
    example = f", {'for example' if failures > len(rows) else 'namely'} {shown}" if shown else ""

    return f"{_where(test)}: {_rule(test, macros).rstrip('.')}: {counted}{example}"


def _where(test: Any) -> str:
    tables = [name.split(".")[-1] for name in test.depends_on_nodes[:MOST_ROWS]]
    attached = getattr(test, "attached_node", None)
    column = getattr(test, "column_name", None)
    table = str(attached).split(".")[-1] if attached else ", ".join(tables) or "no table"

    return f"{table}.{column}" if column else table


def _rule(test: Any, macros: Mapping[str, Any]) -> str:
    """The test's own description, else that of the generic test that it is, else its name."""
    kind = getattr(getattr(test, "test_metadata", None), "name", "")
    macro = macros.get(f"macro.{test.package_name}.test_{kind}")
    told = test.description or (macro.description if macro else "") or _OF_DBT.get(kind, "")

    return " ".join(told.split()) or f"the test {test.name} finds no row"


def _broken_rows(adapter: Any, test: Any) -> list[dict[str, Any]]:
    """The first rows that the test returned; none where the query cannot be asked again."""
    query = f"select * from (\n{test.compiled_code}\n) as broken_rows limit {MOST_ROWS}"
    try:
        _, table = adapter.execute(query, fetch=True)
        rows = [dict(zip(table.column_names, row.values(), strict=True)) for row in table.rows]
        return sorted(rows, key=str)
    # the count is known, and an example is not worth a failure of another kind
    except Exception:
        logger.debug(traceback.format_exc())
        return []


def _meta(test: Any) -> Mapping[str, Any]:
    return getattr(getattr(test, "config", None), "meta", None) or {}


def _shown(row: Mapping[str, Any], column: str | None, hidden: tuple[str, ...]) -> str:
    """A row as `column value, column value`, the tested column first, long rows and values cut. A
    test of a hidden column may return its values under any name, so that no text is shown then.
    """
    is_hidden = bool(hidden and column and column.endswith(hidden))
    names = sorted(row, key=lambda name: name != column)
    values = {
        name: "…"
        if (hidden and name.endswith(hidden)) or (is_hidden and isinstance(row[name], str))
        else _cut(row[name])
        for name in names[:MOST_COLUMNS]
    }
    shown = ", ".join(f"{name} {value}" for name, value in values.items())

    return f"{shown}, …" if len(names) > MOST_COLUMNS else shown


def _cut(value: Any) -> str:
    text = "null" if value is None else " ".join(str(value).split())

    return text if len(text) <= MOST_CHARACTERS else f"{text[:MOST_CHARACTERS]}…"
