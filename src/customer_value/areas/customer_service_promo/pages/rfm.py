"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

The RFM explorer: how consumers spread over the scores, what each level is like, who changed level.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any

from customer_value.areas.customer_service_promo.rfm_rows import (
    LevelMigration,
    LevelProfile,
    RfmCell,
    RfmCutPoint,
)
from customer_value.areas.customer_service_promo.rows import LEVELS
from customer_value.site.contents import Chart, Control, Table
from customer_value.site.page import Page, PageData
from customer_value.site.page_rows import PageRows

EVERY_SCORE = "all"
# the two ends of a migration that are no level: words of the dictionary
NO_LEVEL_BEFORE, NO_LEVEL_NOW = "no_level_before", "no_level_now"


def page(rows: PageRows) -> PageData:
    """The explorer; the same rows give the same page."""
    profiles, cells = rows.of(LevelProfile), rows.of(RfmCell)
    migrations = [row for row in rows.of(LevelMigration) if row.previous_as_of_date is not None]
    scores = _scores(cells, rows.of(RfmCutPoint))
    return PageData(
        tables={
            "cells": cell_table(cells, scores),
            "codes": code_table(cells),
            "levels": level_table(profiles),
            "cut_points": cut_point_table(rows.of(RfmCutPoint), scores),
            "migration": migration_table(migrations),
        },
        charts=charts(scores, migrations),
        controls={"monetary_score": Control([EVERY_SCORE, *scores], EVERY_SCORE)},
        context={
            "profiles": profiles,
            "consumer_count": sum(row.consumer_count for row in profiles),
            "previous_date": migrations[0].previous_as_of_date if migrations else None,
        },
    )


def _scores(cells: Sequence[RfmCell], cut_points: Sequence[RfmCutPoint]) -> list[int]:
    """1 up to the number of bins; a score that nobody has counts, too, when a higher one exists."""
    found = [score for cell in cells for score in (cell.r_score, cell.f_score, cell.m_score)]
    return list(range(1, max([*found, *(row.score for row in cut_points)], default=0) + 1))


def cell_table(cells: Sequence[RfmCell], scores: Sequence[int]) -> Table:
    """Consumers per recency and frequency score, for every monetary score and for one at a time;
    every cell is there, 0 where nobody is in it.
    """
    counts: Counter[tuple[str | int, int, int]] = Counter()
    for cell in cells:
        for chosen in (EVERY_SCORE, cell.m_score):
            counts[chosen, cell.r_score, cell.f_score] += cell.consumer_count
    every_m: list[str | int] = [EVERY_SCORE, *scores]
    rows = [
        {"m_score": m, "r_score": r, "f_score": f, "consumer_count": counts[m, r, f]}
        for m in every_m
        for r in reversed(scores)
        for f in scores
    ]
    return Table.of(
        {"m_score": "value", "r_score": "score", "f_score": "score", "consumer_count": "count"},
        rows,
        controls={"m_score": "monetary_score"},
    )


def code_table(cells: Sequence[RfmCell]) -> Table:
    """Every combination of scores that somebody has."""
    largest_first = sorted(cells, key=lambda cell: (-cell.consumer_count, cell.rfm_code))
    return Table.of(
        {
            "rfm_code": "code",
            "user_level": "value",
            "r_score": "score",
            "f_score": "score",
            "m_score": "score",
            "consumer_count": "count",
        },
        largest_first,
        search=True,
        choices=("user_level",),
        page_size=15,
    )


def level_table(profiles: Sequence[LevelProfile]) -> Table:
    """Size, medians and effect of each level."""
    return Table.of(
        {
            "user_level": "value",
            "consumer_count": "count",
            "consumer_share": "rate",
            "median_recency_days": "days",
            "median_frequency": "number",
            "median_monetary": "money",
            "send_count": "count",
            "use_count": "count",
            "use_rate": "rate",
        },
        profiles,
    )


def cut_point_table(cut_points: Sequence[RfmCutPoint], scores: Sequence[int]) -> Table:
    """Per score the worst value that has it, and how many consumers do; best score first."""
    by_score = {(row.metric, row.score): row for row in cut_points}
    metrics = {"recency_days": "r", "frequency": "f", "monetary": "m"}
    rows: list[dict[str, Any]] = []
    for score in reversed(scores):
        row: dict[str, Any] = {"score": score}
        for metric, letter in metrics.items():
            found = by_score.get((metric, score))
            row[f"{letter}_lowest_value"] = found.lowest_value if found else None
            row[f"{letter}_consumer_count"] = found.consumer_count if found else 0
        rows.append(row)
    return Table.of(
        {
            "score": "score",
            "r_lowest_value": "days",
            "r_consumer_count": "count",
            "f_lowest_value": "count",
            "f_consumer_count": "count",
            "m_lowest_value": "money",
            "m_consumer_count": "count",
        },
        rows,
    )


def migration_table(migrations: Sequence[LevelMigration]) -> Table:
    """Consumers by level then and now."""
    rows: list[dict[str, Any]] = [
        {
            "from_level": row.from_level or NO_LEVEL_BEFORE,
            "to_level": row.to_level or NO_LEVEL_NOW,
            "consumer_count": row.consumer_count,
        }
        for row in migrations
    ]
    place = {level: at for at, level in enumerate((*LEVELS, NO_LEVEL_BEFORE, NO_LEVEL_NOW))}
    rows.sort(key=lambda row: (place.get(row["from_level"], 9), place.get(row["to_level"], 9)))
    return Table.of({"from_level": "value", "to_level": "value", "consumer_count": "count"}, rows)


def charts(scores: Sequence[int], migrations: Sequence[LevelMigration]) -> dict[str, Chart]:
    """The drawings of the explorer."""
    came = [NO_LEVEL_BEFORE] if any(row.from_level is None for row in migrations) else []
    went = [NO_LEVEL_NOW] if any(row.to_level is None for row in migrations) else []
    return {
        "cells": Chart(
            "heat",
            "cells",
            "r_score",
            ["consumer_count"],
            x="f_score",
            order={"r_score": scores, "f_score": scores},
        ),
        "levels": Chart(
            "bars",
            "levels",
            "user_level",
            ["consumer_count"],
            horizontal=True,
            colours="user_level",
        ),
        "scores": Chart(
            "bars",
            "cut_points",
            "score",
            ["r_consumer_count", "f_consumer_count", "m_consumer_count"],
        ),
        "migration": Chart(
            "heat",
            "migration",
            "from_level",
            ["consumer_count"],
            x="to_level",
            order={
                "from_level": [*came, *reversed(LEVELS)],
                "to_level": [*LEVELS, *went],
            },
        ),
    }


PAGE = Page("rfm", (RfmCell, RfmCutPoint, LevelProfile, LevelMigration), page)
