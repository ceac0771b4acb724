{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#-
  Stops the publication of a run that knows of an erasure, where it takes over tables of an earlier run that did not: readers would go on
  to find the customer there.
-#}
{% macro refuse_unerased_tables(schemas, manifest) -%}
    {%- set known, stale = [], [] -%}
    {%- for table_name, release_schema, erasures in run_query(
        'select table_name, release_schema, erasures from ' ~ manifest ~ ' where erasures is not null order by table_name'
    ).rows -%}
        {%- do (known if release_schema == schemas.release else stale).append((table_name, erasures)) -%}
    {%- endfor -%}
    {%- set old = stale | rejectattr(1, 'equalto', known[0][1]) | map(attribute=0) | list if known else [] -%}
    {%- if old -%}
        {{ exceptions.raise_compiler_error(
            'Not published: the list of customers who asked to be erased has changed since ' ~ old | join(', ')
            ~ (' was' if old | length == 1 else ' were') ~ ' built; build ' ~ ('it' if old | length == 1 else 'them')
            ~ ' in the same run (dbt build without --select)'
        ) }}
    {%- endif -%}
{%- endmacro %}
