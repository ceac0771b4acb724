"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板"""

from customer_value.analytics.rfm import calculate_rfm, parameters_from_settings


def model(dbt, session):
    customers = dbt.ref("dws_online_retail_customer_metrics").where("basis = 'gross'")
    parameters = parameters_from_settings(
        bins=dbt.config.meta_get("bins"),
        levels=dbt.config.meta_get("levels"),
        method=dbt.config.meta_get("method"),
        fixed_cut_points=dbt.ref("rfm_fixed_cut_points"),
        area="online_retail",
    )

    return calculate_rfm(customers, parameters)
