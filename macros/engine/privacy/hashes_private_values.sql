{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#- Whether consumer ids are hashed (var hash_consumer_ids). -#}
{% macro hashes_private_values() -%}
    {{ return(flag_setting('hash_consumer_ids')) }}
{%- endmacro %}
