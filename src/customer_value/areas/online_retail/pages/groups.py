"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

The parts of the Online Retail report with one row per group: price bands, levels, clusters.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from typing import Any

from customer_value.areas.online_retail import rows
from customer_value.site.contents import Chart, Kind, Table
from customer_value.site.page_rows import PageRows

# the switch between gross and net chooses the clustering, too
VARIANTS = {"gross": "standardised", "net": "standardised_net"}
LOG_SCALE = "log_scale"
_CLUSTER: Mapping[str, Kind] = {
    "cluster_no": "score",
    "cluster_name": "value",
    "customer_count": "count",
    "customer_share": "rate",
    "amount_share": "rate",
    "net_amount_share": "rate",
    "mean_recency_days": "days",
    "mean_frequency": "number",
    "mean_monetary": "pounds",
    "strategy": "value",
}


def group_tables(tables: PageRows) -> dict[str, Table]:
    """The tables by their names."""
    elbow, clusters = tables.of(rows.Elbow), tables.of(rows.Cluster)
    return {
        "price_bands": price_table(tables.of(rows.PriceBand)),
        "levels": level_table(tables.of(rows.CustomerLevel)),
        "elbow": elbow_table(elbow),
        "clusters": Table.of(
            {"basis": "value", **_CLUSTER}, by_basis(clusters), controls={"basis": "basis"}
        ),
        "log_clusters": Table.of(_CLUSTER, [row for row in clusters if row.variant == LOG_SCALE]),
    }


def by_basis(of: Iterable[rows.Elbow | rows.Cluster]) -> list[dict[str, Any]]:
    """The rows of the clusterings of the two bases, each with its basis."""
    of = list(of)
    return [
        {**vars(row), "basis": basis}
        for basis, variant in VARIANTS.items()
        for row in of
        if row.variant == variant
    ]


def price_table(bands: Sequence[rows.PriceBand]) -> Table:
    """Bands from the lowest price on."""
    return Table.of(
        {
            "basis": "value",
            "price_band": "code",
            "units_per_line": "number",
            "customer_count": "count",
            "line_count": "count",
            "units": "count",
            "units_share": "rate",
            "cumulative_units_share": "rate",
        },
        [{**vars(band), "price_band": _band(band)} for band in bands],
        controls={"basis": "basis"},
    )


def _band(band: rows.PriceBand) -> str:
    start = _price(band.price_from)
    return f"£{start}+" if band.price_to is None else f"£{start}–{_price(band.price_to)}"


def _price(value: Decimal) -> str:
    return f"{value.normalize():f}"


def level_table(levels: Sequence[rows.CustomerLevel]) -> Table:
    """RFM levels, best first."""
    return Table.of(
        {
            "user_level": "value",
            "customer_count": "count",
            "customer_share": "rate",
            "median_recency_days": "days",
            "median_orders": "number",
            "amount": "pounds",
            "amount_share": "rate",
        },
        [{**vars(level), "median_orders": level.median_frequency} for level in levels],
    )


def elbow_table(elbow: Sequence[rows.Elbow]) -> Table:
    """Cost and silhouette by number of groups; the chosen number has a star."""
    return Table.of(
        {
            "basis": "value",
            "group_count": "code",
            "cost": "number",
            "silhouette": "number",
            "is_chosen": "flag",
        },
        [
            {**row, "group_count": f"{row['k']} ★" if row["is_chosen"] else str(row["k"])}
            for row in by_basis(elbow)
        ],
        controls={"basis": "basis"},
    )


def _bars(table: str, category: str, *values: str, colours: str | None = None) -> Chart:
    return Chart("bars", table, category, values, horizontal=True, colours=colours)


CHARTS: Mapping[str, Chart] = {
    "units_per_line": _bars("price_bands", "price_band", "units_per_line"),
    "buyers": _bars("price_bands", "price_band", "customer_count"),
    "cumulative": Chart("lines", "price_bands", "price_band", ("cumulative_units_share",)),
    "levels": _bars("levels", "user_level", "customer_count", colours="user_level"),
    "cost": Chart("lines", "elbow", "group_count", ("cost",)),
    "silhouette": Chart("lines", "elbow", "group_count", ("silhouette",)),
    "cluster_shares": _bars("clusters", "cluster_name", "customer_share", "amount_share"),
    "mean_recency": _bars("clusters", "cluster_name", "mean_recency_days"),
    "mean_frequency": _bars("clusters", "cluster_name", "mean_frequency"),
    "mean_monetary": _bars("clusters", "cluster_name", "mean_monetary"),
    "log_shares": _bars("log_clusters", "cluster_name", "customer_share", "amount_share"),
}
