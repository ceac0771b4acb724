{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#- Of fewer customers than this no cell of a published group may speak (var customer_profile_min_cell_customers). -#}
{% macro min_cell_customers() -%}
    {{ return(whole_number_setting('customer_profile_min_cell_customers', 1, 9999)) }}
{%- endmacro %}
