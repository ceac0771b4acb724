{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#- The metrics of `customers` one below the other, as oriented values with their coarse bucket. -#}
{% macro rfm_bucketed(customers) -%}
        select
            measured.metric,
            measured.metric_value,
            {{ rfm_coarse_bucket('measured.metric_value') }} as bucket

        from (select {{ rfm_oriented() }} from {{ customers }}) as oriented

        lateral view stack(
            3, 'r', oriented.r_value, 'f', oriented.f_value, 'm', oriented.m_value
        ) measured as metric, metric_value
{%- endmacro %}
