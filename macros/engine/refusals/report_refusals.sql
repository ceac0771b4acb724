{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#-
  After a run (on-run-end): one line per raw table of which rows were refused. Only tables whose rejected rows this run has written are
  told of: what another run left would be of other data.
-#}
{% macro report_refusals(results) -%}
    {%- if not execute or flags.WHICH not in ['build', 'run'] -%}
        {{ return('') }}
    {%- endif -%}
    {%- set written = written_models(results) -%}
    {%- set tables = [] -%}
    {%- for area in areas() -%}
        {%- for table in area_tables(area) if rejects_model(table) in written -%}
            {%- do tables.append(table) -%}
        {%- endfor -%}
    {%- endfor -%}
    {%- if not tables -%}
        {{ return('') }}
    {%- endif -%}
    {%- for row in run_query(refusals_query(tables)) -%}
        {%- do log(
            row['source_table'] ~ ': ' ~ row['rejected_count'] ~ ' of ' ~ row['raw_row_count'] ~ ' rows refused ('
            ~ row['rejected_share'] ~ ' %), most often (' ~ row['top_count'] ~ ') ' ~ row['top_reason']
            ~ '; see ' ~ row['rejects_table'], info=true
        ) -%}
    {%- endfor -%}
{%- endmacro %}
