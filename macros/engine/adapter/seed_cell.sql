{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#- One seed cell as a string literal; numbers keep all their digits. -#}
{% macro seed_cell(cell) -%}
    {%- if cell is number and cell is not boolean -%}
        {{ return(string_literal('{:f}'.format(cell))) }}
    {%- else -%}
        {{ return(string_literal(cell)) }}
    {%- endif -%}
{%- endmacro %}
