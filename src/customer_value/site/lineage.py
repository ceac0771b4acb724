"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

Column lineage of the ADS tables, by sqlglot over the compiled models of dbt's manifest. A Python
model has no SQL to read: its YAML declares where its columns come from (`meta: column_sources`).

It follows the values of a column. Columns that only decide which rows there are (join and filter
conditions, grouping) are left out.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from customer_value.site.lineage_rows import (
    CONSTANT,
    COUNTED,
    NOT_TRACED,
    PARTLY,
    TRACED,
    ColumnStep,
    TracedColumn,
)
from customer_value.site.lineage_sql import Sources, sources_of

NOT_COMPILED = "dbt has not compiled this model"
_Steps = dict[tuple[str, str], list[ColumnStep]]


def read_lineage(target: Path) -> tuple[Sequence[TracedColumn], Sequence[ColumnStep]]:
    """Every column of every ADS table, and the steps that lead down from them.

    Reads `manifest.json`, and the files in `compiled/` for models that the last command did not
    compile; both are empty where nothing was ever compiled.
    """
    path = target / "manifest.json"
    if not path.is_file():
        return [], []
    manifest = json.loads(path.read_text("utf-8"))
    for node in manifest["nodes"].values():
        if node["resource_type"] == "model" and not node.get("compiled_code"):
            node["compiled_code"] = _compiled_before(target, node)
    return trace(manifest)


def _compiled_before(target: Path, node: Mapping[str, Any]) -> str | None:
    path = target / "compiled" / node["package_name"] / node["original_file_path"]
    return path.read_text("utf-8") if path.is_file() else None


def trace(manifest: Mapping[str, Any]) -> tuple[Sequence[TracedColumn], Sequence[ColumnStep]]:
    """The same from a manifest that was read."""
    graph = _Graph(manifest)
    models = graph.in_order()
    if not any(model.get("compiled_code") for model in models):
        return [], []
    for model in models:
        graph.add(model)
    ads = [node for node in models if node["fqn"][1] == "ads"]
    columns = [
        graph.traced(node, column)
        for node in sorted(ads, key=lambda node: str(node["alias"]))
        for column in graph.columns[node["alias"]]
    ]
    return columns, graph.steps_below([(row.table, row.column) for row in columns])


