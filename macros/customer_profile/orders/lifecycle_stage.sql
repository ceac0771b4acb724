{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#-
  The stage of a customer (stage_code of dwd_lifecycle_stage), the first whose rule fits: none without a purchase; then by how many expected
  gaps ago the last purchase is; then a recent purchase after a long gap; then by the number of purchase days.
-#}
{% macro lifecycle_stage(purchase_days, days_since, recent_gap, expected_gap) -%}
    {%- set dormant = whole_number_setting('customer_profile_dormant_gaps', 1, 100) -%}
    {%- set churned = whole_number_setting('customer_profile_churned_gaps', dormant, 100) -%}
    {%- set mature = whole_number_setting('customer_profile_mature_purchase_days', 2, 1000) -%}
    case
            when {{ purchase_days }} = 0 then 'prospect'
            when {{ days_since }} > {{ churned }} * {{ expected_gap }} then 'churned'
            when {{ days_since }} > {{ dormant }} * {{ expected_gap }} then 'dormant'
            when {{ recent_gap }} > {{ churned }} * {{ expected_gap }} then 'returning'
            when {{ purchase_days }} = 1 then 'new'
            when {{ purchase_days }} < {{ mature }} then 'growing'
            else 'mature'
        end
{%- endmacro %}
