"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

The command `python -m customer_value.commands.lineage`, behind `make lineage`: prints where the
values of a column come from, or writes the committed lists of it anew.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Sequence
from pathlib import Path

from customer_value.commands.common import add_project_options, project_from, run, write_whole
from customer_value.errors import CommandError
from customer_value.lineage.asked import as_data, as_text, find_column
from customer_value.lineage.graph import Graph, read_manifest
from customer_value.lineage.lists import written_anew

LISTS = Path("docs/lineage")


def main(argv: Sequence[str] | None = None) -> int:
    """Print the path of a column; 0, or 2 where it cannot be told."""
    return run(_lineage, _parser().parse_args(argv), "read the models")


def _lineage(arguments: argparse.Namespace) -> None:
    project = project_from(arguments)
    artifacts = arguments.target_path or project.folder / "target"
    manifest = read_manifest(artifacts)
    if manifest is None:
        raise CommandError(
            f"There are no compiled models in {artifacts}: run make build first, or name another"
            " folder with --target-path."
        )
    graph = Graph(manifest)
    if arguments.renew:
        _renew(graph, project.folder / LISTS)
    elif not arguments.column:
        raise CommandError("Name a column: make lineage COLUMN=table.column")
    else:
        table, column = find_column(graph, arguments.column)
        if arguments.json:
            print(json.dumps(as_data(graph, table, column), ensure_ascii=False, indent=2))
        else:
            print(as_text(graph, table, column), end="")


def _renew(graph: Graph, folder: Path) -> None:
    for path in sorted(folder.glob("*.txt")):
        write_whole(path, written_anew(graph, path.read_text("utf-8")))


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m customer_value.commands.lineage",
        description="Print the columns that a column is made of, with expressions and filters.",
    )
    parser.add_argument("column", nargs="?", help="table.column, of any model")
    parser.add_argument("--json", action="store_true", help="as JSON")
    parser.add_argument("--renew", action="store_true", help=f"write the lists in {LISTS} anew")
    parser.add_argument("--target-path", type=Path, help="dbt's artifacts; default: target/")
    add_project_options(parser)

    return parser


if __name__ == "__main__":
    raise SystemExit(main())
