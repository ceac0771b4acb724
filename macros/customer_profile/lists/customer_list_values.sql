{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#-
  Every list of customers that can be exported, as rows in the order in which people read them: all warnings, each warning, each value that
  customers are grouped by. Also those that nobody is in.
-#}
{% macro customer_list_values() -%}
    {%- set groups = {'order_level': ['订单等级', 'Order level'], 'promo_level': ['优惠等级', 'Promotion level']} -%}
    select
        'warning' as list_kind,
        rule_code as list_value,
        concat('预警：', rule_name) as title,
        concat('Warning: ', rule_name_english) as title_english,
        100 + rule_order as list_order
    from {{ ref('customer_profile_warning_rule') }}

    union all

    select
        'stage' as list_kind,
        stage_name as list_value,
        concat('生命周期阶段：', stage_name) as title,
        concat('Lifecycle stage: ', stage_name) as title_english,
        200 + stage_order as list_order
    from {{ ref('dwd_lifecycle_stage') }}

    union all

    select *
    from values
        {%- for kind, titles in groups.items() %}
        {%- set kind_order = 300 + 100 * loop.index0 %}
        {%- for level in rfm_level_settings() | sort(attribute='max_total', reverse=true) %}
        (
            '{{ kind }}', {{ string_literal(level.user_level) | trim }}, '{{ titles[0] }}：{{ level.user_level }}',
            '{{ titles[1] }}: {{ level.user_level }}', {{ kind_order + loop.index }}
        ),
        {%- endfor %}
        {%- endfor %}
        {%- for name in ltv_segments() %}
        ('ltv_segment', '{{ name }}', '价值分层：{{ name }}', 'Value segment: {{ name }}', {{ 500 + loop.index }}),
        {%- endfor %}
        ('warnings', 'warnings', '全部预警', 'All warnings', 100)
        as list_value (list_kind, list_value, title, title_english, list_order)
{%- endmacro %}
