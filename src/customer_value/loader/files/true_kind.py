"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

What a file is by its first bytes: many programs write text, or a web page, and call it .xls.
"""

from pathlib import Path

from customer_value.loader.find_files import PARQUET, TEXT, WORKBOOKS
from customer_value.loader.unusable import Unusable

_PARQUET, _ZIP, _OLD_EXCEL = b"PAR1", b"PK\x03\x04", b"\xd0\xcf\x11\xe0"
_WIDE_TEXT = (b"\xff\xfe", b"\xfe\xff")
_LOOKED_AT = 4096


def true_kind(path: Path, named: str) -> tuple[str, str | None]:
    """The ending that fits the file, and a note where it is not the one that it has.

    Raises Unusable where it is a web page.
    """
    with path.open("rb") as file:
        head = file.read(_LOOKED_AT)
    if head.startswith(_PARQUET):
        kind, what = ".parquet", "a Parquet file"
    elif head.startswith((_ZIP, _OLD_EXCEL)):
        kind, what = (".xlsx" if head.startswith(_ZIP) else ".xls"), "a workbook"
    elif named in WORKBOOKS and (b"\0" not in head or head.startswith(_WIDE_TEXT)):
        if head.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<"):
            raise Unusable(
                f"{path} is a web page, whatever its name says; open it in a spreadsheet and save"
                " it as .xlsx."
            )
        kind, what = ".txt", "a text file"
    else:
        return named, None
    if any(kind in kinds and named in kinds for kinds in (TEXT, WORKBOOKS, PARQUET)):
        return named, None

    return kind, f"{path.name} is {what}, whatever its name says, and read as one"
