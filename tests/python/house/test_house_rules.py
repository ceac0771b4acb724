"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

The house rules, read off dbt's own graph and the tree. An exception is one line here, with its
reason.
"""

from __future__ import annotations

import csv
import json
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from dbt.cli.main import dbtRunner
from workspace import REPOSITORY, Workspace

WORK_ORDER = "工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板"
LAYERS = {"staging": "stg_", "dwd": "dwd_", "dws": "dws_", "ads": "ads_"}
ALLOWED_PARENTS = {
    "staging": {"ods"},
    # reference seeds are this project's own settings (strategies, cut points, codes), not raw data
    "dwd": {"staging", "dwd", "reference"},
    "dws": {"dwd", "dws", "reference"},
    "ads": {"dwd", "dws", "reference"},
}
# a raw row may come twice: both copies are rejected
NO_KEY = {
    "dwd_customer_profile_reject",
    "dwd_customer_service_promo_reject",
    "dwd_shared_reject",
}
CLOCKS = re.compile(
    r"current_date|current_timestamp|\bnow\(\)|\bunix_timestamp\(\)|localtimestamp|\brand\(|\buuid\(\)"
    r"|datetime\.now|date\.today|time\.time\(|monotonically_increasing_id",
    re.IGNORECASE,
)
MODEL_LINES, MACRO_LINES, YAML_LINES, PYTHON_LINES = 125, 90, 300, 250
# a test derives its numbers by another road than the models, from the first step on
DATA_TEST_LINES = 135
README_LINES, DOCUMENT_WIDTH = 220, 150
# texts of docs/blocks hold both languages in one line; the others wait for their branches
WIDE = {
    "docs/clusters.md",
    "docs/rfm_scoring_compared.md",
    "docs/blocks/online_retail.md",
}


READMES = ("README.md", "README.zh-CN.md")
TWINS = (
    "README",
    "docs/glossary",
    "docs/settings",
    "docs/metrics/customer_profile",
    "docs/metrics/customer_service_promo",
    "docs/metrics/online_retail",
    "docs/how-to/connect-your-tables",
    "docs/how-to/backfill",
    "docs/how-to/export-lists",
)


@pytest.fixture(scope="module")
def manifest(workspace: Workspace) -> Any:
    """dbt's graph of the project as it stands."""
    result = dbtRunner().invoke(
        [
            *("--quiet", "parse", "--project-dir", str(REPOSITORY)),
            *("--profiles-dir", str(workspace.profiles)),
            *("--target-path", str(workspace.target_path("rules"))),
            *("--log-path", str(workspace.folder / "logs" / "rules")),
        ]
    )
    assert result.success, result.exception
    return result.result


@pytest.fixture(scope="module")
def models(manifest: Any) -> list[Any]:
    return [node for node in manifest.nodes.values() if node.resource_type == "model"]


def tracked(*suffixes: str) -> Iterator[Path]:
    """The repository's own files, as git knows or would know them."""
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard"],
        cwd=REPOSITORY,
        capture_output=True,
        text=True,
        check=True,
    )
    for line in listed.stdout.splitlines():
        path = REPOSITORY / line
        if path.is_file() and (path.suffix in suffixes or path.name in suffixes):
            yield path


def layer(node: Any) -> str:
    """The layer of a model, or ods / reference for what has none."""
    if node.resource_type == "source":
        return "ods"
    if node.resource_type == "seed":
        return "reference" if node.fqn[1] == "reference" else "ods"
    return str(node.fqn[1])


def test_models_only_read_the_layers_they_may(manifest: Any, models: list[Any]) -> None:
    nodes = {**manifest.nodes, **manifest.sources}
    crossings = [
        f"{model.name} -> {nodes[parent].name}"
        for model in models
        for parent in model.depends_on.nodes
        if layer(nodes[parent]) not in ALLOWED_PARENTS[layer(model)]
    ]
    assert sorted(crossings) == []


def test_prefix_layer_and_area_agree(models: list[Any]) -> None:
    areas = {path.name for path in (REPOSITORY / "models/staging").iterdir() if path.is_dir()}
    wrong = [
        model.original_file_path
        for model in models
        if not model.name.startswith(LAYERS[layer(model)]) or model.fqn[2] not in areas
    ]
    assert sorted(wrong) == []


