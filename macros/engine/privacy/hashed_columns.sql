{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#-
  The columns of a raw table that the warehouse keeps as hashes only: the one home of which these are. The secret ones always, those that
  name a person where hash_consumer_ids says so.
-#}
{% macro hashed_columns(columns) -%}
    {%- set hashed = [] -%}
    {%- for column in columns if column.secret or column.private and hashes_private_values() -%}
        {%- do hashed.append(column) -%}
    {%- endfor -%}
    {{ return(hashed) }}
{%- endmacro %}
