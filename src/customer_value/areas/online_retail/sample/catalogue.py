"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

What the wholesaler sells: codes, descriptions and prices, products first, postage and the notes of
the warehouse after them.
"""

from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from customer_value.areas.online_retail.sample import names
from customer_value.sample.draws import Draws, Ints
from customer_value.sample.plan import SamplePlan

MOST_PRODUCTS = 4_000
_CODE_SUFFIXES = ("", "", "L", "", "A", "B")
_DEAR_PRODUCT = 19
"""Every so manieth product costs pounds by the hundred."""


@dataclass(frozen=True)
class Catalogue:
    """Codes and descriptions by number, and the price in pence of each product."""

    codes: list[str]
    descriptions: list[str | None]
    price: Ints

    @property
    def products(self) -> int:
        """Number of products; the numbers below it are products."""
        return len(self.price)

    @property
    def postage(self) -> int:
        """Number of the code and of the description of postage."""
        return self.products

    @property
    def dotcom_postage(self) -> int:
        """Number of the code and of the description of the web shop's postage."""
        return self.products + 1

    @property
    def first_note(self) -> int:
        """Number of the first description that is a note of the warehouse."""
        return self.products + 2


@lru_cache(maxsize=4)
def catalogue_of(plan: SamplePlan) -> Catalogue:
    """The catalogue of a plan: at most MOST_PRODUCTS products, so it always fits in memory."""
    products = np.arange(min(60 + plan.sends // 1_000, MOST_PRODUCTS))
    luck = Draws(plan.seed).uniform("retail price", products)
    cheap = 35 + (luck * luck * luck * 1_165).astype(np.int64)
    dear = 5_000 + (luck * 55_000).astype(np.int64)
    postages = [names.POSTAGE, names.DOTCOM_POSTAGE]
    return Catalogue(
        codes=[_code(product) for product in products.tolist()] + [code for code, _ in postages],
        descriptions=[
            *(_name(product) for product in products.tolist()),
            *(name for _, name in postages),
            *names.STOCK_NOTES,
        ],
        price=np.where(products % _DEAR_PRODUCT == _DEAR_PRODUCT - 1, dear, cheap),
    )


def _code(product: int) -> str:
    """Five digits, for half the products a letter; two variants of one thing share the digits."""
    suffix = _CODE_SUFFIXES[product % len(_CODE_SUFFIXES)]
    thing = product - 1 if suffix == "B" else product
    return f"{20_001 + 7 * thing}{suffix}"


def _name(product: int) -> str:
    """The names in turn; from the second round on as a set of two, of three, and so on."""
    turn, place = divmod(product, len(names.PRODUCTS))
    return f"SET OF {turn + 1}, {names.PRODUCTS[place]}" if turn else names.PRODUCTS[place]
