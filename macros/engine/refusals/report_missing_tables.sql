{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#-
  After a run (on-run-end): one sentence that names the optional raw tables which are not there, and the models that have no rows for
  that. Only tables whose staging this run has written are told of.
-#}
{% macro report_missing_tables(results) -%}
    {%- if not execute or flags.WHICH not in ['build', 'run'] -%}
        {{ return('') }}
    {%- endif -%}
    {%- set written = written_models(results) -%}
    {%- set missing, empty = [], [] -%}
    {%- for area in areas() -%}
        {%- for table in area_tables(area) if table.staging in written and ods_is_missing(table) -%}
            {%- do missing.append(table.ods) -%}
            {%- do empty.append(table.dwd) -%}
        {%- endfor -%}
    {%- endfor -%}
    {%- if missing -%}
        {%- do log(
            'optional and not in ' ~ var('ods_schema') ~ ': ' ~ missing | join(', ') ~ '; so ' ~ empty | join(', ')
            ~ ' and all that is made of them alone have no rows; load these tables to switch that on', info=true
        ) -%}
    {%- endif -%}
{%- endmacro %}
