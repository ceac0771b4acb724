"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

Values as a spreadsheet may show them: it would run text that begins like a formula, and round
numbers that are long.
"""

from __future__ import annotations

import re
from datetime import date, datetime
from decimal import Decimal
from typing import Any

# also as East Asian spreadsheets write them
_FORMULA = re.compile(r"[=+\-@＝＋－＠\t\r\n]")
# what XML, and so a workbook, cannot hold
_NOT_IN_XML = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
# a spreadsheet keeps so many digits of a number
_DIGITS = 15


def looks_like_formula(text: str) -> bool:
    """Whether a spreadsheet would take a text for a formula."""
    return bool(_FORMULA.match(text))


def csv_text(value: Any) -> str:
    """A value in a CSV file: empty for null, an apostrophe before what looks like a formula."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, Decimal):
        # never 1E+3
        return f"{value:f}"
    if isinstance(value, int | float):
        return str(value)
    text = str(value)

    return f"'{text}" if looks_like_formula(text) else text


def cell_value(value: Any, kind: str) -> Any:
    """A value of a Spark type in a cell of a workbook: dates and times as such, numbers that keep
    all their digits as numbers, everything else as text that a workbook can hold.
    """
    if value is None or isinstance(value, bool):
        return value
    if kind == "date":
        return date.fromisoformat(value)
    if kind == "timestamp":
        return datetime.fromisoformat(value)
    if isinstance(value, int | float | Decimal):
        digits = re.sub(r"\D", "", f"{value:f}" if isinstance(value, Decimal) else str(value))
        return value if len(digits.lstrip("0")) <= _DIGITS else csv_text(value)

    return _NOT_IN_XML.sub("\ufffd", str(value))
