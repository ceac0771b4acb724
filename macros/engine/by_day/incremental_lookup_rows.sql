{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#- With more raw rows than this to rewrite, rows are no longer found by key (var incremental_lookup_rows). -#}
{% macro incremental_lookup_rows() -%}
    {{ return(whole_number_setting('incremental_lookup_rows', 0, 999999999)) }}
{%- endmacro %}
