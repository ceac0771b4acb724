{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#-
  The keys of a staging model that come more than once, as a query. Most tables have few. The materialization reads them from a
  helper table instead, which is kept beside the staging table.
-#}
{% macro repeated_keys(staged) -%}
    select key_hash from {{ staged }} group by key_hash having count(*) > 1
{%- endmacro %}
