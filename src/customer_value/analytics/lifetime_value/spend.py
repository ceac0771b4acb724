"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

How much a customer spends when they buy: Gamma-Gamma.

What a customer spends on a day is gamma distributed around a mean of their own (shape p), and the
means are spread over the customers by an inverse gamma (shape q, scale v). Source: Fader, Hardie,
"The Gamma-Gamma Model of Monetary Value" (2013), brucehardie.com/notes/025.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from scipy.special import gammaln

from customer_value.analytics.arrays import Values
from customer_value.analytics.lifetime_value.errors import LifetimeValueInputError, refuse_where
from customer_value.analytics.lifetime_value.likelihood import Levels, levels, most_likely


@dataclass(frozen=True)
class Spending:
    """What customers spent on their purchase days after the first, arrays of one length.

    frequency: these days (x), 1 or more. mean: amount per such day, above 0. customers: how many
    have the same of both. Because the first day is left out, who has no second one is not in it.
    """

    frequency: Values
    mean: Values
    customers: Values

    def __post_init__(self) -> None:
        """Raises LifetimeValueInputError where nobody can have spent that."""
        refuse_where(
            "kinds of spending",
            {
                "no purchase day after the first": self.frequency < 1,
                "a mean of 0 or less": self.mean <= 0,
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
    def log_mean(self) -> Values:
        """The logarithms of the means."""
        return np.log(self.mean)


@dataclass(frozen=True)
class SpendModel:
    """A fitted Gamma-Gamma: the parameters of the module's first lines. v is in money."""

    p: float
    q: float
    v: float

    def log_likelihood(self, spending: Spending) -> float:
        """Of all customers together; equation 1a of the note."""
        p, q, v = self.p, self.q, self.v
        x, places = spending.frequencies
        common = (
            gammaln(p * x + q) - gammaln(p * x) - gammaln(q) + q * np.log(v) + p * x * np.log(x)
        )
        each = (
            common[places]
            + (p * spending.frequency - 1) * spending.log_mean
            - (p * spending.frequency + q) * np.log(spending.frequency * spending.mean + v)
        )

        return float(np.sum(spending.customers * each))

    @property
    def population_mean(self) -> float:
        """What a customer of whom nothing is known spends on a day; the model has a mean above
        q = 1 only, which `fit_spend_model` makes sure of.
        """
        return self.p * self.v / (self.q - 1)

    def expected_mean(self, frequency: Values, mean: Values) -> Values:
        """What a customer spends on a day: between their own mean and that of all, nearer to
        their own the more days there are; equation 5 of the note. The mean counts for nothing where
        the frequency is 0.
        """
        x = np.asarray(frequency, dtype=np.float64)
        own = np.where(x > 0, mean, 0.0)

        return np.asarray((self.p * self.v + self.p * x * own) / (self.p * x + self.q - 1))


def fit_spend_model(spending: Spending) -> SpendModel:
    """The most likely Gamma-Gamma.

    Raises LifetimeValueInputError: nobody has spent anything on a second day, all have spent the
    same, or there are no best parameters with a mean.
    """
    if not len(spending.mean):
        raise LifetimeValueInputError(
            "No customer spent anything on a second day, so that no model can tell how much "
            "customers spend when they come back."
        )
    if spending.mean.max() - spending.mean.min() <= 1e-9 * spending.mean.max():
        raise LifetimeValueInputError(
            f"All customers spend the same, {spending.mean.max():.2f} a day, so that there is "
            "nothing to model; that amount is the best estimate."
        )
    # in units of the mean, so that the search begins near what is sought
    unit = float(np.average(spending.mean, weights=spending.customers))
    scaled = Spending(spending.frequency, spending.mean / unit, spending.customers)
    p, q, v = most_likely(
        lambda parameters: SpendModel(*map(float, parameters)).log_likelihood(scaled),
        names=("p", "q", "v"),
        what="Gamma-Gamma",
        customers=scaled.population,
    )
    if q <= 1:
        raise LifetimeValueInputError(
            f"The Gamma-Gamma that fits these customers best has no mean (q is {q:.3f}, not above "
            "1), so that a simpler estimate has to do."
        )

    return SpendModel(float(p), float(q), float(v * unit))