def test_every_model_seed_source_and_test_says_what_it_is_in_both_languages(manifest: Any) -> None:
    nodes = [
        *(node for node in manifest.nodes.values() if node.resource_type in {"model", "seed"}),
        *manifest.sources.values(),
        *manifest.unit_tests.values(),
    ]
    descriptions = {node.name: node.description for node in nodes}
    # what a test says when it fails
    descriptions |= {
        node.name: node.description
        for node in manifest.nodes.values()
        if node.resource_type == "test" and not getattr(node, "test_metadata", None)
    }
    descriptions |= {
        macro.name: macro.description
        for macro in manifest.macros.values()
        if macro.package_name == "customer_value"
        and macro.original_file_path.startswith("tests/generic/")
    }
    descriptions |= {
        f"{node.name}.{column.name}": column.description
        for node in nodes
        for column in getattr(node, "columns", {}).values()
    }
    poor = [
        name for name, text in descriptions.items() if not re.search(r"[一-鿿].* / \S", text or "")
    ]
    assert sorted(poor) == []


def test_every_table_has_a_tested_key(manifest: Any, models: list[Any]) -> None:
    keyed = {
        node.attached_node
        for node in manifest.nodes.values()
        if node.resource_type == "test"
        and getattr(getattr(node, "test_metadata", None), "name", "") == "unique_grain"
    }
    unkeyed = {
        model.name for model in models if layer(model) != "staging" and model.unique_id not in keyed
    }
    assert unkeyed == NO_KEY


def test_every_ads_model_is_a_contract(models: list[Any]) -> None:
    loose = [
        model.name
        for model in models
        if layer(model) == "ads"
        and not (
            model.contract.enforced and all(column.data_type for column in model.columns.values())
        )
    ]
    assert loose == []


def test_every_sql_model_says_its_grain_and_ends_with_a_bare_select(models: list[Any]) -> None:
    wrong = [
        model.name
        for model in models
        if model.language == "sql"
        and not (
            ("-- 粒度：" in "\n".join(model.raw_code.splitlines()[:2]))
            and re.search(r"\nselect \* from (?!final$)\w+$", model.raw_code.strip())
        )
    ]
    assert wrong == []


def test_every_macro_is_one_file_and_documented(manifest: Any) -> None:
    macros = [macro for macro in manifest.macros.values() if macro.package_name == "customer_value"]
    homeless = [
        macro.name
        for macro in macros
        if not macro.name.startswith("test_") and Path(macro.original_file_path).stem != macro.name
    ]
    undocumented = [
        macro.name
        for macro in macros
        if not macro.name.startswith("test_") and not macro.description
    ]
    assert (homeless, undocumented) == ([], [])


def test_lists_sources_and_seeds_hold_the_same_columns(manifest: Any) -> None:
    listed = {
        table: re.findall(r"'(\w+)': '", columns)
        for path in REPOSITORY.glob("macros/*/*_tables.sql")
        for table, columns in re.findall(
            r"'ods': '(\w+)'.*?'columns': \{(.*?)\}", path.read_text("utf-8"), re.DOTALL
        )
    }
    sources = {source.name: list(source.columns) for source in manifest.sources.values()}
    seeds = {
        node.name: list(node.config.column_types)
        for node in manifest.nodes.values()
        if node.resource_type == "seed" and layer(node) == "ods"
    }
    headers = {
        path.stem: path.read_text("utf-8").split("\n")[0].split(",")
        for path in REPOSITORY.glob("seeds/*/ods_*.csv")
    }
    assert listed == sources == seeds == headers


def test_no_column_is_called_only_segment(manifest: Any) -> None:
    # five things could be meant; docs/glossary.md says which name each has
    nodes = [*manifest.nodes.values(), *manifest.sources.values()]
    vague = [
        f"{node.name}.{column}"
        for node in nodes
        for column in getattr(node, "columns", {})
        if column.lower() == "segment"
    ]
    assert vague == []


def test_listed_fields_are_the_documents_and_their_models(manifest: Any) -> None:
    rows = csv.DictReader(
        (REPOSITORY / "seeds/reference/customer_profile_field.csv").open(encoding="utf-8")
    )
    listed: dict[tuple[str, str], list[str]] = {}
    for row in rows:
        key = (row["document_table"], row["model_name"])
        listed.setdefault(key, []).append(row["document_column"])
    macro = manifest.macros["macro.customer_value.document_tables"].macro_sql
    named = {
        (table, model): re.findall(r"'(\w+)'", columns)
        for table, model, columns in re.findall(
            r"'name': '(\w+)', 'model': '(\w+)'.*?'columns': \[(.*?)\]", macro, re.DOTALL
        )
    }
    first = {
        (table, model): list(
            next(node for node in manifest.nodes.values() if node.name == model).columns
        )[: len(columns)]
        for (table, model), columns in listed.items()
    }
    assert listed == named == first


