{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#- Whether a contact counts: automatic messages do not. A shop that does not say where contacts come from has only those of people. -#}
{% macro is_human_contact(contact_source) -%}
    coalesce({{ contact_source }} != 'auto_message', true)
{%- endmacro %}
