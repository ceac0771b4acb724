{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#- The partition of rows without a day: it is always there, also where no staged row belongs to it. -#}
{% macro by_day_without_date(parts) %}
        select
            {{ no_date() }} as dt,
            0 as input_rows,
            {{- by_day_hashes(parts, {}) }}
{%- endmacro %}