@dataclass
class _Graph:
    """Columns of tables by the tables' names, and the steps between them."""

    manifest: Mapping[str, Any]
    columns: dict[str, list[str]] = field(default_factory=dict)
    steps: _Steps = field(default_factory=dict)

    def __post_init__(self) -> None:
        for node in self._tables():
            self.columns.setdefault(node.get("alias") or node["name"], list(node["columns"]))

    def _tables(self) -> Iterator[Mapping[str, Any]]:
        """Sources before seeds: a raw table may be either, and only the source has columns."""
        yield from self.manifest["sources"].values()
        for node in self.manifest["nodes"].values():
            if node["resource_type"] in {"model", "seed"}:
                yield node

    def in_order(self) -> list[Mapping[str, Any]]:
        """The models, each after those that it reads."""
        nodes: Mapping[str, Any] = self.manifest["nodes"]
        ordered: dict[str, Mapping[str, Any]] = {}

        def visit(unique_id: str) -> None:
            node = nodes.get(unique_id)
            if node is None or unique_id in ordered or node["resource_type"] != "model":
                return
            for parent in node["depends_on"]["nodes"]:
                visit(parent)
            ordered[unique_id] = node

        for unique_id in sorted(nodes):
            visit(unique_id)
        return list(ordered.values())

    def add(self, model: Mapping[str, Any]) -> None:
        """The steps from one model to what it reads."""
        table, declared = str(model["alias"]), list(model["columns"])
        if model["language"] == "python":
            parents = sorted(self._name(parent) for parent in model["depends_on"]["nodes"])
            for column in declared:
                self.steps[table, column] = _python_steps(model, column, parents)
            return
        code = model.get("compiled_code")
        found = sources_of(code, self.columns) if code else NOT_COMPILED
        if isinstance(found, str):
            for column in declared:
                self.steps[table, column] = [ColumnStep(table, column, "unread", expression=found)]
            return
        self.columns[table] = list(found)
        for column, sources in found.items():
            self.steps[table, column] = _steps(table, column, sources)

    def _name(self, unique_id: str) -> str:
        nodes = {**self.manifest["nodes"], **self.manifest["sources"]}
        node = nodes[unique_id]
        return str(node.get("alias") or node["name"])

    def below(self, start: tuple[str, str]) -> list[ColumnStep]:
        """All steps under a column, breadth first, each once."""
        waiting, seen, steps = [start], {start}, []
        while waiting:
            for step in self.steps.get(waiting.pop(0), []):
                steps.append(step)
                source = (step.source_table or "", step.source_column or "")
                if step.kind == "column" and source not in seen:
                    seen.add(source)
                    waiting.append(source)
        return steps

    def steps_below(self, starts: Sequence[tuple[str, str]]) -> list[ColumnStep]:
        """All steps under many columns, each once, ordered by table and column."""
        steps = {step: None for start in starts for step in self.below(start)}
        return sorted(
            steps,
            key=lambda step: (
                *(step.table, step.column, step.kind),
                *(step.source_table or "", step.source_column or "", step.expression or ""),
            ),
        )

    def traced(self, model: Mapping[str, Any], column: str) -> TracedColumn:
        """A column of an ADS table with where it begins."""
        table = str(model["alias"])
        below = self.below((table, column))
        sources = sorted(
            {f"{step.source_table}.{step.source_column}" for step in below if step.kind == "column"}
            | {f"{step.source_table}.*" for step in below if step.kind == "rows"}
        )
        lost = [step for step in below if step.kind in {"python", "unread"}]
        declared = model["columns"].get(column, {})
        return TracedColumn(
            table=table,
            column=column,
            data_type=str(declared.get("data_type") or ""),
            description=" ".join(str(declared.get("description") or "").split()),
            state=self._state(below),
            dwd_columns=tuple(source for source in sources if source.startswith("dwd_")),
            ods_columns=tuple(source for source in sources if source.startswith("ods_")),
            python_models=tuple(sorted({step.table for step in lost})),
        )

    def _state(self, below: Sequence[ColumnStep]) -> str:
        is_lost = any(step.kind in {"python", "unread"} for step in below)
        is_counted = any(step.kind == "rows" for step in below)
        begins = any(
            step.kind == "column" and (step.source_table, step.source_column) not in self.steps
            for step in below
        )
        if is_lost:
            return PARTLY if begins or is_counted else NOT_TRACED
        return TRACED if begins else COUNTED if is_counted else CONSTANT


def _python_steps(
    model: Mapping[str, Any], column: str, parents: Sequence[str]
) -> list[ColumnStep]:
    """What the model declares as `column_sources` in its YAML, or only which tables it reads.

    A column that is declared without sources is made of the model's settings.
    """
    table = str(model["alias"])
    sources = model.get("config", {}).get("meta", {}).get("column_sources", {}).get(column)
    if sources is None:
        return [ColumnStep(table, column, "python", parent) for parent in parents]
    if not sources:
        path = str(model["original_file_path"]).rpartition("/")[2]
        return [ColumnStep(table, column, "expression", expression=path)]

    named = sorted(tuple(str(source).split(".")) for source in sources)
    return [ColumnStep(table, column, "column", *source) for source in named]


def _steps(table: str, column: str, sources: Sources) -> list[ColumnStep]:
    if sources.columns:
        return [ColumnStep(table, column, "column", *source) for source in sources.columns]
    if sources.counted:
        return [
            ColumnStep(table, column, "rows", counted, expression=sources.expression)
            for counted in sources.counted
        ]
    return [ColumnStep(table, column, "expression", expression=sources.expression)]
