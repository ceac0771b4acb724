"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

Identifiers, as spreadsheets and data frames damage them.
"""

import re
from collections.abc import Iterable

from customer_value.loader.area_tables import OdsColumn
from customer_value.loader.cells.reading import Reading, first
from customer_value.loader.unusable import Unusable

# ="00123" is how a text is protected from Excel; '00123 and `00123 are left of other protections
_PROTECTED = re.compile(r'="(.*)"|[`\u2018\u2019\'](.*)', re.DOTALL)
_DECIMAL_ZERO = re.compile(r"(0|[1-9][0-9]*)\.0+", re.ASCII)
_GROUPED = re.compile(r"[1-9][0-9]{0,2}(,[0-9]{3})+", re.ASCII)
_FULL_WIDTH = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
# a plus sign or a fraction tells it from a code such as 7E12
_SCIENTIFIC = re.compile(r"[0-9](\.[0-9]+[eE]\+?|[eE]\+)[0-9]+", re.ASCII)


def read_identifiers(column: OdsColumn, texts: Iterable[str]) -> Reading:
    """`="00123"`, `'00123` and `` `00123 `` as 00123; `80012.0`, which a number becomes where some
    of its column are missing, as 80012; full-width letters and digits as plain ones; `80,012`,
    where no other comma is in the column, as 80012.

    Raises Unusable for scientific notation, whose digits are lost. A secret one is not shown.
    """
    texts = list(texts)
    with_comma = [text for text in map(_bare, texts) if "," in text]
    grouped = bool(with_comma) and all(map(_GROUPED.fullmatch, with_comma))
    rewritten: dict[str, str | None] = {}
    lost = []
    for text in texts:
        bare = _bare(text).replace(",", "") if grouped else _bare(text)
        if _SCIENTIFIC.fullmatch(bare):
            lost.append(text.strip())
        whole = _DECIMAL_ZERO.fullmatch(bare)
        if whole or bare != text.strip():
            rewritten[text] = (whole[1] if whole else bare) or None
    if lost:
        example = "" if column.is_secret else f"'{first(lost)}', "
        raise Unusable(
            f"{column.name} holds {example}an identifier in scientific notation, whose last"
            " digits are lost (a spreadsheet does that to long numbers); export the column as text."
        )

    shown = "1,234" if column.is_secret else first(with_comma) or ""
    note = f"{column.name}: '{shown}' is read as {shown.replace(',', '')}"

    return Reading(rewritten, [note] if grouped else [])


def _bare(text: str) -> str:
    plain = text.strip().translate(_FULL_WIDTH)
    match = _PROTECTED.fullmatch(plain)

    return plain if match is None else (match[1] or match[2] or "").strip()
