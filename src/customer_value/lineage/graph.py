"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

The steps between the columns of all models, by sqlglot over the compiled models of dbt's manifest.
A Python model has no SQL to read: its YAML declares where its columns come from
(`meta: column_sources`).

What is followed are the values of a column. The conditions under which they count are said at each
step; columns that only stand in them are not followed.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from sqlglot.schema import MappingSchema

from customer_value.lineage.query import Query, Sources, UnreadableError, add_to, schema_of
from customer_value.lineage.rows import ColumnStep
from customer_value.lineage.walk import ROWS, Use
from customer_value.lineage.wording import Given, text_of_given

NOT_COMPILED = "dbt has not compiled this model"


def read_manifest(target: Path) -> Mapping[str, Any] | None:
    """dbt's manifest with the SQL of every model that was ever compiled, None where nothing was.

    Reads `manifest.json`, and the files in `compiled/` for models that the last command did not
    compile.
    """
    path = target / "manifest.json"
    if not path.is_file():
        return None
    manifest: dict[str, Any] = json.loads(path.read_text("utf-8"))
    models = [node for node in manifest["nodes"].values() if node["resource_type"] == "model"]
    for node in models:
        if not node.get("compiled_code"):
            node["compiled_code"] = _compiled_before(target, node)
    return manifest if any(node["compiled_code"] for node in models) else None


def _compiled_before(target: Path, node: Mapping[str, Any]) -> str | None:
    path = target / "compiled" / node["package_name"] / node["original_file_path"]
    return path.read_text("utf-8") if path.is_file() else None


