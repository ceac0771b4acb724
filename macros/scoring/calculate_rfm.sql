{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#-
  RFM scores of customers: the columns of `customers` in their order, then r_score, f_score, m_score, rfm_total, rfm_code,
  user_level. The SQL twin of customer_value.analytics.rfm.calculate_rfm: same rule, same rows. `customers` is a relation or a CTE
  with recency_days, frequency, monetary and any other columns.
-#}
{% macro calculate_rfm(customers, area) -%}
    with

    bounds as (
        {{ rfm_fixed(area) if rfm_method() == 'fixed' else rfm_thresholds(customers) }}
    ),

    oriented as (

        select
            struct(*) as customer,
            {{ rfm_oriented() }}

        from {{ customers }}

    ),

    scored as (

        select
            oriented.customer,
            {{ rfm_scores('oriented', 'bounds', '>=' if rfm_method() == 'fixed' else '>') }}

        from oriented

        cross join bounds

    )

    select
        customer.*,
        r_score,
        f_score,
        m_score,
        r_score + f_score + m_score as rfm_total,
        {{ rfm_code('r_score', 'f_score', 'm_score') }} as rfm_code,
        {{ rfm_user_level('r_score + f_score + m_score') }} as user_level
    from scored
{%- endmacro %}
