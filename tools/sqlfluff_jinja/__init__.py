"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

What dbt's Jinja knows and sqlfluff's does not, so that the linter renders our real macros without
starting dbt and Java.
"""

import datetime
import hashlib
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import yaml

_PROJECT: Mapping[str, Any] = yaml.safe_load(
    (Path(__file__).resolve().parents[2] / "dbt_project.yml").read_text("utf-8")
)

modules = SimpleNamespace(re=re, datetime=datetime)
run_started_at = datetime.datetime(2024, 7, 1)
execute = False
model = SimpleNamespace(name="", resource_type="model")


def var(name: str, default: Any = None) -> Any:
    """A var of dbt_project.yml."""
    return _PROJECT["vars"].get(name, default)


def env_var(name: str, default: str = "") -> str:
    """An environment variable's default: a lint run depends on no environment."""
    return default


def local_md5(text: str) -> str:
    """dbt's hash of a text."""
    return hashlib.md5(text.encode(), usedforsecurity=False).hexdigest()


def load_relation(relation: Any) -> None:
    """No table is there: a lint run reaches no warehouse."""


def _refuse(message: str) -> None:
    raise ValueError(message)


exceptions = SimpleNamespace(raise_compiler_error=_refuse)


class _Config:
    """`config` of a model: a call says nothing, and meta is what dbt_project.yml gives a folder."""

    def __call__(self, *args: Any, **kwargs: Any) -> str:
        return ""

    def get(self, name: str, default: Any = None) -> Any:
        """A config of the model itself, of which this knows nothing."""
        return default

    def meta_get(self, name: str, default: Any = None) -> Any:
        """The first value of that name in any folder."""
        return next(_metas(_PROJECT["models"], name), default)


def _metas(folder: Any, name: str) -> Iterator[Any]:
    if isinstance(folder, Mapping):
        if name in folder.get("+meta", {}):
            yield folder["+meta"][name]
        for inner in folder.values():
            yield from _metas(inner, name)


config = _Config()
