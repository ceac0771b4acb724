{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#-
  One value for the list of those who asked to be erased, as this run has it, in SQL: another one when somebody is added or taken out. It is
  made of the times of their requests and not of their ids, because it outlives what it is about.
-#}
{% macro erasure_fingerprint() -%}
    (select lower(hex({{ set_hash('xxhash64(request_time)') }})) from {{ relation_of_model(erasure_list().table) }})
{%- endmacro %}
