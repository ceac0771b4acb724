{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#-
  The hash of a raw row that holds a consumer's id, as a table may keep it. Who knows the rest of the row could find the id
  by trying all of them, so where ids are hashed this takes the salt, too.
-#}
{% macro keyed_hash(hash) -%}
    {%- if hashes_consumer_ids() -%}
        xxhash64({{ consumer_key(hash) }})
    {%- else -%}
        {{ hash }}
    {%- endif -%}
{%- endmacro %}
