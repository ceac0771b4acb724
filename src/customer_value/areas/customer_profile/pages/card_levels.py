"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

Both levels on the card of one customer: what they are and were, why, and the shortest way up.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from customer_value.areas.customer_profile.card_rows import Card, WayUp
from customer_value.site.contents import Kind, Table

# the words of the two kinds of level
ORDER, PROMO = "level_order", "level_promo"
_SCORES: dict[str, Kind] = {
    "rfm_part": "value",
    "order_measured": "number",
    "order_score": "score",
    "promo_measured": "number",
    "promo_score": "score",
}


def level_tables(cards: Sequence[Card], ways: Sequence[WayUp]) -> dict[str, Table]:
    """The tables `levels`, `scores` and `ways_up` of one customer, or of none."""
    return {
        "levels": Table.of(
            {
                "level_kind": "value",
                "user_level": "value",
                "previous_level": "value",
                "previous_date": "date",
                "level_changed_date": "date",
            },
            [row for card in cards for row in _levels(card)],
        ),
        "scores": Table.of(_SCORES, [row for card in cards for row in _scores(card)]),
        "ways_up": Table.of(
            {
                "level_kind": "value",
                "way_status": "value",
                "next_level": "value",
                "purchase_count": "count",
                "days_less": "count",
                "orders_more": "count",
                "amount_more": "money",
                "reached_total": "score",
            },
            [
                {
                    **vars(way),
                    "level_kind": f"level_{way.level_kind}",
                    "way_status": f"way_{way.way_status}",
                }
                for way in ways
            ],
        ),
    }


def _levels(card: Card) -> list[dict[str, Any]]:
    return [
        {
            "level_kind": ORDER,
            "user_level": card.order_rfm_level,
            "previous_level": card.previous_order_rfm_level,
            "previous_date": card.previous_order_rfm_date,
            "level_changed_date": card.order_rfm_level_changed_date,
        },
        {
            "level_kind": PROMO,
            "user_level": card.promo_level,
            "previous_level": card.previous_promo_level,
            "previous_date": card.previous_promo_date,
            "level_changed_date": card.promo_level_changed_date,
        },
    ]


def _scores(card: Card) -> list[dict[str, Any]]:
    """R, F and M with what was measured, and their sum, which decides the level."""
    order, promo = _digits(card.order_rfm_code), _digits(card.promo_code)
    measured = [
        (card.recency_days, card.promo_recency_days),
        (card.frequency, card.promo_frequency),
        (card.monetary, card.promo_monetary),
        (None, None),
    ]
    parts = ("recency", "frequency", "monetary", "total")
    return [
        dict(
            zip(
                _SCORES,
                (f"rfm_{part}", of_orders, order[at], of_offers, promo[at]),
                strict=True,
            )
        )
        for at, (part, (of_orders, of_offers)) in enumerate(zip(parts, measured, strict=True))
    ]


def _digits(code: str | None) -> list[int | None]:
    """The three scores of a code, and their sum; a score is one digit."""
    if code is None:
        return [None] * 4
    scores = [int(digit) for digit in code]

    return [*scores, sum(scores)]
