"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

Puts a finished site in the place of the one before it, so that a reader never sees half a site.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from customer_value.site.errors import SiteError

# says that a folder is a site of ours, which may be replaced
MARK = "site.json"
_UNFINISHED, _REPLACED = ".new", ".old"


@contextmanager
def replacing(output: Path) -> Iterator[Path]:
    """An empty folder beside `output` to write into; renamed to `output` when the block ends well.

    Until then, and where the block fails, `output` stays as it was. Raises SiteError where
    `output` is there and is no site, so that nobody's files are removed.
    """
    unfinished = output.with_name(output.name + _UNFINISHED)
    replaced = output.with_name(output.name + _REPLACED)
    if not output.parent.is_dir():
        raise SiteError(f"There is no folder {output.parent}: create it, or choose --output.")
    for folder in (output, unfinished, replaced):
        _assert_replaceable(folder)
    _finish_interrupted(output, replaced)
    _remove(unfinished)
    unfinished.mkdir()
    (unfinished / MARK).write_text("{}\n", "utf-8")
    try:
        yield unfinished
    except BaseException:
        _remove(unfinished)
        raise
    if output.exists():
        output.rename(replaced)
    unfinished.rename(output)
    _remove(replaced)


def write_mark(folder: Path, content: object) -> None:
    """Say in the site itself what it is of."""
    text = json.dumps(content, ensure_ascii=False, indent=2, sort_keys=True)
    (folder / MARK).write_text(text + "\n", "utf-8")


def _assert_replaceable(folder: Path) -> None:
    if folder.is_symlink() or (folder.exists() and not (folder / MARK).is_file()):
        is_empty = folder.is_dir() and not folder.is_symlink() and not any(folder.iterdir())
        if not is_empty:
            raise SiteError(
                f"{folder} is there and is not a site that this command wrote:"
                " remove it, or choose another --output."
            )


def _finish_interrupted(output: Path, replaced: Path) -> None:
    """A run that was killed between its two renames left the old site under the other name."""
    if replaced.exists() and not output.exists():
        replaced.rename(output)
    _remove(replaced)


def _remove(folder: Path) -> None:
    if folder.exists():
        shutil.rmtree(folder)
