"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

Changes of the queries in `online_retail/`: what a model could get wrong, seen from the other side.
"""

from __future__ import annotations

from comparing import Fault

FAULTS = (
    Fault(
        "a month that begins in Shanghai",
        "lines",
        "strftime(InvoiceDate, '%Y-%m')",
        "strftime(InvoiceDate + interval 8 hours, '%Y-%m')",
        "monthly_trend",
    ),
    Fault("copies kept", "lines", "    is_first_copy\n    and ", "    ", "line_class"),
    Fault("negative quantities kept", "lines", "    and quantity >= 0\n", "", "monthly_trend"),
    Fault("a code taken for a product", "lines", "'POST', ", "", "line_class"),
    Fault("a ratio rounded down", "ratios", " + (1000 * denominator)::hugeint", "", "line_class"),
    Fault("cancelled at another price", "movements", "unit_price, abs(", "abs(", "monthly_trend"),
    Fault(
        "cancelled before it was bought",
        "movements",
        "order by invoice_date, line_class = 'cancellation'",
        "order by line_class = 'cancellation', invoice_date",
        "monthly_trend",
    ),
    Fault(
        "other cancellations forgotten",
        "counted_lines",
        "and line_no not in (",
        "and line_no in (",
        "monthly_trend",
    ),
    Fault(
        "an invoice of cancellations is an order",
        "monthly_orders",
        "count(distinct invoice_no) filter (is_purchase) as order_count",
        "count(distinct invoice_no) as order_count",
        "monthly_orders",
    ),
    Fault(
        "the dearest lines",
        "super_orders",
        "quantity desc, amount desc",
        "amount desc",
        "super_orders",
    ),
    Fault(
        "a bound left out",
        "price_preference",
        "unit_price >= price_from",
        "unit_price > price_from",
        "price_preference",
    ),
    Fault(
        "back is active",
        "stage_rules",
        "'unactive', 'back'",
        "'unactive', 'active'",
        "customer_stages",
    ),
    Fault(
        "retained of this month's buyers",
        "repurchase_rates",
        "percentage(returning_buyer_count, last_month_buyer_count)",
        "percentage(returning_buyer_count, buyer_count)",
        "repurchase_rates",
    ),
    Fault(
        "a line counted as an order",
        "customer_metrics",
        "count(distinct invoice_no)",
        "count(invoice_no)",
        "customer_rfm",
    ),
    Fault("a snapshot a day later", "customer_metrics", "2011-12-10", "2011-12-11", "customer_rfm"),
    Fault(
        "ties scored by row order",
        "customer_rfm",
        "rank() over (order by frequency)",
        "row_number() over (order by frequency)",
        "customer_rfm",
    ),
)
