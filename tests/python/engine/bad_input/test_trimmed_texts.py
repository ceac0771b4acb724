"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

What staging takes from the ends of a text: all texts of up to three characters from every kind that
the short way and the trim tell apart.
"""

from __future__ import annotations

from itertools import product

from called_macros import Call
from pyspark.sql import SparkSession

UNSEEN = " \t\n\r\u00a0\u200b\u200e\u200f\u3000\ufeff"
# the ends of visible ASCII and what lies around them; letters of two, three and four bytes
OTHERS = "!a~\x00\x1f\x7fé中\U0001f600"


def test_only_what_nobody_sees_is_taken_from_both_ends(call: Call, spark: SparkSession) -> None:
    texts = ["".join(text) for n in range(4) for text in product(UNSEEN + OTHERS, repeat=n)]
    rows = spark.createDataFrame([*((text,) for text in texts), (None,)], "text string")
    trimmed, verbatim = (
        call("ods_text", {"source": "text", "verbatim": verbatim}) for verbatim in (False, True)
    )

    found = rows.selectExpr("text", f"{trimmed} as trimmed", f"{verbatim} as verbatim").collect()

    assert len(found) == len(texts) + 1
    wrong = [
        row
        for row in found
        if row.trimmed != ((row.text or "").strip(UNSEEN) or None)
        or row.verbatim != (row.text if (row.text or "").strip(UNSEEN) else None)
    ]
    assert wrong == []


def test_a_word_for_nothing_is_nothing_in_every_column(call: Call, spark: SparkSession) -> None:
    words = ["NULL", "null", "\\N", "nan", "NaN", "None", "N/A", "#N/A", "-", "无", "\u3000无 "]
    texts = ["nano", "\\", "\n-n", "N", "0", "nothing at all"]
    rows = spark.createDataFrame([(text,) for text in words + texts], "text string")
    trimmed, verbatim = (
        call("ods_text", {"source": "text", "verbatim": verbatim}) for verbatim in (False, True)
    )

    found = rows.selectExpr("text", f"{trimmed} as trimmed", f"{verbatim} as verbatim").collect()

    assert {row.text for row in found if row.trimmed is None} == set(words)
    assert {row.text for row in found if row.verbatim is None} == set(words)
