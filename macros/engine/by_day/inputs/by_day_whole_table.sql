{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#- The rows of a staging model without days, as far as they can be rejected: they feed the partition of rows without a day. -#}
{% macro by_day_whole_table(staged, parts) %}
        select
            {{ no_date() }} as dt,
            0 as input_rows,
            {{- by_day_hashes(parts, {
                'whole': row_hash(['raw_record', 'reject_reason', 'reject_column', 'reject_value'])
            }) }}
        from {{ ref(staged) }}
{%- endmacro %}
