"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

Yes and no, as spreadsheets and data frames damage them.
"""

import re
import unicodedata
from collections.abc import Iterable

from customer_value.loader.cells.reading import Reading

_DECIMAL_ZERO = re.compile(r"([01])\.0+", re.ASCII)


def read_booleans(form: re.Pattern[str], texts: Iterable[str]) -> Reading:
    """Full-width letters and digits as plain ones; `1.0`, which a number becomes where some of its
    column are missing, as 1. What staging reads by itself stays as it is.
    """
    rewritten: dict[str, str | None] = {}
    for text in texts:
        plain = unicodedata.normalize("NFKC", text).strip()
        whole = _DECIMAL_ZERO.fullmatch(plain)
        plain = whole[1] if whole else plain
        if plain != text.strip() and form.fullmatch(plain):
            rewritten[text] = plain

    return Reading(rewritten)
