{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#-
  Rows of a dated table as one row per date and customer: two numbers in the place of the id and of all columns, so that rows can be compared
  later without a copy of anybody. A table without customers counts as one customer. `stored` is the table, `rows` its rows, as SQL;
  `kept_columns` are taken over as they are.
-#}
{% macro rows_by_customer(stored, rows, kept_columns) -%}
    {%- set columns = [] -%}
    {%- set keys = [] -%}
    {%- for column in adapter.get_columns_in_relation(stored) -%}
        {%- do (keys if column.name == 'customer_id' else columns).append(column.name) -%}
    {%- endfor %}
        select
            as_of_date,
            {{ 'xxhash64(customer_id)' if keys else 'cast(0 as bigint)' }} as customer_key,
            {{ set_hash(row_hash(columns)) }} as rows_hash
            {%- for column in kept_columns %},
            max({{ column }}) as {{ column }}
            {%- endfor %}

        from ({{ rows }}) as dated_rows

        group by as_of_date{{ ', customer_id' if keys }}
{%- endmacro %}
