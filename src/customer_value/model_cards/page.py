"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

The cards of a task as a page for people: a table per data set, and who won.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import count, groupby

from customer_value.analytics.grading.gain import RESAMPLES
from customer_value.model_cards import churn, lifetime_value
from customer_value.model_cards.record import Grade

WINS = f"""Made by `make grade`. Ours wins where the 90 % interval of its gain, over {RESAMPLES:,}
resamples of the customers, is above 0. 由 `make grade` 生成；增益的 90% 区间在 0 以上才算赢。"""


@dataclass(frozen=True)
class TaskPage:
    """What a page says of its task: its heading, a lead in both languages, the names of predictions
    and grades, and the deciding grade.
    """

    heading: str
    lead: str
    predictions: Mapping[str, str]
    grades: Mapping[str, str]
    decides: str


PAGES = {
    lifetime_value.TASK: TaskPage(
        "Lifetime value: who predicts what customers spend",
        """Customers' spend in the days after the last known one, in the data set's own money. RMSE
decides, because an expectation makes the least of it. The 80 % interval of a customer's spend is
shown where it holds 75 % to 85 % of the customers.

预测日之后客户花了多少。RMSE 决定胜负。客户消费的 80% 区间，
只在它真的覆盖 75%–85% 的客户时展示。""",
        {
            lifetime_value.OURS: "BG/NBD, Gamma-Gamma",
            "last_spend": "spend of the last horizon",
            "rfm_cell_mean": "mean of the RFM cell, last horizon",
            "rfm_cell_outcome": "mean of the RFM cell, the horizon itself, of other customers",
        },
        {
            "mean_absolute_error": "mean error",
            "root_mean_squared_error": "RMSE",
            "spearman": "Spearman",
            "gini": "Gini",
            "decile_error": "decile error",
            "total_ratio": "total, × real",
        },
        lifetime_value.DECIDES,
    ),
    churn.TASK: TaskPage(
        "Churn: who predicts that a customer buys nothing",
        """Customers who bought nothing in the days after the last known one. Fitted, calibrated and
graded on three consecutive windows. The Brier score decides: the mean squared error of the
probabilities.

预测日之后没有购买的客户。拟合、校准、评分用先后三段时间。Brier 分（概率的均方误差）决定胜负。""",
        {
            churn.OURS: "BG/NBD, calibrated",
            "base_rate": "base rate of the window before",
            "recency_share": "share by recency in the window before",
        },
        {"brier": "Brier", "auc": "AUC", "base_rate": "base rate"},
        churn.DECIDES,
    ),
}


def page_text(task: str, grades: Sequence[Grade]) -> str:
    """The page of the rows of a task, Markdown."""
    page = PAGES[task]
    parts = [f"# {page.heading}\n\n{page.lead}\n\n{WINS}\n"]
    of_task = [one for one in grades if one.task == task]
    for _, rows in groupby(of_task, key=lambda one: one.data_set):
        parts.append("\n".join(_data_set(page, list(rows))) + "\n")

    return "\n".join(parts)


def _data_set(page: TaskPage, rows: Sequence[Grade]) -> Iterator[str]:
    first = rows[0]
    value = {(row.prediction, row.grade): row.value for row in rows}
    ours = {row.grade: row.value for row in rows if row.prediction == first.prediction}
    gains = {row.prediction: row for row in rows if row.gain}
    yield f"## {first.data_set}"
    yield ""
    yield (
        f"{int(first.customer_count):,} customers known on {first.until}, graded on the "
        f"{first.horizon_days} days after it."
    )
    yield ""
    yield f"| | {' | '.join(page.grades.values())} | gain of ours, {page.grades[page.decides]} | |"
    yield f"|---|{'---:|' * len(page.grades)}---:|---|"
    for prediction in dict.fromkeys(row.prediction for row in rows):
        cells = [_short(value[prediction, grade]) for grade in page.grades]
        gain = gains.get(prediction)
        gained = (
            f"{_short(gain.gain)} ({_short(gain.gain_low)} to {_short(gain.gain_high)})"
            if gain
            else ""
        )
        result = {"true": "won", "false": "not won"}.get(gain.won if gain else "", "")
        yield f"| {page.predictions[prediction]} | {' | '.join(cells)} | {gained} | {result} |"
    yield from _interval(ours)
    yield from _reliability(ours)


def _interval(ours: Mapping[str, str]) -> Iterator[str]:
    if lifetime_value.COVERAGE in ours:
        coverage = float(ours[lifetime_value.COVERAGE])
        shown = "shown" if lifetime_value.interval_is_shown(coverage) else "not shown"
        yield ""
        yield (
            f"The 80 % interval holds {coverage:.1%} of the customers and is "
            f"{_short(ours['interval_width'])} wide on average: {shown}."
        )


def _reliability(ours: Mapping[str, str]) -> Iterator[str]:
    if "reliability_0_customers" in ours:
        yield ""
        yield "| customers | predicted | came true |"
        yield "|---:|---:|---:|"
    for number in count():
        parts = [ours.get(f"reliability_{number}_{part}") for part in churn.RELIABILITY]
        if not all(parts):
            return
        customers, predicted, came_true = (float(part or 0) for part in parts)
        yield f"| {customers:,.0f} | {predicted:.3f} | {came_true:.3f} |"


def _short(text: str) -> str:
    return f"{float(text):,.4g}" if text else ""
