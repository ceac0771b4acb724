"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

Unpacks compressed files.
"""

import gzip
import shutil
import zipfile
import zlib
from pathlib import Path

from customer_value.loader.unusable import Unusable

SUFFIXES = (".gz", ".zip")


def unpacked(path: Path, folder: Path) -> list[Path]:
    """The files in it, written into a new folder of `folder`; the file itself where it is no
    archive.

    Raises Unusable where the archive is damaged, needs a password or is empty.
    """
    suffix = path.suffix.lower()
    if suffix not in SUFFIXES:
        return [path]
    target = folder / f"{path.parent.name}_{path.name}"
    target.mkdir(parents=True)
    try:
        if suffix == ".gz":
            return [_from_gzip(path, target)]
        return _from_zip(path, target)
    except (
        OSError,
        EOFError,
        zlib.error,
        zipfile.BadZipFile,
        RuntimeError,
        NotImplementedError,
    ) as problem:
        raise Unusable(f"{path} cannot be unpacked ({problem}); unpack it yourself.") from None


def _from_gzip(path: Path, target: Path) -> Path:
    file = target / path.stem
    with gzip.open(path) as packed, file.open("wb") as plain:
        shutil.copyfileobj(packed, plain)

    return file


def _from_zip(path: Path, target: Path) -> list[Path]:
    files: list[Path] = []
    with zipfile.ZipFile(path) as archive:
        for entry in sorted(archive.infolist(), key=lambda entry: entry.filename):
            name = Path(entry.filename).name
            # what macOS and other packers add
            if (
                entry.is_dir()
                or name[:1] in ("", ".", "_")
                or entry.filename.startswith("__MACOSX")
            ):
                continue
            # each in a folder of its own, as two folders of the archive may have files of one name
            file = target / str(len(files)) / name
            file.parent.mkdir()
            with archive.open(entry) as packed, file.open("wb") as plain:
                shutil.copyfileobj(packed, plain)
            files += unpacked(file, file.parent)
    if not files:
        raise Unusable(f"{path} holds no file.")

    return files