class Graph:
    """Tables by their names, their columns, and the steps from one column to the next.

    A model is read when it is first asked for, and a column when it is.
    """

    def __init__(self, manifest: Mapping[str, Any]):
        self._names: dict[str, str] = {}
        self._models: dict[str, Mapping[str, Any]] = {}
        self._columns: dict[str, Sequence[str]] = {}
        self._queries: dict[str, Query | str] = {}
        self._found: dict[tuple[str, str, Given], Sources] = {}
        self._steps: dict[tuple[str, str, str], Sequence[ColumnStep]] = {}
        self._given: dict[tuple[str, str], Given] = {}
        self._telling: dict[tuple[str, str], bool] = {}
        for unique_id, node in _tables(manifest):
            table = str(node.get("alias") or node["name"])
            self._names[unique_id] = table
            # sources come before seeds: a raw table may be either, and only the source has columns
            self._columns.setdefault(table, list(node["columns"]))
            if node["resource_type"] == "model":
                self._models[table] = node
        self._schema: MappingSchema = schema_of(self._columns)

    @property
    def tables(self) -> Sequence[str]:
        """The names of all tables."""
        return sorted(self._columns)

    def model(self, table: str) -> Mapping[str, Any] | None:
        """dbt's node of a table, None where no model makes it."""
        return self._models.get(table)

    def columns(self, table: str) -> Sequence[str]:
        """The columns of a table in their order; those of a model as its SQL has them."""
        self._query(table)
        return self._columns[table]

    def steps(self, table: str, column: str, given: str = "") -> Sequence[ColumnStep]:
        """What a column comes from, one step down; none for a raw table. `given` is that of the
        step that leads here: rows that it does not mean are not followed.
        """
        key = (table, column, given)
        if key not in self._steps:
            self._steps[key] = list(self._make(table, column, given))
        return self._steps[key]

    def below(self, table: str, column: str) -> Sequence[ColumnStep]:
        """All steps under a column, breadth first, each once."""
        start = (table, column, "")
        waiting, seen, steps = [start], {start}, []
        while waiting:
            for step in self.steps(*waiting.pop(0)):
                steps.append(step)
                if step.goes_on and step.below not in seen:
                    seen.add(step.below)
                    waiting.append(step.below)
        return steps

    def _make(self, table: str, column: str, given: str) -> Iterator[ColumnStep]:
        model = self._models.get(table)
        if model is None:
            return
        if model["language"] == "python":
            yield from self._python_steps(model, column, given)
            return
        query = self._query(table)
        if not isinstance(query, Query):
            if column != ROWS:
                yield ColumnStep(table, column, "unread", expression=str(query), given=given)
            return
        found = self._sources(table, query, column, self._given.get((table, given), ()))
        for use in found.uses:
            yield self._step(table, column, given, use)
        if not found.uses and column != ROWS:
            made = "; ".join(found.constants)
            yield ColumnStep(table, column, "expression", expression=made, given=given)

    def _step(self, table: str, column: str, given: str, use: Use) -> ColumnStep:
        known = tuple(each for each in use.given if self._tells(use.table, each[0]))
        below = text_of_given(known)
        self._given[use.table, below] = known
        return ColumnStep(
            table,
            column,
            "rows" if use.column == ROWS else "column",
            source_table=use.table,
            source_column=use.column,
            expression=use.expression,
            filters=use.filters,
            given=given,
            source_given=below,
        )

    def _python_steps(
        self, model: Mapping[str, Any], column: str, given: str
    ) -> Iterator[ColumnStep]:
        """What the model declares as `column_sources` in its YAML, or only which tables it reads.

        A column that is declared without sources is made of the model's settings.
        """
        if column == ROWS:
            return
        table = str(model["alias"])
        file = str(model["original_file_path"]).rpartition("/")[2]
        sources = model.get("config", {}).get("meta", {}).get("column_sources", {}).get(column)
        if sources is None:
            for parent in sorted(self._names[each] for each in model["depends_on"]["nodes"]):
                yield ColumnStep(table, column, "python", parent, given=given)
        elif not sources:
            yield ColumnStep(table, column, "expression", expression=file, given=given)
        for source in sorted(sources or ()):
            parent, _, name = str(source).partition(".")
            yield ColumnStep(table, column, "column", parent, name, file, given=given)

    def _query(self, table: str) -> Query | str | None:
        """The SQL of a model, read, or why it cannot be; None for other tables."""
        model = self._models.get(table)
        if model is None or model["language"] == "python":
            return None
        if table not in self._queries:
            for parent in model["depends_on"]["nodes"]:
                self._query(self._names.get(parent, ""))
            self._queries[table] = self._read(model)
        return self._queries[table]

    def _read(self, model: Mapping[str, Any]) -> Query | str:
        if not model.get("compiled_code"):
            return NOT_COMPILED
        try:
            query = Query(model["compiled_code"], self._schema, self._columns)
        except UnreadableError as problem:
            return str(problem)
        table = str(model["alias"])
        if list(query.columns) != self._columns[table]:
            self._columns[table] = list(query.columns)
            add_to(self._schema, table, query.columns)
        return query

    def _sources(self, table: str, query: Query, column: str, given: Given) -> Sources:
        key = (table, column, given)
        if key not in self._found:
            self._found[key] = query.sources(column, given)
        return self._found[key]

    def _tells(self, table: str, column: str) -> bool:
        """Whether the values of a column are written in SQL, so that they tell rows apart."""
        key = (table, column)
        if key not in self._telling:
            query = self._query(table)
            self._telling[key] = False
            if isinstance(query, Query) and column in query.columns:
                found = self._sources(table, query, column, ())
                self._telling[key] = bool(found.constants) or any(
                    self._tells(use.table, use.column) for use in found.uses if not use.expression
                )
        return self._telling[key]


def _tables(manifest: Mapping[str, Any]) -> Iterator[tuple[str, Mapping[str, Any]]]:
    for unique_id, node in manifest["sources"].items():
        yield unique_id, {"resource_type": "source", **node}
    for unique_id, node in manifest["nodes"].items():
        if node["resource_type"] in {"model", "seed"}:
            yield unique_id, node
