"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

Journeys: which touches follow each other within a session, and across the sessions before an order.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from customer_value.areas.customer_profile.journey_rows import JourneyLink, JourneyStanding
from customer_value.site.change import share
from customer_value.site.contents import Chart, Control, Figure, Table
from customer_value.site.page import Figures, Page, PageData
from customer_value.site.page_rows import PageRows

WITHIN_A_SESSION, BEFORE_AN_ORDER = VIEWS = ("会话之内", "下单之前")
INCLUDED = "纳入"
START, LEFT, ORDERED, MORE, OTHERS = "开始", "结束", "下单", "更多", "其他"
# where a way ends, in each view: 下单 is a touch of a session, and the end of the way to an order
ENDS = {WITHIN_A_SESSION: (LEFT, MORE, OTHERS), BEFORE_AN_ORDER: (ORDERED, MORE, OTHERS)}
SUMMARY = ("included_count", "left_out_count", "included_share")
_BY_VIEW = {"journey_view": "journey_view"}


def page(rows: PageRows) -> PageData:
    """The page; the same rows give the same page."""
    links, standings = rows.of(JourneyLink), rows.of(JourneyStanding)
    return PageData(
        tables={
            "summary": summary_table(standings),
            "links": link_table(links),
            "standings": standing_table(standings),
        },
        charts={"links": chart(links)},
        figures={"summary": Figures("summary", [Figure(name) for name in SUMMARY])},
        controls={"journey_view": Control(VIEWS, WITHIN_A_SESSION)},
        context={"rules": standings[0] if standings else None},
    )


def summary_table(standings: Sequence[JourneyStanding]) -> Table:
    """Per view how many sessions or orders are in the journeys, and how many are left out."""
    return Table.of(
        {
            "journey_view": "value",
            "included_count": "count",
            "left_out_count": "count",
            "included_share": "rate",
        },
        [_summary(view, standings) for view in VIEWS],
        controls=_BY_VIEW,
    )


def _summary(view: str, standings: Sequence[JourneyStanding]) -> dict[str, Any]:
    counts = {row.standing: row.journey_count for row in standings if row.journey_view == view}
    included, all_of_them = counts.get(INCLUDED, 0), sum(counts.values())
    return {
        "journey_view": view,
        "included_count": included,
        "left_out_count": all_of_them - included,
        "included_share": share(included, all_of_them),
    }


def link_table(links: Sequence[JourneyLink]) -> Table:
    """Every link of both views; the step of `from_touch`, 0 = before the first."""
    return Table.of(
        {
            "journey_view": "value",
            "from_step": "score",
            "from_touch": "value",
            "to_touch": "value",
            "journey_count": "count",
            "customer_count": "count",
        },
        links,
        controls=_BY_VIEW,
        choices=("from_step", "from_touch", "to_touch"),
        page_size=15,
    )


def standing_table(standings: Sequence[JourneyStanding]) -> Table:
    """Where all sessions and orders of the window belong."""
    return Table.of(
        {"journey_view": "value", "standing": "value", "journey_count": "count"},
        standings,
        controls=_BY_VIEW,
    )


def chart(links: Sequence[JourneyLink]) -> Chart:
    """The links as a Sankey diagram: the most visited touches on top, ends at the bottom."""
    arriving: dict[str, int] = {}
    ends = {end for view in VIEWS for end in ENDS[view]} - {ORDERED}
    for link in links:
        if link.to_touch not in ends:
            arriving[link.to_touch] = arriving.get(link.to_touch, 0) + link.journey_count
    by_size = sorted(arriving, key=lambda touch: (-arriving[touch], touch))

    return Chart(
        "sankey",
        "links",
        "to_touch",
        ["journey_count", "customer_count"],
        x="from_touch",
        step="from_step",
        order={"from_touch": [START, *by_size, MORE, OTHERS, LEFT], "ends": [START, *sorted(ends)]},
    )


PAGE = Page("journeys", (JourneyLink, JourneyStanding), page)
