"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

The command `python -m customer_value.site`: writes the site from a warehouse that was built.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from py4j.protocol import Py4JError  # type: ignore[import-untyped]
from pyspark.errors import PySparkException

from customer_value.errors import CommandError
from customer_value.reading import reading
from customer_value.session import find_project
from customer_value.site.ads import read_release, read_tables
from customer_value.site.artifacts import find_docs, read_checks
from customer_value.site.errors import SiteError
from customer_value.site.lineage import read_lineage
from customer_value.site.pages import PAGES
from customer_value.site.rows.lineage import ColumnStep, DocsFile, TracedColumn
from customer_value.site.rows.online_retail import ReleasedTable
from customer_value.site.rows.promotion import SendDetail
from customer_value.site.rows.quality import CheckResult, CheckRun
from customer_value.site.rows.row import AdsRow, Tables
from customer_value.site.write import write_site

LIBRARY = Path("node_modules") / "echarts" / "dist" / "echarts.min.js"
DETAIL_ROWS = 5_000


def main(argv: Sequence[str] | None = None) -> int:
    """Write the site; 0 when it is written, 2 when something was wrong and nothing changed."""
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
    # Opening the session changes the working folder, and given paths are relative to this one.
    output = (arguments.output or project / "site").absolute()
    artifacts = (arguments.target_path or project / "target").absolute()
    library = (arguments.echarts or project / LIBRARY).absolute()
    if not library.is_file():
        raise SiteError(f"The chart library {library} is missing: run make setup.")
    if arguments.detail_rows < 1:
        raise SiteError("--detail-rows must be at least 1.")
    ads = [kind for page in PAGES for kind in page.reads if issubclass(kind, AdsRow)]
    with reading(project, profiles, arguments.target) as query:
        read = read_tables(query, arguments.schema, ads, {SendDetail: arguments.detail_rows})
        release = read_release(query, arguments.schema)
    run, checks = read_checks(artifacts)
    columns, steps = read_lineage(artifacts)
    docs = find_docs(artifacts)
    tables = Tables(
        read.build,
        {
            **read.rows,
            **{CheckRun: run, CheckResult: checks},
            **{TracedColumn: columns, ColumnStep: steps, DocsFile: list(docs)},
            ReleasedTable: release,
        },
    )
    beside = {row.file_name: path for row, path in docs.items()}
    files = write_site(PAGES, tables, library, output, beside)
    size = sum((output / file).stat().st_size for file in files)
    print(f"wrote {output}: {len(PAGES)} pages, {len(files)} files, {size / 1e6:.1f} MB")


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m customer_value.site",
        description="Write the static site from the ADS tables of a warehouse that was built.",
    )
    parser.add_argument(
        "--schema", default="customer_value", help="dbt target schema; reads <schema>_ads"
    )
    parser.add_argument("--output", type=Path, help="default: site/ in the project")
    parser.add_argument(
        "--detail-rows",
        type=int,
        default=DETAIL_ROWS,
        help=f"newest sends in the detail table (default: {DETAIL_ROWS})",
    )
    parser.add_argument("--echarts", type=Path, help=f"default: {LIBRARY} in the project")
    parser.add_argument("--target-path", type=Path, help="dbt's artifacts; default: target/")
    parser.add_argument("--project-dir", type=Path, help="default: nearest dbt_project.yml above")
    parser.add_argument("--profiles-dir", type=Path, help="default: profiles/ in the project")
    parser.add_argument("--target", help="target of the dbt profile (default: the profile's own)")
    return parser


if __name__ == "__main__":
    raise SystemExit(main())
