{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#- The staged rows that refer to a row which is there, each on its own day; `column` is what its table calls `by`. -#}
{% macro by_day_parents(name, parent, parts) %}
        select
            staged.raw_day as dt,
            0 as input_rows,
            {{- by_day_hashes(parts, {name: 'staged.row_hash'}) }}
        from {{ ref(parent.rows) }} as staged
        left semi join {{ ref(parent.table) }} as parent
            on staged.{{ parent.by }} = parent.{{ parent.column }}
{%- endmacro %}
