{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#-
  The days that this run of an incremental model rewrites, as {days: date literals, input_rows}; none = all, the full build.
  Asked while the model is compiled, so that partitions and files of other days are never opened.
-#}
{% macro rewritten_days(plan) -%}
    {%- if not execute or not is_incremental() -%}
        {{ return(none) }}
    {%- endif -%}
    {%- do refuse_old_parents(['_plan']) -%}
    {%- set planned = run_query(
        'select cast(dt as string) as dt, cast(coalesce(input_rows, 0) as string) as input_rows from ' ~ plan
        ~ " where rewrite_reason is not null and table_name = '" ~ this.identifier ~ "' order by dt"
    ) -%}
    {%- set input_rows = planned.columns['input_rows'].values() | map('int') | sum -%}
    {{ return({'days': date_literals(planned), 'input_rows': input_rows}) }}
{%- endmacro %}
