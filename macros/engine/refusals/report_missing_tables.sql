{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#-
  After a run (on-run-end): one sentence that names the optional raw tables which are not there, one for the raw tables which are there and
  hold nothing, each with the models that have no rows for that. Only tables whose staging this run has written are told of.
-#}
{% macro report_missing_tables(results) -%}
    {%- if not execute or flags.WHICH not in ['build', 'run'] -%}
        {{ return('') }}
    {%- endif -%}
    {%- set written = written_models(results) -%}
    {%- set missing, there = [], [] -%}
    {%- for area in areas() if var(area ~ '_ods') == 'source' -%}
        {%- for table in area_tables(area) if table.staging in written -%}
            {%- do (missing if ods_is_missing(table) else there).append(table) -%}
        {%- endfor -%}
    {%- endfor -%}
    {%- set empty = tables_without_rows(there) -%}
    {%- if missing -%}
        {%- do log(
            'optional and not in ' ~ var('ods_schema') ~ ': ' ~ missing | join(', ', attribute='ods') ~ '; so '
            ~ missing | join(', ', attribute='dwd') ~ ' and all that is made of them alone have no rows; load these tables to switch that on',
            info=true
        ) -%}
    {%- endif -%}
    {%- if empty -%}
        {%- do log(
            'without a row in ' ~ var('ods_schema') ~ ': ' ~ empty | join(', ', attribute='ods') ~ '; so '
            ~ empty | join(', ', attribute='dwd') ~ ' and all that is made of them alone have no rows either', info=true
        ) -%}
    {%- endif -%}
{%- endmacro %}
