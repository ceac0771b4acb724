"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

Between which amounts a customer's own spend within a horizon will lie: exact quantiles of the two
models together, no simulation.

Given a history, a customer who is still there buys N times within the horizon if they do so while
they stay: the purchases that their rate allows are negative binomial, those before they leave
beta-geometric, and the two are independent. What N purchases cost, divided by v + x × mean, is a
beta prime (N × p, q + x × p) (Fader, Hardie, "The Gamma-Gamma Model of Monetary Value", 2013,
equations 2 and 3). So the quantiles are those of a weighted sum of known distributions, and the
same for all customers of one history, up to that factor.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import numpy as np
from scipy.special import betainc, betaln, gammaln

from customer_value.analytics.arrays import Indices, Values
from customer_value.analytics.lifetime_value.purchases import PurchaseModel
from customer_value.analytics.lifetime_value.spend import SpendModel

SHARE = 0.8
# purchases that are less likely than this do not move a quantile of money by a cent
LEAST_CHANCE = 1e-7
MOST_PURCHASES = 2_000
# of a search that hardly ever takes ten
STEPS = 60
# of a place between 0 and 1, by what is left to 1: money to nine digits
CLOSE = 1e-10
TINY = 1e-300
# histories at once: a table of histories × purchases stays small
AT_ONCE = 2_000


def spend_interval(
    purchases: PurchaseModel,
    spend: SpendModel,
    frequency: Values,
    recency: Values,
    age: Values,
    horizon: float,
) -> tuple[Values, Values]:
    """The ends of an interval that holds the spend of the horizon with a probability of 80 %, as
    multiples of v + frequency × mean spend per purchase day (v alone for a frequency of 0).

    frequency, recency, age, horizon: as in `PurchaseModel`, arrays of one length. Where buying
    nothing has a chance of a tenth or more, the interval begins at 0 and ends at the 80th
    percentile; elsewhere it lies between the 10th and the 90th.
    """
    none = purchases.probability_of_none(frequency, recency, age, horizon)
    alive = purchases.probability_alive(frequency, recency, age)
    from_zero = none >= (1 - SHARE) / 2
    lower = np.where(from_zero, 0.0, (1 - SHARE) / 2)
    upper = np.where(from_zero, SHARE, (1 + SHARE) / 2)
    low, high = np.zeros(len(none)), np.zeros(len(none))
    for chosen in _alike(purchases, frequency, recency, age, horizon):
        x = frequency[chosen]
        chances = _chances(purchases, x, age[chosen], horizon) * alive[chosen, np.newaxis]
        for share, found in ((lower, low), (upper, high)):
            found[chosen] = _quantile(spend, x, none[chosen], chances, share[chosen])

    return low, high


class SpendAhead(NamedTuple):
    """What is expected of customers within a horizon, and the ends of the interval of their own
    spend, in money.
    """

    expected: Values
    low: Values
    high: Values


def spend_ahead(
    purchases: PurchaseModel,
    spend: SpendModel,
    frequency: Values,
    recency: Values,
    age: Values,
    repeat_mean: Values,
    horizon: float,
) -> SpendAhead:
    """Of each customer, with the arguments of `spend_interval`. repeat_mean: amount per purchase
    day after the first; of 0 or less, it says nothing of what they spend.
    """
    known = np.where(repeat_mean > 0, frequency, 0.0)
    expected = purchases.expected_purchases(frequency, recency, age, horizon)
    factor = spend.v + known * repeat_mean
    low, high = spend_interval(purchases, spend, frequency, recency, age, horizon)

    return SpendAhead(
        expected * spend.expected_mean(known, repeat_mean), low * factor, high * factor
    )


def _alike(
    purchases: PurchaseModel, frequency: Values, recency: Values, age: Values, horizon: float
) -> Iterator[Indices]:
    """The places of the histories, in groups of about the same number of purchases to come."""
    rate = (purchases.r + frequency) / (purchases.alpha + age) * horizon
    order = np.lexsort((recency, age, frequency, rate))
    for start in range(0, len(order), AT_ONCE):
        yield order[start : start + AT_ONCE]


def _chances(purchases: PurchaseModel, frequency: Values, age: Values, horizon: float) -> Values:
    """Of 1, 2, … purchases by customers who are still there, a row per history."""
    shape = (purchases.r + frequency)[:, np.newaxis]
    share = (horizon / (purchases.alpha + age + horizon))[:, np.newaxis]
    stays = (purchases.b + frequency)[:, np.newaxis]
    most = 8
    while True:
        # a purchase is reached when the rate allows it, and none of those before was the last
        number = np.arange(1, most + 2)[np.newaxis, :]
        allowed = betainc(number, shape, share)
        reached = np.exp(
            gammaln(stays + number - 1)
            - gammaln(purchases.a + stays + number - 1)
            - gammaln(stays)
            + gammaln(purchases.a + stays)
        )
        at_least = allowed * reached
        if most >= MOST_PURCHASES or float(at_least[:, -1].max()) < LEAST_CHANCE:
            return np.asarray(at_least[:, :-1] - at_least[:, 1:])
        most *= 2


def _quantile(
    spend: SpendModel, frequency: Values, none: Values, chances: Values, share: Values
) -> Values:
    """The smallest multiple with at least the share below it."""
    first = spend.p * np.arange(1, chances.shape[1] + 1)[np.newaxis, :]
    second = (spend.q + spend.p * frequency)[:, np.newaxis]
    # of a beta prime, the place is amount ÷ (1 + amount)
    place, low, high = np.full(len(share), 0.5), np.zeros(len(share)), np.ones(len(share))
    # what is 0 needs no search
    moving = np.flatnonzero(share > none)
    for _ in range(STEPS):
        here = place[moving, np.newaxis]
        chance, other = chances[moving], second[moving]
        above = none[moving] + np.sum(chance * betainc(first, other, here), axis=1) - share[moving]
        low[moving] = np.where(above < 0, place[moving], low[moving])
        high[moving] = np.where(above < 0, high[moving], place[moving])
        density = np.exp(
            (first - 1) * np.log(here) + (other - 1) * np.log1p(-here) - betaln(first, other)
        )
        # Newton's step, or the middle where it leads out
        step = place[moving] - above / np.maximum(np.sum(chance * density, axis=1), TINY)
        inside = (step > low[moving]) & (step < high[moving])
        step = np.where(inside, step, (low[moving] + high[moving]) / 2)
        rests = np.abs(step - place[moving]) <= CLOSE * (1 - step)
        place[moving] = step
        moving = moving[~rests]
        if not len(moving):
            break

    return np.where(share > none, place / (1 - place), 0.0)
