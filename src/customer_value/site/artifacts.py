"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

Reads from dbt's artifacts which tests the last run had and how each ended.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from customer_value.site.quality_rows import CheckResult, CheckRun

# `dbt docs generate` and others write run results too, but run no test
_COMMANDS_WITH_TESTS = {"build", "test"}
# of unit tests, and of tests for which a table is not built
_OTHER_WORDS = {"success": "pass", "no-op": "skipped"}
_ORDER = {"error": 0, "fail": 1, "warn": 2, "skipped": 3, "pass": 4}


@dataclass(frozen=True)
class DocsFile:
    """The lineage site of dbt docs: one file that is copied beside the pages."""

    file_name: str
    megabytes: str


def read_checks(target: Path) -> tuple[Sequence[CheckRun], Sequence[CheckResult]]:
    """The last run (its start in UTC) and its tests, worst first; both empty where the last run
    had no tests.
    """
    results, manifest = _json(target / "run_results.json"), _json(target / "manifest.json")
    command = str(results.get("args", {}).get("which", ""))
    if command not in _COMMANDS_WITH_TESTS:
        return [], []
    started = str(results["metadata"].get("invocation_started_at") or "")
    run = CheckRun(f"dbt {command}", started[:19].replace("T", " "))
    nodes = {**manifest.get("nodes", {}), **manifest.get("unit_tests", {})}
    checks = [
        _check(result, nodes.get(result["unique_id"], {}))
        for result in results["results"]
        if result["unique_id"].split(".")[0] in {"test", "unit_test"}
    ]
    checks.sort(key=lambda check: (_ORDER.get(check.status, -1), check.table, check.name))
    return [run], checks


def find_docs(target: Path) -> Mapping[DocsFile, Path]:
    """The one-file site of `dbt docs generate --static`, by what the lineage page says of it."""
    path = target / "static_index.html"
    if not path.is_file():
        return {}
    return {DocsFile("dbt_docs.html", f"{path.stat().st_size / 1e6:.1f}"): path}


def _check(result: Mapping[str, Any], node: Mapping[str, Any]) -> CheckResult:
    parts = result["unique_id"].split(".")
    read = node.get("depends_on", {}).get("nodes", [])
    table = str(node.get("attached_node") or node.get("model") or (read[-1:] or [""])[0])
    return CheckResult(
        name=str(node.get("name") or parts[2]),
        table=table.split(".")[-1],
        rule=_rule(parts[0], node),
        description=" ".join(str(node.get("description") or "").split()),
        status=_OTHER_WORDS.get(result["status"], str(result["status"])),
        failures=int(result.get("failures") or 0),
        conserved_table=_conserved_table(node),
    )


def _rule(kind: str, node: Mapping[str, Any]) -> str:
    if kind == "unit_test":
        return kind
    return str((node.get("test_metadata") or {}).get("name") or "singular")


def _conserved_table(node: Mapping[str, Any]) -> str | None:
    test = node.get("test_metadata") or {}
    return test["kwargs"].get("ods_table") if test.get("name") == "rows_conserved" else None


def _json(path: Path) -> Mapping[str, Any]:
    if not path.is_file():
        return {}
    content: Mapping[str, Any] = json.loads(path.read_text("utf-8"))
    return content
