{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#- The level of a total score (3–15): the first level whose bound is not exceeded. Beyond the last bound stays null. -#}
{% macro rfm_user_level(rfm_total) -%}
    case
        {%- for level in rfm_level_settings() %}
        when {{ rfm_total }} <= {{ level.max_total | int }} then {{ string_literal(level.user_level) }}
        {%- endfor %}
    end
{%- endmacro %}