def test_every_fact_that_names_a_customer_forgets_the_erased(manifest: Any) -> None:
    named = {
        (written or f"dwd_{table}"): columns
        for path in REPOSITORY.glob("macros/*/*_tables.sql")
        for table, options, columns in re.findall(
            r"'ods': 'ods_(\w+)'(.*?)'columns': \{(.*?)\}", path.read_text("utf-8"), re.DOTALL
        )
        for written in [*re.findall(r"'dwd': '(\w+)'", options), ""][:1]
        if "'is_fact': true" in options and re.search(r"'\w+ .*\bprivate\b", columns)
    }
    models = {name: manifest.nodes[f"model.customer_value.{name}"] for name in named}
    remembering = [
        name
        for name, model in models.items()
        if "is_erased" not in model.columns
        or "erasure" not in model.config.meta["by_day"]["lookups"]
    ]
    assert len(models) > 5
    assert remembering == []


def test_logs_show_no_column_that_names_a_customer(manifest: Any) -> None:
    private = {
        column
        for path in REPOSITORY.glob("macros/*/*_tables.sql")
        for column in re.findall(r"'(\w+)': '[^']*\bprivate\b", path.read_text("utf-8"))
    }
    tests = [node for node in manifest.nodes.values() if node.resource_type == "test"]
    assert private and tests
    for test in tests:
        hidden = tuple(test.config.meta.get("hidden_columns", ()))
        assert [column for column in private if not column.endswith(hidden)] == [], test.name


def test_every_code_file_carries_the_work_order() -> None:
    files = tracked(
        ".sql", ".py", ".yml", ".yaml", ".toml", ".properties", "Makefile", "run", ".sqlfluff"
    )
    bare = [
        str(path.relative_to(REPOSITORY))
        for path in files
        if WORK_ORDER not in "\n".join(path.read_text("utf-8").splitlines()[:2])
    ]
    assert bare == []


def test_no_model_macro_or_package_reads_the_clock_or_draws_unseeded() -> None:
    readers = [
        f"{path.relative_to(REPOSITORY)}: {found.group()}"
        for path in tracked(".sql", ".py")
        if path.relative_to(REPOSITORY).parts[0] in {"models", "macros", "src"}
        for found in CLOCKS.finditer(path.read_text("utf-8"))
    ]
    assert readers == []


def test_files_stay_small() -> None:
    limits = {
        **dict.fromkeys(tracked(".yml"), YAML_LINES),
        **dict.fromkeys((p for p in tracked(".py") if "src" in p.parts), PYTHON_LINES),
        **dict.fromkeys((p for p in tracked(".sql") if "models" in p.parts), MODEL_LINES),
        # a list of raw tables has a line for each of their columns
        **{
            p: MACRO_LINES
            for p in tracked(".sql")
            if "macros" in p.parts and "_tables" not in p.stem
        },
        **dict.fromkeys((p for p in tracked(".sql") if "tests" in p.parts), DATA_TEST_LINES),
    }
    large = {
        str(path.relative_to(REPOSITORY)): len(path.read_text("utf-8").splitlines())
        for path, limit in limits.items()
        if len(path.read_text("utf-8").splitlines()) > limit
    }
    assert large == {}


def test_sql_and_python_cluster_by_the_same_features(manifest: Any) -> None:
    # a SQL model cannot read its config in a unit test, so its list is a macro
    macro = manifest.macros["macro.customer_value.online_retail_features"].macro_sql
    model = manifest.nodes["model.customer_value.dws_online_retail_cluster_centre"]
    assert re.findall(r"'(\w+)'", macro) == model.config.meta["features"]


def test_engine_macros_name_no_area(manifest: Any) -> None:
    areas = {path.name for path in (REPOSITORY / "models/staging").iterdir() if path.is_dir()}
    words = re.compile("|".join([*areas - {"shared"}, "promo_", "online.?retail", "invoice"]), re.I)
    folders = ("engine", "scoring", "clustering")
    named = [
        f"{path.relative_to(REPOSITORY)}: {hit.group()}"
        for folder in folders
        for path in sorted((REPOSITORY / "macros" / folder).rglob("*.sql"))
        for hit in words.finditer(path.read_text("utf-8"))
    ]
    assert named == []


def test_nothing_names_this_machine_or_a_registry() -> None:
    named = re.compile(
        r"/work/|/root/|\.library|farm-(studio|bench)|pypi\.org|registry\.npmjs|deb\.debian"
    )
    this = Path(__file__)
    found = [
        f"{path.relative_to(REPOSITORY)}: {hit.group()}"
        for path in tracked(
            ".sql", ".py", ".yml", ".md", ".toml", ".txt", ".cfg", "Makefile", "run"
        )
        if path != this
        for hit in named.finditer(path.read_text("utf-8"))
    ]
    assert found == []


def documents() -> list[Path]:
    """The documents that people write; the page of findings is written by a command."""
    return [path for path in tracked(".md") if path.name != "online_retail_findings.md"]


