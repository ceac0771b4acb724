"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

Finds the file or folder of an ODS table in a directory.
"""

from collections.abc import Collection, Iterable
from difflib import get_close_matches
from pathlib import Path

from customer_value.loader.files.archives import SUFFIXES as PACKED
from customer_value.loader.unusable import Unusable

TEXT = (".csv", ".tsv", ".txt")
WORKBOOKS = (".xlsx", ".xlsm", ".xls")
PARQUET = (".parquet",)
KINDS = (*TEXT, *WORKBOOKS, *PARQUET)
_EXPECTED = (
    ".csv, .tsv, .txt, .xlsx, .xls, .parquet, each also as .gz or .zip, or a folder of such files"
)


def files_of(
    directory: Path, table: str, others: Collection[str] = (), is_optional: bool = False
) -> list[Path]:
    """The file `<table>.<kind>`, or the files of the folder `<table>`; the case of letters does not
    count. None where the table is optional and nothing has a name like its own.

    Raises Unusable where there is none, and names a near miss that is of no other table, or where
    there are several.
    """
    entries = sorted(path for path in directory.iterdir() if path.name[0] not in "._")
    places = [path for path in entries if _base(path) == table.lower()]
    if not places:
        free = [path.name for path in entries if _base(path) not in others]
        near = _near(table, free)
        if is_optional and not near:
            return []
        raise Unusable(_nothing_in(directory, table, near))
    if len(places) > 1:
        several = " and ".join(place.name for place in places)
        raise Unusable(f"{several} both exist in {directory}; keep one of them.")

    return files_at(places[0])


def files_at(place: Path) -> list[Path]:
    """The file itself, or the visible files of a folder.

    Raises Unusable where there is none, or one of another kind.
    """
    if not place.exists():
        raise Unusable(f"{place} is missing; name the file or folder that you have.")
    if place.is_file():
        _assert_known(place)
        return [place]
    visible = sorted(path for path in place.iterdir() if path.name[0] not in "._")
    if not visible:
        raise Unusable(f"{place} is an empty folder; put the table's files into it.")
    for path in visible:
        if path.is_dir():
            raise Unusable(f"{place} holds the folder {path.name}; put the files directly into it.")
        _assert_known(path)

    return visible


def kind_of(path: Path) -> str:
    """The kind that the name tells, without a packer's ending; empty where it is none."""
    suffixes = [suffix.lower() for suffix in path.suffixes]
    while suffixes and suffixes[-1] in PACKED:
        suffixes.pop()

    return suffixes[-1] if suffixes and suffixes[-1] in KINDS else ""


def _base(path: Path) -> str:
    """The name without the endings that say what it is; the whole of any other name."""
    name = path.name.lower()
    if path.is_file() and not (kind_of(path) or path.suffix.lower() == ".zip"):
        return name
    endings: Iterable[str] = (*PACKED, *KINDS)
    while ending := next((ending for ending in endings if name.endswith(ending)), ""):
        name = name.removesuffix(ending)

    return name


def _assert_known(path: Path) -> None:
    if not kind_of(path) and path.suffix.lower() != ".zip":
        raise Unusable(f"{path} is of no kind that can be read; expected {_EXPECTED}.")
    if path.stat().st_size == 0:
        raise Unusable(f"{path} is empty; it needs at least a header with the column names.")


def _near(table: str, names: list[str]) -> list[str]:
    containing = [name for name in names if table.lower() in name.lower()]

    return containing or get_close_matches(table, names, 1, 0.75)


def _nothing_in(directory: Path, table: str, near: list[str]) -> str:
    there_is = f" (there is {near[0]})" if near else ""

    return (
        f"no file of its name in {directory}{there_is}; expected {table} with one of {_EXPECTED}."
    )
