{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#- How a reason is told, as an SQL text: the reason, the column and an example (see shown_value), of which the last two may be null. -#}
{% macro refusal_text(reason, column, example) -%}
    concat(
        {{ reason }},
        coalesce(concat(' in ', {{ column }}), ''),
        coalesce(concat(', for example "', {{ example }}, '"'), '')
    )
{%- endmacro %}
