"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

How often a customer buys, and whether they still do: BG/NBD.

Customers buy at a rate of their own, which is gamma distributed (shape r, rate alpha), and each
purchase is the last one with a probability of their own, which is beta distributed (a, b). Source:
Fader, Hardie, Lee, "Counting Your Customers the Easy Way: An Alternative to the Pareto/NBD Model",
Marketing Science 24 (2005) 275-284.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from scipy.special import gammaln, hyp2f1

from customer_value.analytics.arrays import Values
from customer_value.analytics.lifetime_value.errors import LifetimeValueInputError, refuse_where
from customer_value.analytics.lifetime_value.likelihood import Levels, levels, most_likely


@dataclass(frozen=True)
class Histories:
    """Distinct histories of purchases, arrays of one length.

    frequency: purchase days after the first (x). recency: from the first purchase to the last
    (t_x), in any unit of time. age: from the first purchase to the end of what is known (T), in the
    same unit. customers: how many have this history.
    """

    frequency: Values
    recency: Values
    age: Values
    customers: Values

    def __post_init__(self) -> None:
        """Raises LifetimeValueInputError where a history cannot be."""
        x, recency = self.frequency, self.recency
        refuse_where(
            "histories",
            {
                "a negative frequency": x < 0,
                "a recency without a frequency": (x == 0) & (recency != 0),
                "a frequency without a recency": (x > 0) & (recency == 0),
                "a recency outside of 0 to the age": (recency > self.age) | (recency < 0),
                "no customers": self.customers <= 0,
            },
        )

    @property
    def population(self) -> int:
        """All customers."""
        return int(self.customers.sum())

    @cached_property
    def frequencies(self) -> Levels:
        """The frequencies that occur."""
        return levels(self.frequency)

    @cached_property
    def recencies(self) -> Levels:
        """The recencies that occur."""
        return levels(self.recency)

    @cached_property
    def ages(self) -> Levels:
        """The ages that occur."""
        return levels(self.age)


@dataclass(frozen=True)
class PurchaseModel:
    """A fitted BG/NBD: the parameters of the module's first lines. alpha is in the histories' unit
    of time.

    All functions take arrays of one length, or numbers: frequency, recency and age as in
    `Histories`, and a horizon in the same unit of time.
    """

    r: float
    alpha: float
    a: float
    b: float

    def log_likelihood(self, histories: Histories) -> float:
        """Of all histories together; equation 6 of the paper."""
        r, alpha, a, b = self.r, self.alpha, self.a, self.b
        x, of_frequency = histories.frequencies
        common = gammaln(r + x) - gammaln(r) + r * np.log(alpha) + _log_beta_ratio(a, b, x)
        # never the last purchase where there was none
        last = np.where(x > 0, np.log(a) - np.log(b + np.maximum(x, 1) - 1), -np.inf)
        until_now = np.log(alpha + histories.ages.values)[histories.ages.places]
        until_last = np.log(alpha + histories.recencies.values)[histories.recencies.places]
        events = (r + x)[of_frequency]
        each = common[of_frequency] + np.logaddexp(
            -events * until_now, last[of_frequency] - events * until_last
        )

        return float(np.sum(histories.customers * each))

    def probability_alive(self, frequency: Values, recency: Values, age: Values) -> Values:
        """That the last purchase was not the last one ever; 1 for one purchase only, because the
        model lets nobody leave before the second.
        """
        x = np.asarray(frequency, dtype=np.float64)
        bought = np.maximum(x, 1)
        odds = np.exp(
            np.log(self.a)
            - np.log(self.b + bought - 1)
            + (self.r + x) * (np.log(self.alpha + age) - np.log(self.alpha + recency))
        )

        return np.asarray(1 / (1 + np.where(x > 0, odds, 0)))

    def expected_purchases(
        self, frequency: Values, recency: Values, age: Values, horizon: float
    ) -> Values:
        """Purchases within the horizon; equation 10 of the paper, whose A is `alive` here."""
        # the equation divides by a - 1; a hair beside 1 the value is the same to seven digits
        a = self.a if abs(self.a - 1) > 1e-7 else 1 + 1e-7
        x = np.asarray(frequency, dtype=np.float64)
        alpha_age = self.alpha + np.asarray(age, dtype=np.float64)
        shrunk = np.exp((self.r + x) * (np.log(alpha_age) - np.log(alpha_age + horizon)))
        series = hyp2f1(self.r + x, self.b + x, a + self.b + x - 1, horizon / (alpha_age + horizon))
        alive = self.probability_alive(frequency, recency, age)

        return np.asarray(alive * (a + self.b + x - 1) / (a - 1) * (1 - shrunk * series))

    def probability_of_none(
        self, frequency: Values, recency: Values, age: Values, horizon: float
    ) -> Values:
        """That nothing is bought within the horizon: the customer has left, or has not and buys
        later. What they do after a purchase does not matter here.
        """
        x = np.asarray(frequency, dtype=np.float64)
        alpha_age = self.alpha + np.asarray(age, dtype=np.float64)
        waits = np.exp((self.r + x) * (np.log(alpha_age) - np.log(alpha_age + horizon)))
        alive = self.probability_alive(frequency, recency, age)

        return np.asarray(1 - alive * (1 - waits))


def fit_purchase_model(histories: Histories) -> PurchaseModel:
    """The most likely BG/NBD.

    Raises LifetimeValueInputError: nobody bought on a second day, so that nothing is said of how
    often customers come back, or there are no best parameters.
    """
    if not len(histories.frequency) or not (histories.frequency > 0).any():
        raise LifetimeValueInputError(
            "No customer bought on a second day, so that no model can tell how often customers "
            "come back."
        )
    # in units of the longest history, so that the search begins near what is sought
    unit = float(histories.age.max())
    scaled = Histories(
        histories.frequency, histories.recency / unit, histories.age / unit, histories.customers
    )
    r, alpha, a, b = most_likely(
        lambda parameters: PurchaseModel(*map(float, parameters)).log_likelihood(scaled),
        names=("r", "alpha", "a", "b"),
        what="BG/NBD",
        customers=scaled.population,
        # where nobody leaves, a is next to 0 and b as large as can be
        may_be_extreme=("a", "b"),
    )

    return PurchaseModel(float(r), float(alpha * unit), float(a), float(b))


def _log_beta_ratio(a: float, b: float, x: Values) -> Values:
    """The logarithm of B(a, b + x) / B(a, b)."""
    return np.asarray(gammaln(a + b) - gammaln(b) + gammaln(b + x) - gammaln(a + b + x))
