"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

What the benchmarks of growing sizes share: their options, and the folder that keeps results.
"""

from __future__ import annotations

import json
import tempfile
from argparse import ArgumentParser, Namespace
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks.page import around, write_between

Results = dict[int, Any]


@dataclass(frozen=True)
class Kept:
    """The folder of a benchmark, and its results by size, as an earlier call left them."""

    folder: Path
    results: Results
    store: Callable[[], None]

    def put(self, size: int, result: Any) -> None:
        """Keep the result of a size at once: a later one that fails takes nothing away from it."""
        self.results[size] = result
        self.store()


def add_size_options(parser: ArgumentParser, unit: str, default: Sequence[int], kept: str) -> None:
    """The options that `kept_results` reads, and the sizes. kept: what the folder holds."""
    shown = " ".join(f"{size:.0e}".replace("e+0", "e") for size in default)
    parser.add_argument(
        *("--sizes", "-n"),
        nargs="+",
        type=lambda text: int(float(text)),
        default=list(default),
        help=f"numbers of {unit}, for example 1e5 1e7 (default: {shown})",
    )
    parser.add_argument(
        "--folder",
        type=Path,
        help=f"keeps {kept} and results; a later call adds its sizes to the results",
    )
    parser.add_argument("--page", type=Path, help="write the tables between the marks of this page")


@contextmanager
def kept_results(options: Namespace, part: str, tables: Callable[[Results], str]) -> Iterator[Kept]:
    """The results so far, to be added to; each is stored, and written between the marks `part` of
    the page where there is one. Without a page the tables are printed at the end.
    """
    if options.page:
        # ask before you measure for an hour
        around(options.page, part)
    with tempfile.TemporaryDirectory(prefix=f"{part}_") as scratch:
        folder = (options.folder or Path(scratch)).resolve()
        folder.mkdir(parents=True, exist_ok=True)
        file = folder / "results.json"
        results = _stored(file)

        def store() -> None:
            file.write_text(json.dumps(results), "utf-8")
            if options.page:
                write_between(options.page, part, tables(results))

        yield Kept(folder, results, store)
    if not options.page:
        print(tables(results))


def _stored(file: Path) -> Results:
    """What a JSON file holds of each size; nothing where there is no file yet."""
    if not file.exists():
        return {}

    return {int(size): result for size, result in json.loads(file.read_text("utf-8")).items()}
