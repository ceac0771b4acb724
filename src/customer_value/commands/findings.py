"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

The command `python -m customer_value.findings`: writes what an area's tables say about a document.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

from customer_value.areas import AREAS
from customer_value.commands.common import (
    add_ads_schema_option,
    add_project_options,
    project_from,
    run,
    write_whole,
)
from customer_value.errors import CommandError
from customer_value.warehouse.connection import connected

FINDINGS = {area.name: area.findings for area in AREAS if area.findings}
STANDARD_OUTPUT = Path("-")


def main(argv: Sequence[str] | None = None) -> int:
    """Write the page; 0 when it is written, 2 when something was wrong and nothing changed."""
    return run(_write, _parser().parse_args(argv), "read the tables")


def _write(arguments: argparse.Namespace) -> None:
    project, findings = project_from(arguments), FINDINGS[arguments.area]
    # Opening the session changes the working folder, and a given path is relative to this one.
    output = (arguments.output or project.folder / findings.file).absolute()
    to_screen = arguments.output == STANDARD_OUTPUT
    if not to_screen and not output.parent.is_dir():
        raise CommandError(f"There is no folder {output.parent}: create it, or choose --output.")
    with connected(project.folder, project.profiles, project.target) as query:
        text = findings.text(query, arguments.schema)
    if to_screen:
        print(text, end="")
        return
    write_whole(output, text)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m customer_value.findings",
        description=f"Write {'; '.join(findings.about for findings in FINDINGS.values())}.",
    )
    parser.add_argument("--area", choices=tuple(FINDINGS), default=next(iter(FINDINGS)))
    add_ads_schema_option(parser)
    files = ", ".join(str(findings.file) for findings in FINDINGS.values())
    parser.add_argument("--output", type=Path, help=f"default: {files} in the project; - = screen")
    add_project_options(parser)

    return parser


if __name__ == "__main__":
    raise SystemExit(main())
