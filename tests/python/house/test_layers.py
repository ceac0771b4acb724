"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

The layers of src: imports go one way only, an area knows no other but the shared one, and engine
code names no area.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from workspace import REPOSITORY

from customer_value.areas import AREAS

SRC = REPOSITORY / "src"
OURS = "customer_value"
# a part may import parts of a lower rank, and itself
RANKS = {
    "commands": 4,
    "areas": 3,
    **dict.fromkeys(("lists", "loader", "model_cards", "sample", "site"), 2),
    **dict.fromkeys(("analytics", "lineage", "warehouse", "words"), 1),
    "errors": 0,
}
ENGINES = (
    *("analytics", "commands", "lineage", "lists", "loader", "model_cards", "sample", "site"),
    *("warehouse", "words"),
)
# documented names that only pass on to the code behind them
DOORS = {"ads_fu_bu", "dbt", "findings", "ods", "sample.__main__", "site.__main__"}
# only these know the plug-ins
MAY_USE_PLUGINS = {"commands", "warehouse"}
PLUGINS = {
    "dbt_spark_session_python": set(),
    "dbt_spark_local": {"dbt_spark_session_python"},
}
# dimensions that every area may use; the name is also an everyday word
SHARED = "shared"
# names of areas, and words that only one area has
AREA_WORDS = re.compile(
    "|".join(
        [
            *(area.name for area in AREAS if area.name != SHARED),
            r"promo(?!te)|online.?retail|consumer|invoice",
            r"\w_(send|use)s?\b",
        ]
    ),
    re.IGNORECASE,
)


def modules(package: str) -> Iterator[tuple[str, Path]]:
    """Every module of a package by its name inside the package: `site.pages.start`."""
    for path in sorted((SRC / package).rglob("*.py")):
        parts = path.relative_to(SRC / package).with_suffix("").parts
        yield ".".join(part for part in parts if part != "__init__"), path


def imports(path: Path) -> Iterator[str]:
    """What a module imports, with the names that it takes from there."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path} has a relative import"
            yield from (f"{node.module}.{name.name}" for name in node.names)


def upward(module: str, imported: str) -> bool:
    """Whether an import of one part of customer_value by another goes the wrong way."""
    own, other = module.split(".")[0], imported.split(".")[1]
    return own != other and RANKS[own] <= RANKS[other]


def test_imports_go_from_commands_down_to_the_warehouse() -> None:
    wrong = [
        f"{module} imports {imported}"
        for module, path in modules(OURS)
        if module and module not in DOORS
        for imported in imports(path)
        if imported.startswith(f"{OURS}.") and upward(module, imported)
    ]
    assert wrong == []


def test_an_area_imports_no_other_but_the_shared_one() -> None:
    names = {area.name for area in AREAS}
    wrong = [
        f"{module} imports {imported}"
        for module, path in modules(f"{OURS}/areas")
        for imported in imports(path)
        for other in re.findall(rf"^{OURS}\.areas\.(\w+)", imported)
        if module.split(".")[0] in names and other in names - {SHARED, module.split(".")[0]}
    ]
    assert wrong == []


def test_a_door_only_passes_on() -> None:
    for module, path in modules(OURS):
        if module in DOORS:
            body = ast.parse(path.read_text("utf-8")).body
            assert not [node for node in body if isinstance(node, ast.FunctionDef | ast.ClassDef)]


@pytest.mark.parametrize("plugin", PLUGINS)
def test_a_plugin_can_be_published_without_the_project(plugin: str) -> None:
    allowed = {plugin, *PLUGINS[plugin]}
    wrong = [
        f"{plugin}.{module} imports {imported}"
        for module, path in modules(plugin)
        for imported in imports(path)
        if imported.split(".")[0] in {OURS, *PLUGINS} - allowed
    ]
    assert wrong == []


def test_only_commands_and_the_warehouse_part_use_the_plugins() -> None:
    users = {
        module.split(".")[0]
        for module, path in modules(OURS)
        for imported in imports(path)
        if imported.split(".")[0] in PLUGINS
    }
    assert users <= MAY_USE_PLUGINS


def test_engine_code_names_no_area() -> None:
    folders = [SRC / OURS / part for part in ENGINES] + [SRC / plugin for plugin in PLUGINS]
    named = [
        f"{path.relative_to(SRC)}:{number}: {found.group()}"
        for folder in folders
        for path in sorted(folder.rglob("*"))
        if path.suffix in {".py", ".sql", ".yml", ".html", ".js", ".css"}
        for number, line in enumerate(path.read_text("utf-8").splitlines(), start=1)
        for found in AREA_WORDS.finditer(line)
    ]
    assert named == []


def test_an_area_has_one_name_everywhere() -> None:
    names = {area.name for area in AREAS}
    for area in AREAS:
        assert area.sample.name == area.name
        assert set(area.needs) <= names
        if area.pages:
            assert area.pages.folder == SRC / OURS / "areas" / area.name
            assert (REPOSITORY / "models" / "ads" / area.name).is_dir()
    for folder in ("models/staging", "seeds", "tests/python/areas"):
        assert names <= {path.name for path in (REPOSITORY / folder).iterdir()}, folder
