"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

Refuses a var that the project does not know, with the nearest name. dbt itself takes any name, so
that a mistyped one changes nothing and nobody notices.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from difflib import get_close_matches
from pathlib import Path
from typing import Any

import yaml

PROJECT_FILE = "dbt_project.yml"
_READ = re.compile(r"\bvar\(\s*['\"](\w+)['\"]")
_PATHS = {
    "model-paths": ["models"],
    "macro-paths": ["macros"],
    "test-paths": ["tests"],
    "seed-paths": ["seeds"],
    "snapshot-paths": ["snapshots"],
    "packages-install-path": ["dbt_packages"],
}
_SUFFIXES = {".sql", ".py", ".yml", ".yaml"}


class UnknownVarError(Exception):
    """A var that nothing reads; the message is one sentence with the nearest name."""


def refuse_unknown_vars(given: Mapping[str, Any], project_dir: Path) -> None:
    """Raise UnknownVarError for a var that the project neither declares nor reads."""
    file = project_dir / PROJECT_FILE
    if not given or not file.is_file():
        return
    project = yaml.safe_load(file.read_text("utf-8")) or {}
    declared = set(_declared(project))
    unknown = [name for name in given if name not in declared]
    if not unknown:
        return
    known = declared | set(_read(project, project_dir))
    for name in unknown:
        if name not in known:
            raise UnknownVarError(_sentence(name, known))


def _declared(project: Mapping[str, Any]) -> Iterator[str]:
    """The vars of the project file: at its top level, or under the name of a package."""
    for name, value in (project.get("vars") or {}).items():
        yield name
        if isinstance(value, Mapping):
            yield from value


def _read(project: Mapping[str, Any], project_dir: Path) -> Iterator[str]:
    """The vars that any file of the project asks for by name."""
    yield from _READ.findall((project_dir / PROJECT_FILE).read_text("utf-8"))
    for setting, usual in _PATHS.items():
        named = project.get(setting, usual)
        for folder in [named] if isinstance(named, str) else named:
            for file in (project_dir / folder).rglob("*"):
                if file.suffix in _SUFFIXES and file.is_file():
                    yield from _READ.findall(file.read_text("utf-8", "replace"))


def _sentence(name: str, known: Collection[str]) -> str:
    near = get_close_matches(name, sorted(known), n=1, cutoff=0.6)
    way_out = f"did you mean {near[0]}?" if near else f"the vars are in {PROJECT_FILE}."

    return f"{name} is no var of this project, so it would change nothing: {way_out}"
