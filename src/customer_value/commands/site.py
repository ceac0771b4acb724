"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

The command `python -m customer_value.site`: writes the site from a warehouse that was built.
"""

from __future__ import annotations

import argparse
from collections.abc import Collection, Sequence
from dataclasses import replace
from pathlib import Path

from customer_value.areas import AREAS
from customer_value.commands.common import (
    add_ads_schema_option,
    add_project_options,
    project_from,
    run,
)
from customer_value.errors import NotPublishedError, SiteError
from customer_value.lineage.rows import ColumnStep, TracedColumn
from customer_value.lineage.trace import read_lineage
from customer_value.site.artifacts import DocsFile, find_docs, read_checks
from customer_value.site.compose import Site, compose
from customer_value.site.folder import read_mark
from customer_value.site.page_rows import AdsRow, PageRows
from customer_value.site.quality_rows import CheckResult, CheckRun
from customer_value.site.read_people import PublishedPeople
from customer_value.site.read_rows import published_erasures, read_rows, session_time
from customer_value.site.write import write_site
from customer_value.site.write_cards import PRIVATE
from customer_value.warehouse.connection import connected
from customer_value.warehouse.row_reader import Query

CURRENCY = "¥"
LONGEST_CURRENCY = 5
LIBRARY = Path("node_modules") / "echarts" / "dist" / "echarts.min.js"
DETAIL_ROWS = 5_000


def main(argv: Sequence[str] | None = None) -> int:
    """Write the site; 0 when it is written, 2 when something was wrong and nothing changed."""
    return run(_write, _parser().parse_args(argv), "read the tables")


def whole_site() -> Site:
    """The site of all areas."""
    return site_of_areas(_names())


def site_of_areas(names: Collection[str], currency: str = CURRENCY) -> Site:
    """The site of the named areas, in the order of all, with amounts in a currency."""
    site = compose([area.pages for area in AREAS if area.pages and area.name in names])

    return replace(site, words=site.words.filled("currency", currency))


def _write(arguments: argparse.Namespace) -> None:
    project = project_from(arguments)
    if not 0 < len(arguments.currency.strip()) <= LONGEST_CURRENCY:
        raise SiteError(
            f"--currency is '{arguments.currency}'; give the sign that amounts have, of "
            f"{LONGEST_CURRENCY} characters at most, for example {CURRENCY}."
        )
    site = site_of_areas(arguments.area or _names(), arguments.currency.strip())
    # Opening the session changes the working folder, and given paths are relative to this one.
    output = (arguments.output or project.folder / "site").absolute()
    artifacts = (arguments.target_path or project.folder / "target").absolute()
    library = (arguments.echarts or project.folder / LIBRARY).absolute()
    if not library.is_file():
        raise SiteError(f"The chart library {library} is missing: run make setup.")
    if arguments.detail_rows < 1:
        raise SiteError("--detail-rows must be at least 1.")
    ads = [kind for page in site.pages for kind in page.reads if issubclass(kind, AdsRow)]
    with connected(project.folder, project.profiles, project.target) as query:
        try:
            published = read_rows(query, arguments.schema, ads, arguments.detail_rows)
        except NotPublishedError as missing:
            _refuse_to_leave_the_erased(output, published_erasures(query, arguments.schema))
            if not arguments.if_published:
                raise
            print(f"Pages    not written, as they show more than was published so far. {missing}")
            return
        of_dbt = _rows_of_dbt(artifacts, query)
        docs = find_docs(artifacts)
        rows = PageRows(published.build, {**published.rows, **of_dbt, DocsFile: list(docs)})
        beside = {row.file_name: path for row, path in docs.items()}
        people = PublishedPeople(query, arguments.schema, published.build, arguments.detail_rows)
        files = write_site(site, rows, library, output, beside, people)
    size = sum((output / file).stat().st_size for file in files)
    print(f"wrote {output}: {len(site.pages)} pages, {len(files)} files, {size / 1e6:.1f} MB")
    print(f"Pages    {output / 'index.html'} (open it in a browser)")
    for page in sorted(output.glob(f"{PRIVATE}/*.html")):
        print(f"Cards    {page} (of single people: only for who may see them)")


def _refuse_to_leave_the_erased(output: Path, erasures: str | None) -> None:
    """Raises SiteError where pages that cannot be written anew are from before an erasure."""
    build = read_mark(output).get("build", {})
    if erasures is not None and build and build.get("erasures") != erasures:
        raise SiteError(
            f"{output} shows people who asked to be erased since it was written, and cannot be"
            " written anew, as its pages show more than was published so far: remove it, or build"
            " all areas."
        )


def _names() -> list[str]:
    return [area.name for area in AREAS if area.pages]


def _rows_of_dbt(artifacts: Path, query: Query) -> dict[type, Sequence[object]]:
    in_utc, checks = read_checks(artifacts)
    runs = [replace(run, started_at=session_time(query, run.started_at)) for run in in_utc]
    columns, steps = read_lineage(artifacts)

    return {CheckRun: runs, CheckResult: checks, TracedColumn: columns, ColumnStep: steps}


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m customer_value.site",
        description="Write the static site from the ADS tables of a warehouse that was built.",
    )
    add_ads_schema_option(parser)
    parser.add_argument(
        "--if-published",
        action="store_true",
        help="write nothing, and say so, where a table that the pages show was not published yet",
    )
    parser.add_argument(
        "--area",
        action="append",
        choices=_names(),
        help="only the pages of this area; may be repeated (default: all areas)",
    )
    parser.add_argument("--output", type=Path, help="default: site/ in the project")
    parser.add_argument(
        "--detail-rows",
        type=int,
        default=DETAIL_ROWS,
        help=f"first rows of each detail table (default: {DETAIL_ROWS})",
    )
    parser.add_argument(
        "--currency", default=CURRENCY, help="the sign of the shop's money (default: %(default)s)"
    )
    parser.add_argument("--echarts", type=Path, help=f"default: {LIBRARY} in the project")
    parser.add_argument("--target-path", type=Path, help="dbt's artifacts; default: target/")
    add_project_options(parser)

    return parser


if __name__ == "__main__":
    raise SystemExit(main())
