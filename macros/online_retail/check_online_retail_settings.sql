{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#- The settings of Online Retail. -#}
{% macro check_online_retail_settings() -%}
    {%- do date_literal(var('sample_online_retail_snapshot_date'), 'sample_online_retail_snapshot_date') -%}
    {%- do online_retail_snapshot() -%}
    {%- do online_retail_super_order_lines() -%}
    {%- do price_band_bounds() -%}
    {%- do cluster_count('online_retail_cluster_count', online_retail_max_cluster_count()) -%}
{%- endmacro %}
