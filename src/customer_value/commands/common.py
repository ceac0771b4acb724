"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

What the commands share: where the project and its warehouse are, and how an error is reported.
"""

from __future__ import annotations

import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from py4j.protocol import Py4JError  # type: ignore[import-untyped]
from pyspark.errors import PySparkException

from customer_value.errors import CommandError
from customer_value.warehouse.session import find_project
from dbt_spark_local.interruption import EXIT_CODE


@dataclass(frozen=True)
class Project:
    """The dbt project that a command works on, its profiles, and the chosen target."""

    folder: Path
    profiles: Path
    target: str | None


def add_project_options(parser: ArgumentParser) -> None:
    """The options that project_from reads."""
    parser.add_argument("--project-dir", type=Path, help="default: nearest dbt_project.yml above")
    parser.add_argument("--profiles-dir", type=Path, help="default: profiles/ in the project")
    parser.add_argument("--target", help="target of the dbt profile (default: the profile's own)")


def add_ads_schema_option(parser: ArgumentParser) -> None:
    """Whose published tables a command reads."""
    parser.add_argument(
        "--schema", default="customer_value", help="dbt target schema; reads <schema>_ads"
    )


def project_from(arguments: Namespace) -> Project:
    """What the options name. Raises SessionError where no project is found."""
    folder = (arguments.project_dir or find_project(Path.cwd())).resolve()
    profiles = (arguments.profiles_dir or folder / "profiles").resolve()

    return Project(folder, profiles, arguments.target)


def write_whole(path: Path, text: str) -> None:
    """Write a text into a file that is there whole or as it was, also after a kill; say so."""
    unfinished = path.with_name(path.name + ".new")
    unfinished.write_bytes(text.encode("utf-8"))
    unfinished.replace(path)
    print(f"wrote {path}")


def run(command: Callable[[Namespace], None], arguments: Namespace, doing: str) -> int:
    """Run a command and report its errors, one sentence per line; the exit code is 0, or 2 when
    something was wrong and nothing changed, or 130 after Ctrl-C. `doing` completes "Spark could
    not …".
    """
    try:
        command(arguments)
    except (CommandError, OSError) as problem:
        for sentence in str(problem).splitlines():
            print(f"error: {sentence}", file=sys.stderr)
        return 2
    except (PySparkException, Py4JError) as problem:
        first = str(problem).splitlines()[0]
        print(f"error: Spark could not {doing}: {first}", file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        print("Interrupted: run the same command again.", file=sys.stderr)
        return EXIT_CODE

    return 0
