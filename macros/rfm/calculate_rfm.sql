{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#-
  RFM scores, total, code and level of every customer of `customers` (consumer_id, recency_days, has_redeemed, frequency,
  monetary, as_of_date). The SQL twin of customer_value.rfm.calculate_rfm: same rule, same rows.
-#}
{% macro calculate_rfm(customers, area) -%}
    {%- set comparison = {'computed': '>', 'fixed': '>='}[var('rfm_method')] -%}
    with

    bounds as (

        {%- if var('rfm_method') == 'computed' %}
        {{ rfm_thresholds(customers) }}
        {%- else %}
        {{ rfm_bounds(ref('rfm_fixed_cut_points') ~ ' where area = ' ~ string_literal(area)) }}
        {%- endif %}

    ),

    oriented as (

        select
            *,
            {{ rfm_oriented() }}

        from {{ customers }}

    ),

    scored as (

        select
            oriented.*,
            {{ rfm_scores('oriented', 'bounds', comparison) }}

        from oriented

        cross join bounds

    )

    select
        consumer_id,
        recency_days,
        has_redeemed,
        frequency,
        monetary,
        r_score,
        f_score,
        m_score,
        r_score + f_score + m_score as rfm_total,
        {{ rfm_code('r_score', 'f_score', 'm_score') }} as rfm_code,
        {{ rfm_user_level('r_score + f_score + m_score') }} as user_level,
        as_of_date

    from scored
{%- endmacro %}
