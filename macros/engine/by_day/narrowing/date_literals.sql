{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#- Days (texts) as a list of date literals. -#}
{% macro date_literals(days) -%}
    {%- for day in days %}date '{{ day }}'{{ ', ' if not loop.last }}{%- endfor -%}
{%- endmacro %}
