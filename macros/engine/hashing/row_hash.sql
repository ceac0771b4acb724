{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#- One number for the values of a row. xxhash64 passes over nulls, so that a value could change its column unseen. -#}
{% macro row_hash(columns) -%}
    xxhash64(
        {%- for column in columns %}
        {{ column }}, {{ column }} is null{{ ',' if not loop.last }}
        {%- endfor %}
    )
{%- endmacro %}
