"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

Faults of the tables that the customer profile's pages show.
"""

from __future__ import annotations

from planted_fault import Fault

PROFILE = "customer_profile"
CELLS = f"models/dws/{PROFILE}/groups/dws_{PROFILE}_value_cell.sql"
PAGE_FAULTS = (
    Fault(
        "a cell of a single customer",
        f"macros/{PROFILE}/lists/cell_or_other.sql",
        "when {{ is_small }} then '其他'",
        "when {{ is_small }} and {{ customer_count }} > 1 then '其他'",
        f"dws_{PROFILE}_value_name+",
        "assert_shown_cells_have_enough_customers",
    ),
    Fault(
        "others that are too few themselves",
        f"macros/{PROFILE}/lists/cell_or_other.sql",
        "between 1 and {{ least }} - 1",
        "between 1 and 0",
        "",
        "assert_cell_or_other_edges",
    ),
    Fault(
        "a merged value lost",
        CELLS,
        "where {{ of_detail.where }}",
        "where {{ of_detail.where }} and shown_value != '其他'",
        f"dws_{PROFILE}_value_cell",
        "merged_cells_keep_the_sums",
    ),
    Fault(
        "what has no tile left out",
        f"models/ads/{PROFILE}/ads_{PROFILE}_value_map.sql",
        "full outer join province_cells",
        "left join province_cells",
        f"ads_{PROFILE}_value_map",
        "the_value_map_sums_to_all_customers",
    ),
    Fault(
        "a median of one buyer",
        f"models/ads/{PROFILE}/ads_{PROFILE}_value_cell.sql",
        "having count(*) >=",
        "having 99999 + count(*) >=",
        "",
        "shown_values_have_the_median_of_their_buyers",
    ),
    Fault(
        "a buyer counted on every day",
        f"models/dws/{PROFILE}/sales/dws_{PROFILE}_sales_to_date.sql",
        "min(dt) as dt\n\n    from order_days\n\n    where order_count > 0\n\n"
        "    group by customer_id",
        "dt from order_days where order_count > 0",
        "",
        "sales_to_date_count_a_buyer_from_the_first_order_on",
    ),
    Fault(
        "no events taken for nobody active",
        f"models/ads/{PROFILE}/ads_{PROFILE}_overview.sql",
        "if(count(activity_index_frozen) > 0, count_if(activity_index_frozen > 0), null)",
        "count_if(activity_index_frozen > 0)",
        "",
        "the_overview_has_one_row_per_stored_date",
    ),
    Fault(
        "a rule that did not fire left out",
        f"models/ads/{PROFILE}/ads_{PROFILE}_warning_summary.sql",
        "left join fired",
        "inner join fired",
        "",
        "the_warning_summary_lists_rules_that_did_not_fire",
    ),
    Fault(
        "orders without a method left out",
        f"models/ads/{PROFILE}/ads_{PROFILE}_payment_mix.sql",
        "where is_paid and pay_date",
        "where is_paid and payment_method is not null and pay_date",
        "",
        "payment_methods_of_few_customers_are_merged",
    ),
    Fault(
        "complete records forgotten",
        f"models/ads/{PROFILE}/ads_{PROFILE}_quality_summary.sql",
        "on rule_lines.rule_code <=> statuses.rule_code",
        "on rule_lines.rule_code = statuses.rule_code",
        "",
        "the_quality_summary_counts_customers_per_rule",
    ),
)
