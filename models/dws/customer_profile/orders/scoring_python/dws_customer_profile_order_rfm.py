"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板"""

from customer_value.analytics.rfm import calculate_rfm_of_each, parameters_from_settings


def model(dbt, session):
    customers = dbt.ref("dws_customer_profile_order_rfm_metrics")
    parameters = parameters_from_settings(
        bins=dbt.config.meta_get("bins"),
        levels=dbt.config.meta_get("levels"),
        method=dbt.config.meta_get("method"),
        fixed_cut_points=dbt.ref("rfm_fixed_cut_points"),
        area="customer_profile",
    )
    scored = calculate_rfm_of_each(customers, parameters, each="as_of_date")

    return scored.withColumnsRenamed(dbt.config.meta_get("renamed"))
