{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#-
  Whether an event begins a session: nothing came before it, or more than `customer_profile_session_idle_minutes` passed. A pause of
  exactly so long is still the same session.
-#}
{% macro is_new_session(event_time, previous_time) -%}
    {%- set minutes = whole_number_setting('customer_profile_session_idle_minutes', 1, 1440) -%}
    coalesce({{ event_time }} > {{ previous_time }} + make_dt_interval(0, 0, {{ minutes }}), true)
{%- endmacro %}
