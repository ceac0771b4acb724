{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#-
  A consumer's id as the warehouse keeps it: as it came, or, with the var `hash_consumer_ids`, as a salted SHA-256. Used
  where DWD takes an id over and nowhere later, so that everything behind DWD joins on one and the same key. Not in
  staging: a view's text is stored in the metastore, with the salt in it.
-#}
{% macro consumer_key(consumer_id) -%}
    {%- if hashes_consumer_ids() -%}
        sha2(concat({{ consumer_salt() }}, ':', {{ consumer_id }}), 256)
    {%- else -%}
        {{ consumer_id }}
    {%- endif -%}
{%- endmacro %}
