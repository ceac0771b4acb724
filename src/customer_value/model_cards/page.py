"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

The card of a task as a page for people: a table per data set, and who won.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from customer_value.analytics.grading.gain import RESAMPLES
from customer_value.model_cards.lifetime_value import COVERED, OURS
from customer_value.model_cards.record import Grade

NAMES = {
    OURS: "BG/NBD, Gamma-Gamma",
    "last_spend": "spend of the last horizon",
    "rfm_cell_mean": "mean of the RFM cell, last horizon",
    "rfm_cell_outcome": "mean of the RFM cell, the horizon itself (other half of the customers)",
}
GRADES = {
    "mean_absolute_error": "mean error",
    "root_mean_squared_error": "RMSE",
    "spearman": "Spearman",
    "gini": "Gini",
    "decile_error": "decile error",
    "total_ratio": "total, × real",
}
HEAD = f"""# Lifetime value: who predicts what customers spend

Made by `make grade-clv`, from customers whose spend after a day no model has seen. Errors are in
the data set's own money; RMSE decides, because an expectation makes the least of it. Ours wins
where the 90 % interval of its gain, over {RESAMPLES:,} resamples of the customers, is above 0; the
80 % interval of a customer's spend is shown where it holds {COVERED[0]:.0%} to {COVERED[1]:.0%} of
the customers.

一张成绩单：谁预测客户今后的消费更准。只用预测日之前的数据；RMSE 决定胜负，
增益的 90% 区间在 0 以上才算赢。客户消费的 80% 区间，只在它真的覆盖 75%–85% 的客户时展示。
"""


def page_text(grades: Sequence[Grade]) -> str:
    """The page of the rows of a task, Markdown."""
    parts = [HEAD]
    for _, rows in groupby(grades, key=lambda one: one.data_set):
        parts.append("\n".join(_data_set(list(rows))) + "\n")

    return "\n".join(parts)


def _data_set(rows: Sequence[Grade]) -> Iterator[str]:
    first = rows[0]
    value = {(row.prediction, row.grade): row.value for row in rows}
    gains = {row.prediction: row for row in rows if row.gain}
    coverage = float(value[OURS, "interval_coverage"])
    yield f"## {first.data_set}"
    yield ""
    yield (
        f"{int(first.customer_count):,} customers known on {first.until}, graded on the "
        f"{first.horizon_days} days after it."
    )
    yield ""
    yield f"| | {' | '.join(GRADES.values())} | gain of ours in RMSE | |"
    yield f"|---|{'---:|' * len(GRADES)}---:|---|"
    for prediction in dict.fromkeys(row.prediction for row in rows):
        cells = [_short(value[prediction, grade]) for grade in GRADES]
        gain = gains.get(prediction)
        gained = (
            f"{_short(gain.gain)} ({_short(gain.gain_low)} to {_short(gain.gain_high)})"
            if gain
            else ""
        )
        result = {"true": "won", "false": "not won"}.get(gain.won if gain else "", "")
        yield f"| {NAMES[prediction]} | {' | '.join(cells)} | {gained} | {result} |"
    shown = "shown" if COVERED[0] <= coverage <= COVERED[1] else "not shown"
    yield ""
    yield (
        f"Its 80 % interval holds {coverage:.1%} of the customers and is "
        f"{_short(value[OURS, 'interval_width'])} wide on average: {shown}."
    )


def _short(text: str) -> str:
    return f"{float(text):,.4g}" if text else ""
