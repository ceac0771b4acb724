{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#- Every level once, as rows: the spine of each table that has one row per level. -#}
{% macro rfm_levels() -%}
    select user_level
    from values
        {%- for level in rfm_level_settings() %}
        ({{ string_literal(level.user_level) }}){{ ',' if not loop.last }}
        {%- endfor %}
        as rfm_level (user_level)
{%- endmacro %}
