{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#- The dates that a query found, in its column dt, as literals. -#}
{% macro date_literals(found) -%}
    {%- set days = [] -%}
    {%- for row in found -%}
        {%- do days.append("date '" ~ row['dt'] ~ "'") -%}
    {%- endfor -%}
    {{ return(days) }}
{%- endmacro %}
