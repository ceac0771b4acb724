"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

What the tests of faults build: two published tables and all that they stand on.
"""

from __future__ import annotations

TABLES = ("ads_customer_service_performance", "ads_customer_service_promo_activity_effect")
# the summaries below them that depend on the day
SUMMARIES = (
    "dws_customer_service_promo_customer_service_daily",
    "dws_customer_service_promo_activity_daily",
)
DAILY = (*SUMMARIES, *TABLES)
WHOLE = tuple(f"+{table}" for table in TABLES)
# a build without tests is not published; the unit tests are about code
TESTED = ("--indirect-selection", "buildable", "--exclude", "resource_type:unit_test")
# where a machine fails, the data being sound: what publication asks for
PUBLISHED = (
    *TESTED,
    *(f"{test}_dw*" for test in ("unique_grain", "column_rules")),
    *(f"{test}_*" for test in ("known_in", "mostly_accepted", "rows_conserved")),
)
