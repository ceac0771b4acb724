"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

What is behind the customers of a part: tastes, habits and the day on which they leave. No raw table
holds any of it; the truth does.
"""

from dataclasses import dataclass

import numpy as np

from customer_value.areas.customer_profile.sample import names
from customer_value.areas.customer_profile.sample.calendar import FIRST_DAY
from customer_value.areas.shared.sample import names as goods
from customer_value.areas.shared.sample.customers import customers_of, registration_days
from customer_value.sample.draws import Bools, Draws, Floats, Ints
from customer_value.sample.plan import SamplePlan

NEVER_LEAVES = 10_000
BARGAIN_HUNTERS, COMPANIES = 2, 4
"""Positions in names.SEGMENTS."""

_SHARE_OF_BUYERS = 0.82
_SHARE_STAYING = 0.45
_MONTHS_OF_LEAVING = 36
_EAGERNESS = np.array([1.4, 1.0, 1.0, 0.6, 1.2])


@dataclass(frozen=True)
class People:
    """Arrays with one element per customer; days are counted from as_of.

    `rate` is the chance of an order in a week without season, `lift` what a treatment adds to it.
    `is_known` says who has master data. `channel` and `region` are numbers of the favourite ones.
    """

    number: Ints
    registered: Ints
    leaves: Ints
    rate: Floats
    segment: Ints
    price_sensitivity: Floats
    liked_category: Ints
    disliked_category: Ints
    liked_brand: Ints
    disliked_brand: Ints
    channel: Ints
    region: Ints
    lift: Floats
    mood: Floats
    is_known: Bools
    is_bot: Bools


def people_of(plan: SamplePlan, part: int) -> People:
    """The customers of a part."""
    draws = Draws(plan.seed)
    number = np.arange(*customers_of(plan, part))
    keenness = draws.uniform("buying", number)
    keenness = keenness * keenness
    buys = draws.uniform("buyer", number) < _SHARE_OF_BUYERS
    registered = registration_days(plan, number)
    categories, brands = len(goods.CATEGORIES), len(goods.BRANDS)
    liked_category = draws.zipf("liked category", number, categories)
    liked_brand = draws.below("liked brand", number, brands)
    segment = draws.zipf("segment", number, len(names.SEGMENTS))
    sensitivity = draws.uniform("price sensitivity", number)
    treatable = draws.uniform("treatable", number) < 0.4
    return People(
        number=number,
        registered=registered,
        leaves=_leaves(draws, number, registered),
        rate=np.where(buys, (0.003 + 0.105 * keenness * keenness) * _EAGERNESS[segment], 0.0),
        segment=segment,
        price_sensitivity=np.where(
            segment == BARGAIN_HUNTERS, 0.6 + 0.4 * sensitivity, 0.8 * sensitivity
        ),
        liked_category=liked_category,
        disliked_category=_another(draws, "disliked category", number, liked_category, categories),
        liked_brand=liked_brand,
        disliked_brand=_another(draws, "disliked brand", number, liked_brand, brands),
        channel=draws.zipf("own channel", number, 5),
        region=draws.below("region", number, 10_000),
        lift=np.where(treatable, 0.06 * draws.uniform("lift", number), 0.0),
        mood=draws.uniform("mood", number),
        is_known=draws.uniform("known", number) >= 0.03,
        is_bot=draws.uniform("bot", number) < 0.002,
    )


def _leaves(draws: Draws, number: Ints, registered: Ints) -> Ints:
    """The day after which a customer does nothing more: the first of one of 36 months, the next
    year's included; a day that comes too soon is put off.
    """
    month = draws.below("month of leaving", number, _MONTHS_OF_LEAVING)
    day = FIRST_DAY + month * 30
    late_enough = np.maximum(day, registered + 20 + month)
    stays = draws.uniform("staying", number) < _SHARE_STAYING
    return np.where(stays, NEVER_LEAVES, late_enough)


def _another(draws: Draws, name: str, number: Ints, liked: Ints, size: int) -> Ints:
    return (liked + 1 + draws.below(name, number, size - 1)) % size
