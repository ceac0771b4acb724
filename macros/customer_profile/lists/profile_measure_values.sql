{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#-
  The values that each measure can have, in the order in which people read them, as rows; the two last ones are those of customers who
  have no value, and of those who did not consent to profiling.
-#}
{% macro profile_measure_values() -%}
    {%- set values = {'order_level': [], 'promo_level': []} -%}
    {%- for level in rfm_level_settings() | sort(attribute='max_total') -%}
        {%- do values.order_level.append(level.user_level) -%}
        {%- do values.promo_level.append(level.user_level) -%}
    {%- endfor -%}
    {%- for band, scale in profile_bands().items() -%}
        {%- do values.update({band: index_band_names(scale[0], scale[1])}) -%}
    {%- endfor %}
    select
        'lifecycle_stage' as measure,
        stage_name as value,
        stage_order as value_order
    from {{ ref('dwd_lifecycle_stage') }}

    union all

    select * from values
        {%- for measure, words in values.items() %}
        {%- for word in words %}
        ('{{ measure }}', {{ string_literal(word) | trim }}, {{ loop.index }}),
        {%- endfor %}
        {%- endfor %}
        {%- for measure in profile_measures() %}
        ('{{ measure }}', '无', 98),
        ('{{ measure }}', '未授权', 99){{ ',' if not loop.last }}
        {%- endfor %}
        as measure_value (measure, value, value_order)
{%- endmacro %}
