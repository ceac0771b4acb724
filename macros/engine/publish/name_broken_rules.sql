{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#-
  After a run (on-run-end): says which rules of a table's columns were broken, and in how many rows. dbt itself only counts the rows
  that a test returns, and one test (column_rules) holds all rules of a table.
-#}
{% macro name_broken_rules(results) -%}
    {%- for result in results if execute and result.node.resource_type == 'test' and result.status in ['fail', 'warn'] -%}
        {%- if (result.node.test_metadata or {}).name == 'column_rules' -%}
            {%- set table = graph.nodes[result.node.attached_node].name -%}
            {%- for row in run_query(result.node.compiled_code) -%}
                {%- do log(table ~ ': ' ~ row['rule'] ~ ' in ' ~ row['row_count'] ~ ' rows', info=true) -%}
            {%- endfor -%}
        {%- endif -%}
    {%- endfor -%}
{%- endmacro %}
