{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#-
  What the activity index is made of: the column of each input, its weight, and the touches that it counts, as SQL literals. The weights
  are vars that sum to 1. The adjusted index has another third input in the place of the document's.
-#}
{% macro activity_inputs() -%}
    {%- set inputs = [] -%}
    {%- for column, setting, touches in [
        ('login_days', 'customer_profile_activity_login_weight', "'login'"),
        ('page_seconds', 'customer_profile_activity_page_weight', "'timed_page_view'"),
        ('contact_count', 'customer_profile_activity_contact_weight', "'contact', 'complaint'"),
        ('adjusted_count', 'customer_profile_activity_contact_weight', adjusted_touches()),
    ] -%}
        {%- do inputs.append({'column': column, 'weight': share_setting(setting), 'touches': touches}) -%}
    {%- endfor -%}
    {{ return(inputs) }}
{%- endmacro %}
