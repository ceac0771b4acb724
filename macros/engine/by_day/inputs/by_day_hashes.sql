{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#- The select list of one stream of inputs: a hash for each part that the stream knows, null for the others. -#}
{% macro by_day_hashes(parts, known) -%}
    {%- for part in parts %}
            {{ known.get(part, 'cast(null as bigint)') }} as `{{ part }}`{{ ',' if not loop.last }}
    {%- endfor %}
{%- endmacro %}
