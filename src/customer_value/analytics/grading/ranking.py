"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

Whether what is recommended is what customers then buy. All items are ranked, none is sampled.
"""

from __future__ import annotations

import math
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from customer_value.analytics.arrays import Values
from customer_value.analytics.grading.errors import GradingInputError

LENGTH = 10


@dataclass(frozen=True)
class RankingGrades:
    """Grades of lists of ten items.

    ndcg: mean over the customers of the discounted gain by that of the best list, 0 to 1; an item
    that is bought counts 1 ÷ log2(place + 1). Source: Järvelin, Kekäläinen, "Cumulated Gain-Based
    Evaluation of IR Techniques" (2002). recall: mean share of what a customer buys that is on the
    list. hit_rate: share of the customers with a bought item on it. coverage: share of all items
    that is on any list. novelty: mean information of a recommended item in bits, −log2 of the share
    of the customers who had bought it before; None where no list has an item.
    """

    customers: int
    ndcg: float
    recall: float
    hit_rate: float
    coverage: float
    novelty: float | None


def ranking_grades(
    recommended: Mapping[str, Sequence[str]],
    bought: Mapping[str, Collection[str]],
    buyers: Mapping[str, int],
    population: int,
) -> RankingGrades:
    """Grade the lists of all customers who then bought something.

    recommended: items by customer, the best first; only the first ten count. bought: what each
    customer bought afterwards. buyers: of every item, how many of the `population` customers had
    bought it before; these items are what could have been recommended.

    Raises GradingInputError where nobody bought anything, a list names an item twice, or one that
    `buyers` does not know.
    """
    judged = _judged(recommended, bought, buyers)
    lists = {customer: list(recommended.get(customer, ()))[:LENGTH] for customer in judged}
    hits = {customer: len({*lists[customer]} & {*bought[customer]}) for customer in judged}
    shown = [item for items in lists.values() for item in items]
    # an item that nobody had bought tells as much as one that one customer had
    bits = [math.log2(population / max(buyers[item], 1)) for item in shown]

    return RankingGrades(
        customers=len(judged),
        ndcg=math.fsum(ndcg_of_each(recommended, bought)) / len(judged),
        recall=math.fsum(hits[one] / len({*bought[one]}) for one in judged) / len(judged),
        hit_rate=sum(count > 0 for count in hits.values()) / len(judged),
        coverage=len({*shown}) / len(buyers),
        novelty=math.fsum(bits) / len(bits) if bits else None,
    )


def ndcg_of_each(
    recommended: Mapping[str, Sequence[str]], bought: Mapping[str, Collection[str]]
) -> Values:
    """The ndcg of each customer who bought something, in the order of their ids: what the gain of
    one way of recommending over another is computed of.
    """
    return np.array(
        [
            _gain(list(recommended.get(customer, ()))[:LENGTH], {*bought[customer]})
            for customer in sorted(bought)
            if bought[customer]
        ],
        dtype=np.float64,
    )


def _gain(items: Sequence[str], bought: Collection[str]) -> float:
    weights = [1 / math.log2(place + 1) for place in range(1, LENGTH + 1)]
    found = math.fsum(
        weight for item, weight in zip(items, weights, strict=False) if item in bought
    )

    return found / math.fsum(weights[: len(bought)])


def _judged(
    recommended: Mapping[str, Sequence[str]],
    bought: Mapping[str, Collection[str]],
    buyers: Mapping[str, int],
) -> list[str]:
    judged = sorted(customer for customer, items in bought.items() if items)
    if not judged:
        raise GradingInputError("Nobody bought anything afterwards, so there is nothing to grade.")
    for customer, items in recommended.items():
        unknown = [item for item in items if item not in buyers]
        if unknown:
            raise GradingInputError(f"The list of {customer} has {unknown[0]}, an unknown item.")
        if len({*items}) < len(items):
            raise GradingInputError(f"The list of {customer} has an item twice.")

    return judged
