"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

Puts a finished site in the place of the one before it, file by file, in an order in which every
page is whole at any moment, also after a run that was killed half-way.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from customer_value.errors import SiteError

# says that a folder is a site of ours, which may be replaced
MARK = "site.json"
_UNFINISHED = ".new"


@contextmanager
def replacing(output: Path) -> Iterator[Path]:
    """An empty folder beside `output` to write into; its files take the place of those in `output`
    when the block ends well.

    Until then, and where the block fails, `output` stays as it was. Raises SiteError where
    `output` is there and is no site, so that nobody's files are removed.
    """
    unfinished = output.with_name(output.name + _UNFINISHED)
    if not output.parent.is_dir():
        raise SiteError(f"There is no folder {output.parent}: create it, or choose --output.")
    for folder in (output, unfinished):
        _assert_replaceable(folder)
    _remove(unfinished)
    unfinished.mkdir()
    write_mark(unfinished, {})
    try:
        yield unfinished
    except BaseException:
        _remove(unfinished)
        raise
    _put_in_place(unfinished, output)


def write_mark(folder: Path, content: object) -> None:
    """Say in the site itself what it is of."""
    text = json.dumps(content, ensure_ascii=False, indent=2, sort_keys=True)
    (folder / MARK).write_text(text + "\n", "utf-8")


def read_mark(folder: Path) -> Any:
    """What a site says of itself; nothing where the folder is no site, or does not say it."""
    try:
        return json.loads((folder / MARK).read_text("utf-8"))
    except (OSError, ValueError):
        return {}


def _assert_replaceable(folder: Path) -> None:
    if folder.is_symlink() or (folder.exists() and not (folder / MARK).is_file()):
        # folders without a file are what a killed run may leave
        holds_nothing = (
            folder.is_dir()
            and not folder.is_symlink()
            and all(path.is_dir() and not path.is_symlink() for path in folder.rglob("*"))
        )
        if not holds_nothing:
            raise SiteError(
                f"{folder} is there and is not a site that this command wrote:"
                " remove it, or choose another --output."
            )


def _put_in_place(finished: Path, output: Path) -> None:
    """First what pages need, then the pages, each in one step; last what no page needs any more.

    What pages need is named by its content, so that an old page keeps its own until it is replaced.
    The mark comes after the pages, so that the next run knows what a killed one had not put there.
    """
    if not output.exists():
        finished.rename(output)
        return
    files = [path.relative_to(finished) for path in finished.rglob("*") if path.is_file()]
    for file in sorted(files, key=lambda path: (len(path.parts) == 1, path.name == MARK, path)):
        (output / file).parent.mkdir(parents=True, exist_ok=True)
        (finished / file).replace(output / file)
    for path in sorted(output.rglob("*"), reverse=True):
        if path.is_file() and path.relative_to(output) not in files:
            path.unlink()
        elif path.is_dir() and not any(path.iterdir()):
            path.rmdir()
    _remove(finished)


def _remove(folder: Path) -> None:
    # the mark goes last, so that the next run knows what a killed one was removing
    if folder.exists():
        for path in folder.iterdir():
            if path.is_dir():
                shutil.rmtree(path)
            elif path.name != MARK:
                path.unlink()
        shutil.rmtree(folder)
