{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#-
  Rejected rows counted by raw table, reason and column, each with an example: the smallest value that can be shown. What names a person is
  no example: logs and pages that show it would outlive its erasure.
-#}
{% macro reject_reasons(rejects) -%}
    select
        source_table,
        reject_reason,
        reject_column,
        count(*) as rejected_count,
        min(case when {{ names_nobody('reject_column') }} then {{ shown_value('reject_value') }} end) as example_value

    from {{ rejects }}

    group by source_table, reject_reason, reject_column
{%- endmacro %}
