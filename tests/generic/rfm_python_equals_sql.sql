{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#-
  Two implementations, the same rows: what the model stored and what the macro computes from `customers` are equal in
  `columns`, EXCEPT ALL both ways. `stored_where` and `customers_where` pick the rows of one scoring; `renamed` says which columns of the macro
  the model stores by another name.
-#}
{% test rfm_python_equals_sql(model, customers, area, columns, stored_where='true', customers_where='true', renamed={}) %}
{%- set macro_columns = [] -%}
{%- for column in columns -%}
    {%- set origin = renamed.items() | selectattr(1, 'eq', column) | map(attribute=0) | first | default(column, true) -%}
    {%- do macro_columns.append(origin ~ ' as ' ~ column if origin != column else column) -%}
{%- endfor %}

with

customers as (

    select * from {{ customers }}
    where {{ customers_where }}

),

by_macro as (

    {{ calculate_rfm('customers', area) }}

),

stored as (

    select * from {{ model }}
    where {{ stored_where }}

),

only_stored as (

    select {{ columns | join(', ') }} from stored

    except all

    select {{ macro_columns | join(', ') }} from by_macro

),

only_by_macro as (

    select {{ macro_columns | join(', ') }} from by_macro

    except all

    select {{ columns | join(', ') }} from stored

)

select
    'stored' as found_only_in,
    *

from only_stored

union all

select
    'macro' as found_only_in,
    *

from only_by_macro

{% endtest %}
