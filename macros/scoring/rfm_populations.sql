{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#-
  The values of a column of `customers`, each of which is a population that is scored by itself, as SQL literals; a few. None while dbt
  parses, and where there are no customers.
-#}
{% macro rfm_populations(customers, each) -%}
    {%- set literals = [] -%}
    {%- if execute -%}
        {%- for row in run_query('select distinct cast(' ~ each ~ ' as string) as population from ' ~ customers ~ ' order by population') -%}
            {%- do literals.append(string_literal(row[0]) | trim) -%}
        {%- endfor -%}
    {%- endif -%}
    {{ return(literals) }}
{%- endmacro %}
