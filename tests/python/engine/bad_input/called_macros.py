"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

Calls macros of the project one by one with dbt's own Jinja, a few hundred times a second.
"""

from __future__ import annotations

import multiprocessing
from argparse import Namespace
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from dbt.adapters.factory import adapter_management, register_adapter
from dbt.clients.jinja import MacroGenerator
from dbt.config.runtime import RuntimeConfig
from dbt.context.providers import generate_runtime_macro_context
from dbt.contracts.graph.manifest import Manifest
from dbt.flags import set_from_args

Call = Callable[..., str]


@contextmanager
def macro_caller(project: Path, profiles: Path, manifest: Manifest) -> Iterator[Call]:
    """A function that calls a macro by its name as `dbt run-operation` would, with arguments, and
    with `given` vars as from --vars; it raises what dbt raises.
    """
    arguments = Namespace(
        **{"project_dir": str(project), "profiles_dir": str(profiles)},
        **{"PROJECT_DIR": str(project), "PROFILES_DIR": str(profiles)},
        **{"profile": None, "target": None, "threads": None, "vars": {}, "which": "run-operation"},
    )
    set_from_args(arguments, None)
    config = RuntimeConfig.from_args(arguments)

    def called(macro: str, *values: object, given: dict[str, Any] | None = None) -> str:
        config.cli_vars = config.args.vars = given or {}
        node = manifest.macros[f"macro.{config.project_name}.{macro}"]
        context = generate_runtime_macro_context(node, config, manifest, config.project_name)
        return str(MacroGenerator(node, context)(*values))

    with adapter_management():
        register_adapter(config, multiprocessing.get_context("spawn"))
        yield called
