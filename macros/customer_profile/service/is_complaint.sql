{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#- Whether a contact is a complaint; one without a category is none. -#}
{% macro is_complaint(issue_category) -%}
    coalesce({{ issue_category }} = '投诉', false)
{%- endmacro %}
