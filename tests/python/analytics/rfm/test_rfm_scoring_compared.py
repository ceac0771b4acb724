"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

The page that compares two methods of scoring says what they really give.
"""

from __future__ import annotations

import re
from collections import Counter
from fractions import Fraction

import pytest
from pyspark.sql import Row, SparkSession
from rfm_orders import needs_orders, orders_customers
from workspace import REPOSITORY

from customer_value.analytics.rfm import RfmParameters, calculate_rfm
from customer_value.analytics.rfm.metrics import METRICS

PAGE = REPOSITORY / "docs" / "rfm_scoring_compared.md"
COMPARED = ("r_score", "f_score", "m_score", "rfm_total", "rfm_code", "user_level")
LEVELS = tuple(level for level, _ in RfmParameters().levels)
SCORES = (1, 2, 3, 4, 5)

Scored = dict[str, Row]


def tables() -> dict[str, list[list[str]]]:
    """The page's tables by the first cell of their heading."""
    found: dict[str, list[list[str]]] = {}
    for block in re.findall(r"(?:^\|.*\n)+", PAGE.read_text("utf-8"), re.MULTILINE):
        heading, _, *rows = [
            [cell.strip() for cell in line.strip("|").split("|")] for line in block.splitlines()
        ]
        found[heading[0].split(" / ")[-1]] = [heading, *rows]
    return found


@pytest.fixture(scope="module")
def methods(spark: SparkSession) -> tuple[Scored, Scored]:
    """The customers as `computed` and as `rfm_package` scores them."""
    customers = orders_customers(spark).cache()
    computed, rfm_package = (
        {
            row.customer_id: row
            for row in calculate_rfm(customers, RfmParameters(method=method)).collect()
        }
        for method in ("computed", "rfm_package")
    )
    return computed, rfm_package


def cut_of(values: list[int], bin_number: int) -> Fraction:
    """The package's cut: the quantile of type 7 plus 1."""
    ascending = sorted(values)
    position = Fraction((len(values) - 1) * bin_number, 5)
    low = int(position)
    step = ascending[min(low + 1, len(values) - 1)] - ascending[low]
    return ascending[low] + (position - low) * step + 1


@needs_orders
def test_the_document_says_what_the_two_methods_give(methods: tuple[Scored, Scored]) -> None:
    computed, package = methods
    page = tables()

    assert len(computed) == 995 and computed.keys() == package.keys()
    assert page.pop("column")[1:] == [
        [column, str(sum(computed[key][column] != package[key][column] for key in computed))]
        for column in COMPARED
    ]
    for column, labels in {**dict.fromkeys(COMPARED[:3], SCORES), "user_level": LEVELS}.items():
        pairs = Counter((computed[key][column], package[key][column]) for key in computed)
        assert page.pop(column) == [
            [column, *map(str, labels)],
            *[[str(row), *[str(pairs[row, other]) for other in labels]] for row in labels],
        ]
    assert [row[0] for row in page.pop("reason")[1:]] == ["A", "B", "C"]
    assert page == {}


@needs_orders
def test_the_worked_examples_are_real_and_each_shows_its_reason(
    methods: tuple[Scored, Scored],
) -> None:
    computed, package = methods
    metrics = {metric.column: metric for metric in METRICS}
    shown = {}

    for reason, customer, column, *stated in tables()["reason"][1:]:
        metric = metrics[column]
        values = [int(row[column]) for row in computed.values()]
        value = int(computed[customer][column])
        worse = sum(other > value if metric.lower_is_better else other < value for other in values)
        scores = [method[customer][metric.score_column] for method in (computed, package)]
        # the cut between the two scores, counted from the small values
        cut = cut_of(values, 6 - max(scores) if metric.lower_is_better else max(scores) - 1)
        assert [value, worse, f"{float(cut):g}", *scores] == [
            *map(int, stated[:2]),
            stated[2],
            *map(int, stated[3:]),
        ]
        shown[reason] = (values.count(value), value - (cut - 1), Fraction(worse, len(values)))

    ties, beyond_quantile, _ = shown["A"]
    assert ties == 4 and beyond_quantile == 0
    ties, beyond_quantile, _ = shown["B"]
    assert ties == 1 and 0 < beyond_quantile < 1
    _, beyond_quantile, share_worse = shown["C"]
    assert 0 < beyond_quantile < 1 and share_worse == Fraction(1, 5)
