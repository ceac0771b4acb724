{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#- Which band a level of rfm_levels is, from 1, the lowest. -#}
{% macro level_band(user_level) -%}
    case {{ user_level }}
            {%- for level in rfm_level_settings() | sort(attribute='max_total') %}
            when {{ string_literal(level.user_level) | trim }} then {{ loop.index }}
            {%- endfor %}
        end
{%- endmacro %}
