{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#- Drops the views, published and candidate, that show tables which are gone: of models that the project does not have any more, or that failed. -#}
{% macro drop_views_of(tables, schemas) -%}
    {%- for schema in [schemas.published, schemas.candidate] -%}
        {%- for view in run_query('show table extended in ' ~ schema ~ " like '*'").rows -%}
            {%- for release_schema in modules.re.findall(schemas.published ~ '__r[0-9]+', view['information']) | unique -%}
                {%- if release_schema ~ '.' ~ view['tableName'] in tables -%}
                    {%- do run_query('drop view if exists ' ~ schema ~ '.' ~ view['tableName']) -%}
                {%- endif -%}
            {%- endfor -%}
        {%- endfor -%}
    {%- endfor -%}
{%- endmacro %}
