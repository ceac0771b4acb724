{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#-
  A value that names a person (a column that the area's list calls private) as the warehouse keeps it: as it came, or, with the
  var `hash_consumer_ids`, as a salted SHA-256. Staging hashes it when it stores the row, so that everything behind staging joins
  on one and the same value.
-#}
{% macro private_value(value) -%}
    {{ hashed_value(value) if hashes_private_values() else value }}
{%- endmacro %}
