"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

Faults of the customer profile's attributes, sums and ledgers.
"""

from __future__ import annotations

from planted_fault import Fault

PROFILE = "customer_profile"
DWS = f"models/dws/{PROFILE}"
ANSWER_FAULTS = (
    Fault(
        "a customer counted with each order",
        f"{DWS}/sales/dws_{PROFILE}_counted_order.sql",
        "first_orders.order_id is not null as is_first",
        "true as is_first",
        "",
        "an_order_counts_in_one_place_and_a_customer_once",
    ),
    Fault(
        "an order of a customer without consent in a group",
        f"{DWS}/sales/dws_{PROFILE}_counted_order.sql",
        "when not customer_totals.is_profiled then '未授权'",
        "when false then '未授权'",
        "",
        "an_order_counts_in_one_place_and_a_customer_once",
    ),
    Fault(
        "a refund on the day of its order",
        f"{DWS}/sales/dws_{PROFILE}_sales.sql",
        "cast(coalesce(entries.refund_date, counted_orders.pay_date) as string)",
        "cast(counted_orders.pay_date as string)",
        "",
        "sales_do_not_multiply_by_category_or_refund",
    ),
    Fault(
        "an attribute of a customer without consent",
        f"{DWS}/groups/dws_{PROFILE}_customer_total.sql",
        "consented('population.is_profiled', 'population.' ~ attribute, '未知')",
        "consented('true', 'population.' ~ attribute, '未知')",
        "",
        "customer_totals_hold_everybody_and_group_only_who_consents",
    ),
    Fault(
        "a level of any date before",
        f"{DWS}/card/dws_{PROFILE}_level.sql",
        "level_dates.previous_date = lag(",
        "level_dates.previous_date >= lag(",
        "",
        "a_level_has_the_one_of_the_stored_date_before_and_its_last_change",
    ),
    Fault(
        "prices compared with those of other months",
        f"{DWS}/attributes/dws_{PROFILE}_price_sensitivity.sql",
        "and lines.month_start = shop.month_start",
        "and lines.month_start >= shop.month_start",
        "",
        "price_sensitivity_compares_with_the_same_categories_and_months",
    ),
    Fault(
        "half of the evidence not enough",
        f"{DWS}/attributes/dws_{PROFILE}_channel_preference.sql",
        "leading_count >= {{ min_share }}",
        "leading_count > {{ min_share }}",
        "",
        "a_channel_is_preferred_with_three_pieces_and_half_of_them",
    ),
    Fault(
        "an industry asked of a person",
        f"{DWS}/card/dws_{PROFILE}_defect.sql",
        "population.customer_type = '企业' and population.industry is null",
        "population.industry is null",
        "",
        "each_rule_finds_its_defect_and_nothing_else",
    ),
    Fault(
        "a payment that is known before it is made",
        f"macros/{PROFILE}/restatement/restatement_inputs.sql",
        "'day': 'pay_date'",
        "'day': 'order_date'",
        "",
        "facts_count_from_the_day_on_which_they_were_known",
    ),
)
