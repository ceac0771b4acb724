"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

Where each column of every ADS table begins, and all steps that lead there.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from customer_value.lineage.graph import Graph, read_manifest
from customer_value.lineage.rows import (
    CONSTANT,
    COUNTED,
    NOT_TRACED,
    PARTLY,
    TRACED,
    ColumnStep,
    TracedColumn,
)


def read_lineage(target: Path) -> tuple[Sequence[TracedColumn], Sequence[ColumnStep]]:
    """Every column of every ADS table, and the steps that lead down from them, from the folder of
    dbt's artifacts; both are empty where nothing was ever compiled.
    """
    manifest = read_manifest(target)
    return trace(manifest) if manifest is not None else ([], [])


def trace(manifest: Mapping[str, Any]) -> tuple[Sequence[TracedColumn], Sequence[ColumnStep]]:
    """The same from a manifest that was read."""
    graph = Graph(manifest)
    ads = [table for table in graph.tables if _is_ads(graph.model(table))]
    starts = [(table, column) for table in ads for column in graph.columns(table)]
    below = {start: graph.below(*start) for start in starts}
    columns = [traced(graph, *start, below[start]) for start in starts]
    steps = dict.fromkeys(step for of_column in below.values() for step in of_column)
    return columns, sorted(steps, key=_by_names)


def _is_ads(model: Mapping[str, Any] | None) -> bool:
    return model is not None and model["fqn"][1] == "ads"


def _by_names(step: ColumnStep) -> tuple[str, ...]:
    source = (step.source_table, step.source_column, step.source_given, step.expression)
    return (step.table, step.column, step.given, step.kind, *(str(part or "") for part in source))


def traced(graph: Graph, table: str, column: str, below: Sequence[ColumnStep]) -> TracedColumn:
    """A column with where it begins; `below` are the steps under it."""
    model = graph.model(table) or {"columns": {}}
    declared = model["columns"].get(column, {})
    sources = sorted(
        {f"{step.source_table}.{step.source_column}" for step in below if step.goes_on}
    )
    lost = {step.table for step in below if step.kind in {"python", "unread"}}
    return TracedColumn(
        table=table,
        column=column,
        data_type=str(declared.get("data_type") or ""),
        description=" ".join(str(declared.get("description") or "").split()),
        state=_state(graph, below),
        dwd_columns=tuple(source for source in sources if source.startswith("dwd_")),
        ods_columns=tuple(source for source in sources if source.startswith("ods_")),
        python_models=tuple(sorted(lost)),
    )


def _state(graph: Graph, below: Sequence[ColumnStep]) -> str:
    is_lost = any(step.kind in {"python", "unread"} for step in below)
    is_counted = any(step.kind == "rows" for step in below)
    begins = any(
        step.kind == "column" and graph.model(str(step.source_table)) is None for step in below
    )
    if is_lost:
        return PARTLY if begins or is_counted else NOT_TRACED
    return TRACED if begins else COUNTED if is_counted else CONSTANT
