"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

The command `python -m customer_value.findings`: writes which statements of the document hold.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from py4j.protocol import Py4JError  # type: ignore[import-untyped]
from pyspark.errors import PySparkException

from customer_value.errors import CommandError
from customer_value.findings.page import page
from customer_value.findings.tables import read_tables
from customer_value.reading import reading
from customer_value.session import find_project

PAGE = Path("docs") / "online_retail_findings.md"
STANDARD_OUTPUT = Path("-")


def main(argv: Sequence[str] | None = None) -> int:
    """Write the page; 0 when it is written, 2 when something was wrong and nothing changed."""
    arguments = _parser().parse_args(argv)
    try:
        _write(arguments)
    except (CommandError, OSError) as problem:
        print(f"error: {problem}", file=sys.stderr)
        return 2
    except (PySparkException, Py4JError) as problem:
        first = str(problem).splitlines()[0]
        print(f"error: Spark could not read the tables: {first}", file=sys.stderr)
        return 2
    return 0


def _write(arguments: argparse.Namespace) -> None:
    project = (arguments.project_dir or find_project(Path.cwd())).resolve()
    profiles = (arguments.profiles_dir or project / "profiles").resolve()
    # Opening the session changes the working folder, and a given path is relative to this one.
    output = (arguments.output or project / PAGE).absolute()
    to_screen = arguments.output == STANDARD_OUTPUT
    if not to_screen and not output.parent.is_dir():
        raise CommandError(f"There is no folder {output.parent}: create it, or choose --output.")
    with reading(project, profiles, arguments.target) as query:
        text = page(read_tables(query, arguments.schema))
    if to_screen:
        print(text, end="")
        return
    unfinished = output.with_name(output.name + ".new")
    unfinished.write_bytes(text.encode("utf-8"))
    unfinished.replace(output)
    print(f"wrote {output}")


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m customer_value.findings",
        description="Write which statements of the document on Online Retail hold.",
    )
    parser.add_argument(
        "--schema", default="customer_value", help="dbt target schema; reads <schema>_ads"
    )
    parser.add_argument("--output", type=Path, help=f"default: {PAGE} in the project; - = screen")
    parser.add_argument("--project-dir", type=Path, help="default: nearest dbt_project.yml above")
    parser.add_argument("--profiles-dir", type=Path, help="default: profiles/ in the project")
    parser.add_argument("--target", help="target of the dbt profile (default: the profile's own)")
    return parser


if __name__ == "__main__":
    raise SystemExit(main())
