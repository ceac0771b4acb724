{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#-
  The days that a customer is expected to let pass between two purchase days: the own median, drawn towards that of all customers the more
  the fewer gaps there are, within bounds (vars customer_profile_gap_…). Where nobody has a gap yet, nothing speaks for a short one.
-#}
{% macro expected_gap_days(gap_count, own_median, population_median) -%}
    {%- set weight = whole_number_setting('customer_profile_gap_prior_weight', 1, 1000) -%}
    {%- set shortest = whole_number_setting('customer_profile_gap_min_days', 1, 3660) -%}
    {%- set longest = whole_number_setting('customer_profile_gap_max_days', shortest, 3660) -%}
    {%- set weighted = gap_count ~ ' * coalesce(' ~ own_median ~ ', 0) + ' ~ weight ~ ' * ' ~ population_median -%}
    cast(
            least(greatest(coalesce({{ rounded_ratio('(' ~ weighted ~ ')', '(' ~ gap_count ~ ' + ' ~ weight ~ ')') }}, {{ longest }}), {{ shortest }}), {{ longest }})
            as decimal(7, 2)
        )
{%- endmacro %}
