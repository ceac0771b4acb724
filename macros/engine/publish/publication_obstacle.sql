{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#-
  The reason why the tables of this run must not be published, as one sentence, or none if they can be. A test that ended with
  no-op also reads a table that nobody has built: it could not run.
-#}
{% macro publication_obstacle(results, built) -%}
    {%- if flags.WHICH != 'build' -%}
        {{ return('dbt ' ~ flags.WHICH ~ ' does not test what it builds; dbt build does') }}
    {%- endif -%}
    {%- if invocation_args_dict.get('empty') or invocation_args_dict.get('sample') -%}
        {{ return('a build with --empty or --sample has not read all rows') }}
    {%- endif -%}
    {%- set seen = [] -%}
    {%- for result in results -%}
        {%- if result.status not in ['success', 'pass', 'warn', 'no-op'] -%}
            {{ return(result.node.name ~ ' ended with ' ~ result.status) }}
        {%- endif -%}
        {%- do seen.append(result.node.unique_id) -%}
    {%- endfor -%}
    {%- for test in graph.nodes.values() if test.resource_type == 'test' and test.config.severity | lower == 'error' -%}
        {%- for unique_id in test.depends_on.nodes if unique_id in built and test.unique_id not in seen -%}
            {{ return(
                'its test ' ~ test.name ~ ' did not run; select the tests too (dbt build without --exclude of tests)'
            ) }}
        {%- endfor -%}
    {%- endfor -%}
    {{ return(none) }}
{%- endmacro %}
