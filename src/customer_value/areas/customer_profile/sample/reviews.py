"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

Draws the reviews of paid lines.
"""

from dataclasses import dataclass

import numpy as np
import pyarrow as pa

from customer_value.areas.customer_profile.sample.calendar import last_second
from customer_value.areas.customer_profile.sample.lines import Lines
from customer_value.areas.customer_profile.sample.orders import Orders
from customer_value.areas.customer_profile.sample.people import People
from customer_value.areas.customer_profile.sample.texts import REVIEWS, texts
from customer_value.areas.shared.sample.catalogue import Catalogue
from customer_value.areas.shared.sample.customers import customer_ids
from customer_value.areas.shared.sample.dimensions import PRODUCT_WIDTH
from customer_value.areas.shared.sample.names import CATEGORIES
from customer_value.sample.draws import Draws, Ints
from customer_value.sample.plan import SamplePlan
from customer_value.sample.text_columns import (
    DAY,
    emptied,
    identifiers,
    string_table,
    times,
    whole_numbers,
)

REVIEW_WIDTH = 12

_SHARE_REVIEWED = 0.14
_SHARE_WITHOUT_TEXT = 0.15


@dataclass(frozen=True)
class Reviews:
    """Arrays with one element per review; `line` is a position in lines, `sentiment` one in
    SENTIMENTS.
    """

    key: Ints
    line: Ints
    seconds: Ints
    sentiment: Ints


def draw_reviews(
    plan: SamplePlan, catalogue: Catalogue, people: People, orders: Orders, lines: Lines
) -> Reviews:
    """The reviews of a part, by line. A liked brand is praised, a disliked one blamed."""
    draws = Draws(plan.seed)
    reviewed = draws.uniform("reviewed", lines.key) < _SHARE_REVIEWED
    line = np.flatnonzero(reviewed & orders.is_paid[lines.order])
    key = lines.key[line]
    who = orders.who[lines.order[line]]
    brand = catalogue.product_brand[lines.product[line]]
    mood = 0.6 * draws.uniform("sentiment", key) + 0.4 * people.mood[who]
    mood += np.where(brand == people.liked_brand[who], 0.25, 0.0)
    mood -= np.where(brand == people.disliked_brand[who], 0.25, 0.0)
    mood -= np.where(
        lines.product[line] % len(CATEGORIES) == people.disliked_category[who], 0.25, 0.0
    )
    sentiment = np.select([mood < 0.3, mood < 0.45], [0, 1], default=2)
    delay = DAY + draws.below("review delay", key, 20 * DAY)
    seconds = orders.pay_seconds[lines.order[line]] + delay
    here = seconds <= last_second(plan)
    return Reviews(key[here], line[here], seconds[here], sentiment[here])


def review_table(
    plan: SamplePlan, people: People, orders: Orders, lines: Lines, reviews: Reviews
) -> pa.Table:
    """`ods_review` as text; most stars agree with the text, some do not."""
    draws = Draws(plan.seed)
    odd = draws.uniform("odd stars", reviews.key) < 0.06
    stars = np.array([1, 3, 4])[reviews.sentiment] + draws.below("stars", reviews.key, 2)
    stars = np.where(odd, 6 - stars, stars)
    who = orders.who[lines.order[reviews.line]]
    silent = draws.uniform("silent review", reviews.key) < _SHARE_WITHOUT_TEXT
    words = texts(draws, "review", REVIEWS, reviews.key, reviews.sentiment)
    return string_table(
        {
            "review_id": identifiers("W", reviews.key, REVIEW_WIDTH),
            "customer_id": customer_ids(people.number[who]),
            "product_id": identifiers("P", lines.product[reviews.line], PRODUCT_WIDTH),
            "order_item_id": whole_numbers(lines.key[reviews.line] + 1, reviews.key % 9 == 8),
            "review_time": times(reviews.seconds),
            "rating": whole_numbers(stars),
            "review_text": emptied(words, silent),
        }
    )
