"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

Plain data as a script file: `window.<name> = {…};`. A page opened from disk may not fetch files,
but it may load scripts.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from decimal import Decimal
from typing import Any

from customer_value.words.bilingual import Text

# Nothing of the data can end a script element or a line of script, wherever the text is put.
_ESCAPES = str.maketrans({character: f"\\u{ord(character):04x}" for character in "<>&\u2028\u2029"})


def script(name: str, value: object) -> str:
    """The assignment of a value to a property of window, in one line."""
    text = json.dumps(_plain(value), ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    return f"window.{name} = {text.translate(_ESCAPES)};\n"


def _plain(value: Any) -> Any:
    if isinstance(value, Text):
        return {"zh": value.zh, "en": value.en}
    if is_dataclass(value) and not isinstance(value, type):
        return {field.name: _plain(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, Mapping):
        return {key: _plain(item) for key, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [_plain(item) for item in value]
    # 15 digits: every amount below ten trillion with cents is exact
    return float(value) if isinstance(value, Decimal) else value
