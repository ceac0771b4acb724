"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

Reads the columns of Online Retail from the sheet of an Excel workbook that has them.
"""

import warnings
from collections.abc import Callable, Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import Any, TypeVar

import pandas as pd
import pyarrow as pa

from customer_value.areas.online_retail.load.cells import cell_text
from customer_value.areas.online_retail.load.files import Lines, sound_header
from customer_value.areas.online_retail.load.header import Header, match_header
from customer_value.loader.inspect_file import Unusable

# Cells as they are: the text NA is a text, only an empty cell is missing.
_AS_IT_IS = {"header": None, "dtype": object, "keep_default_na": False, "na_values": [""]}

Result = TypeVar("Result")


def read_workbook(path: Path, wanted: Sequence[str], sheet: str | None = None) -> Lines:
    """The named sheet, or the only one that has the wanted columns.

    Raises Unusable where the workbook cannot be read, has no such sheet, or leaves the choice open.
    """
    with _reading(path, lambda: pd.ExcelFile(path, engine=_engine())) as book:
        headers = {
            name: match_header(_names(path, book, name), wanted)
            for name in (book.sheet_names if sheet is None else [_known(path, book, sheet)])
        }
        chosen = sheet or _chosen(path, headers)
        header = sound_header(f"{path}, sheet '{chosen}',", headers[chosen].names, wanted)
        places = sorted(header.places.values())
        cells = _reading(path, lambda: book.parse(chosen, usecols=places, **_AS_IT_IS))
    columns = {}
    for name in wanted:
        texts = [cell_text(value) for value in cells.pop(header.places[name]).iloc[1:]]
        columns[name] = pa.chunked_array([pa.array(texts, pa.string())])
    return Lines(columns, header.ignored)


def _engine() -> str:
    """The reader in Rust where it is installed; both give the same cells."""
    return "calamine" if find_spec("python_calamine") else "openpyxl"


def _reading(path: Path, read: Callable[[], Result]) -> Result:
    try:
        with warnings.catch_warnings():
            # openpyxl tells of styles and extensions that it does not know, none of them a cell
            warnings.simplefilter("ignore")
            return read()
    # the engines let through whatever their zip and XML readers raise
    except Exception as problem:
        reason = (str(problem).splitlines() or [type(problem).__name__])[0]
        raise Unusable(f"{path} is not a readable Excel file ({reason}).") from None


def _names(path: Path, book: Any, sheet: str) -> list[str]:
    cells = _reading(path, lambda: book.parse(sheet, nrows=1, **_AS_IT_IS))
    return [cell_text(value) or "" for row in cells.values.tolist() for value in row]


def _known(path: Path, book: Any, sheet: str) -> str:
    if sheet not in book.sheet_names:
        raise Unusable(f"{path} has no sheet '{sheet}' (it has: {', '.join(book.sheet_names)}).")
    return sheet


def _chosen(path: Path, headers: dict[str, Header]) -> str:
    complete = [name for name, header in headers.items() if not header.missing]
    if len(complete) == 1 or len(headers) == 1:
        return (complete or list(headers))[0]
    if complete:
        raise Unusable(
            f"{path} has the columns on the sheets {', '.join(complete)}; choose one with --sheet."
        )
    lacks = "; ".join(
        f"'{name}' lacks {', '.join(header.missing)}" for name, header in headers.items()
    )
    advice = next((header.advice for header in headers.values() if header.advice), "")
    raise Unusable(
        f"{path} has no sheet with the columns of Online Retail ({lacks})"
        + (f"; {advice}" if advice else ".")
    )
