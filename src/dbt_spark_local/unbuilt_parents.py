"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

What dbt does about tables that neither exist nor are built by the run: a model that reads one stops
the run with one sentence before anything has started, and a test that reads one is left out.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import Any

from dbt.artifacts.schemas.results import NodeStatus
from dbt.runners.no_op_runner import NoOpRunner
from dbt_common.events.functions import fire_event
from dbt_common.events.types import Note
from dbt_common.exceptions import DbtRuntimeError

# how many names a sentence lists
MOST_NAMES = 5
_TESTS = {"test", "unit_test"}
# a word of --select to which a `+` can be put; intersections need thought
_PLAIN = re.compile(r"\+?[\w.:*/-]+\+?")


class LeftOutRunner(NoOpRunner):
    """A test that cannot run: dbt counts it as NO-OP, without a line of its own."""

    def after_execute(self, result: Any) -> None:
        """Say nothing: one line at the end speaks of all of them."""


def look_for_unbuilt_parents() -> None:
    """Teach dbt's commands that run something to look, once the relations are known.

    Calling this again changes nothing.
    """
    # Only here, because dbt starts plug-ins for every command.
    from dbt.task.run import RunTask

    task: Any = RunTask
    own_populate, own_runner, own_end = (
        task.populate_adapter_cache,
        task.get_runner,
        task.task_end_messages,
    )
    if getattr(own_populate, "looks_for_unbuilt_parents", False):
        return

    def populate(self: Any, adapter: Any, *arguments: Any, **named: Any) -> None:
        own_populate(self, adapter, *arguments, **named)
        self.unbuilt = _unbuilt_by_node(self, adapter)
        _refuse(self)

    def get_runner(self: Any, node: Any) -> Any:
        runner = own_runner(self, node)
        if node.unique_id not in getattr(self, "unbuilt", {}):
            return runner
        return LeftOutRunner(
            runner.config, runner.adapter, node, runner.node_index, runner.num_nodes
        )

    def end(self: Any, results: Any) -> None:
        own_end(self, results)
        sentence = _about_left_out(self, results or ())
        if sentence:
            fire_event(Note(msg=sentence))

    populate.looks_for_unbuilt_parents = True  # type: ignore[attr-defined]
    task.populate_adapter_cache = populate
    task.get_runner = get_runner
    task.task_end_messages = end


def with_parents(selected: Sequence[str], command: str = "build") -> str:
    """What a --select must be for the tables that it reads to be built too, as advice. Only
    `dbt build` loads seeds along with models.
    """
    words = [word for phrase in selected for word in phrase.split()]
    if not words or not all(_PLAIN.fullmatch(word) for word in words):
        return "select these too"

    how = "run it" if command == "build" else "run dbt build"

    return f"{how} with --select " + " ".join(f"+{word.lstrip('+')}" for word in words)


def _unbuilt_by_node(task: Any, adapter: Any) -> dict[str, list[str]]:
    """The names of the tables that a selected node reads in vain, by the node's unique id."""
    # with --defer another schema's tables stand in for those that are not there
    if task.manifest is None or task.args.defer:
        return {}
    nodes, there = task.manifest.nodes, dict[str, bool]()
    selected = set(task.job_queue.get_selected_nodes()) if task.job_queue else set()
    unbuilt = {}
    for unique_id in sorted(selected):
        missing = []
        for parent in _tables_read(nodes, nodes.get(unique_id)):
            if parent.unique_id not in selected:
                if parent.unique_id not in there:
                    there[parent.unique_id] = _exists(adapter, parent)
                if not there[parent.unique_id]:
                    missing.append(parent.name)
        if missing:
            unbuilt[unique_id] = missing

    return unbuilt


def _tables_read(nodes: Any, node: Any) -> Iterator[Any]:
    """The models, seeds and snapshots that a node reads, also through ephemeral models."""
    for unique_id in dict.fromkeys(node.depends_on_nodes if node else ()):
        parent = nodes.get(unique_id)
        if parent is None or parent.resource_type not in {"model", "seed", "snapshot"}:
            continue
        if parent.is_ephemeral_model:
            yield from _tables_read(nodes, parent)
        else:
            yield parent


def _exists(adapter: Any, node: Any) -> bool:
    return adapter.get_relation(node.database, node.schema, node.alias) is not None


def _refuse(task: Any) -> None:
    """Stop where a model would fail, and where nothing but tests is left and none of them can run.

    Raises DbtRuntimeError with one sentence.
    """
    nodes = task.manifest.nodes if task.manifest else {}
    models = [
        names for node, names in task.unbuilt.items() if nodes[node].resource_type not in _TESTS
    ]
    if models:
        unbuilt = _listed(_sorted(models))
        advice = with_parents(task.args.select or (), task.args.which)
        raise DbtRuntimeError(
            "What you selected reads tables that are not built in this schema yet:"
            f" {unbuilt}. To build them too, {advice}."
        )
    selected = set(task.job_queue.get_selected_nodes()) if task.job_queue else set()
    if selected and selected == set(task.unbuilt):
        names = _sorted(task.unbuilt.values())
        raise DbtRuntimeError(
            "None of these tests can run, because the tables that they read are not built in this"
            f" schema: {_listed(names)}. Build them first (dbt build)."
        )


def _about_left_out(task: Any, results: Iterable[Any]) -> str:
    """How many tests were left out and why; empty where none was."""
    unbuilt = getattr(task, "unbuilt", {})
    left_out = [
        unbuilt[result.node.unique_id]
        for result in results
        if result.status == NodeStatus.NoOp and result.node.unique_id in unbuilt
    ]
    if not left_out:
        return ""
    return (
        f"{_counted(len(left_out))} left out, for want of tables that are not built in this"
        f" schema: {_listed(_sorted(left_out))}. A build of everything runs them too."
    )


def _sorted(lists: Iterable[Sequence[str]]) -> list[str]:
    return sorted({name for names in lists for name in names})


def _counted(tests: int) -> str:
    return "1 test was" if tests == 1 else f"{tests} tests were"


def _listed(names: Collection[str]) -> str:
    shown = list(names)[:MOST_NAMES]
    more = len(names) - len(shown)

    return ", ".join(shown) + (f" and {more} more" if more else "")
