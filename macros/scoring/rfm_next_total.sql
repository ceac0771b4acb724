{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#- The smallest total of the level above that of a total; null in the highest level, and where a total has no level. -#}
{% macro rfm_next_total(rfm_total) -%}
    case
        {%- for level in rfm_level_settings() %}
        when {{ rfm_total }} <= {{ level.max_total | int }} then {{ level.max_total | int + 1 if not loop.last else 'cast(null as int)' }}
        {%- endfor %}
    end
{%- endmacro %}