def prose(path: Path) -> str:
    """A document without its code blocks."""
    return re.sub(r"```.*?```", "", path.read_text("utf-8"), flags=re.DOTALL)


def headings(path: Path) -> list[str]:
    """The marks of a document's headings in their order, without the words."""
    return re.findall(r"^#+(?= )", prose(path), re.MULTILINE)


def commands(path: Path) -> list[str]:
    """The lines of a document's shell blocks, without the comments."""
    blocks = re.findall(r"```bash\n(.*?)```", path.read_text("utf-8"), re.DOTALL)
    return [re.sub(r"\s+# .*", "", line) for block in blocks for line in block.splitlines()]


def first_cells(path: Path) -> set[str]:
    """The names in backticks in the first column of a document's tables."""
    rows = re.findall(r"^\| (`[^|]*) \|", path.read_text("utf-8"), re.MULTILINE)
    return {name for row in rows for name in re.findall(r"`(\w+)`", row)}


def test_both_readmes_are_short_and_list_every_ads_table(models: list[Any]) -> None:
    ads = {model.name for model in models if layer(model) == "ads"}
    for name in READMES:
        readme = REPOSITORY / name
        listed = {cell for cell in first_cells(readme) if cell.startswith("ads_")}
        assert (name, listed ^ ads) == (name, set())
        assert (name, len(readme.read_text("utf-8").splitlines()) <= README_LINES) == (name, True)


def test_twins_have_the_same_headings_commands_and_code() -> None:
    for name in TWINS:
        english, chinese = REPOSITORY / f"{name}.md", REPOSITORY / f"{name}.zh-CN.md"
        assert (name, headings(english)) == (name, headings(chinese))
        assert (name, commands(english)) == (name, commands(chinese))
        code = [set(re.findall(r"`[^`\n]+`", prose(path))) for path in (english, chinese)]
        assert (name, code[0] ^ code[1]) == (name, set())


def test_documents_name_make_targets_that_exist() -> None:
    targets = set(re.findall(r"^([a-z0-9-]+):", (REPOSITORY / "Makefile").read_text(), re.M))
    unknown = {
        f"{path.relative_to(REPOSITORY)}: make {target}"
        for path in documents()
        for line in [*commands(path), *re.findall(r"`([^`\n]+)`", prose(path))]
        for target in re.findall(r"\bmake ([a-z][a-z0-9-]+)", line)
        if target not in targets
    }
    assert unknown == set()


def test_documents_name_tests_that_exist(manifest: Any) -> None:
    known = {node.name for node in manifest.nodes.values() if node.resource_type == "test"}
    for path in tracked(".py"):
        known.update(re.findall(r"^def (test_\w+)", path.read_text("utf-8"), re.MULTILINE))
    unknown = {
        f"{path.relative_to(REPOSITORY)}: {name}"
        for path in documents()
        for name in re.findall(r"`((?:test|assert|warn)_\w+)`", prose(path))
        if name not in known
    }
    assert unknown == set()


def test_settings_list_every_var_with_its_default() -> None:
    project = yaml.safe_load((REPOSITORY / "dbt_project.yml").read_text("utf-8"))
    # not given, these two follow the environment and the target
    variables = {**project["vars"], "as_of_date": [], "rfm_engine": []}
    for name in ("docs/settings.md", "docs/settings.zh-CN.md"):
        rows = re.findall(
            r"^\| (`[a-z][^|]*) \| ([^|]*) \|", (REPOSITORY / name).read_text("utf-8"), re.M
        )
        listed = {var: default for cell, default in rows for var in re.findall(r"`(\w+)`", cell)}
        assert (name, set(listed) ^ set(variables)) == (name, set())
        wrong = {
            var: default
            for var, default in listed.items()
            if not isinstance(variables[var], list)
            and default != json.dumps(variables[var]).strip('"')
        }
        assert (name, wrong) == (name, {})


def test_documents_are_not_wide_and_their_links_lead_somewhere() -> None:
    wide, dead = [], []
    for path in documents():
        name = path.relative_to(REPOSITORY)
        for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
            if len(line) > DOCUMENT_WIDTH and not line.startswith("|") and str(name) not in WIDE:
                wide.append(f"{name}:{number}")
        for link in re.findall(r"\]\(([^)\s]+)\)", prose(path)):
            target, _, anchor = link.partition("#")
            if ":" in target:
                continue
            linked = path.parent / target if target else path
            if not linked.exists() or (anchor and anchor not in anchors(linked)):
                dead.append(f"{name}: {link}")
    assert (wide, dead) == ([], [])


def anchors(path: Path) -> set[str]:
    """The anchors that a document's headings get on GitHub."""
    titles = re.findall(r"^#+ (.*)", prose(path), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", title.lower()).replace(" ", "-") for title in titles}
