{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#-
  Who asked to be erased from all areas: the model that lists them, and its column with the id, which areas give different names. None where no
  area lists the raw table.
-#}
{% macro erasure_list() -%}
    {%- for tables in areas().values() -%}
        {%- for table in tables if table.ods == 'ods_customer_erasure' -%}
            {{ return({'table': 'dwd_customer_erasure', 'column': 'customer_id'}) }}
        {%- endfor -%}
    {%- endfor -%}
    {{ return(none) }}
{%- endmacro %}
