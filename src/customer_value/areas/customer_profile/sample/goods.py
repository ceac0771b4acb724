"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

The products that a customer can choose from, by category and day.
"""

import numpy as np

from customer_value.areas.customer_profile.sample.people import People
from customer_value.areas.shared.sample import names
from customer_value.areas.shared.sample.catalogue import Catalogue
from customer_value.sample.draws import Bools, Draws, Ints

_TRIES = 6
_SHARE_OF_LIKED_CATEGORY = 0.5
_SHARE_OF_DISLIKED_CATEGORY = 0.08


def choose(
    draws: Draws, name: str, catalogue: Catalogue, people: People, keys: Ints, who: Ints, day: Ints
) -> Ints:
    """A product for each key: mostly of what the customer likes, and always one that is on sale on
    the day. `who` are positions in people.
    """
    category = _categories(draws, name, people, keys, who)
    size = _products_of(catalogue, category)
    first = draws.zipf(f"{name} product", keys, size)
    chosen = category
    # later tries first, so that the first try that will do has the last word
    for wanted in (_anything, _not_disliked, _liked):
        for step in reversed(range(_TRIES)):
            product = (first + step) % size * len(names.CATEGORIES) + category
            on_sale = (catalogue.product_listed[product] <= day) & (
                day < catalogue.product_delisted[product]
            )
            will_do = wanted(catalogue, people, product, who)
            chosen = np.where(on_sale & will_do, product, chosen)
    return chosen


def _anything(catalogue: Catalogue, people: People, product: Ints, who: Ints) -> Bools:
    return np.ones(len(product), dtype=np.bool_)


def _not_disliked(catalogue: Catalogue, people: People, product: Ints, who: Ints) -> Bools:
    other: Bools = catalogue.product_brand[product] != people.disliked_brand[who]
    return other


def _liked(catalogue: Catalogue, people: People, product: Ints, who: Ints) -> Bools:
    same: Bools = catalogue.product_brand[product] == people.liked_brand[who]
    return same


def _categories(draws: Draws, name: str, people: People, keys: Ints, who: Ints) -> Ints:
    luck = draws.uniform(f"{name} category", keys)
    other = draws.zipf(f"{name} other category", keys, len(names.CATEGORIES))
    disliked = people.disliked_category[who]
    other = np.where(other == disliked, people.liked_category[who], other)
    top = _SHARE_OF_LIKED_CATEGORY
    return np.where(
        luck < top,
        people.liked_category[who],
        np.where(luck > 1 - _SHARE_OF_DISLIKED_CATEGORY, disliked, other),
    )


def _products_of(catalogue: Catalogue, category: Ints) -> Ints:
    size = len(names.CATEGORIES)
    return (catalogue.products - category + size - 1) // size
