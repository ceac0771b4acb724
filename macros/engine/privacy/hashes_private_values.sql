{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#- Whether consumer ids are hashed; anything but true or false stops dbt with one sentence. -#}
{% macro hashes_private_values() -%}
    {%- set chosen = var('hash_consumer_ids') -%}
    {%- if chosen is not boolean -%}
        {{ refuse_setting("hash_consumer_ids is '" ~ chosen ~ "'; give true or false") }}
    {%- endif -%}
    {{ return(chosen) }}
{%- endmacro %}
