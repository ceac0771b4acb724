{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#- The columns that rfm_bounds gives a metric, r, f or m: the bound of score 2, of score 3, …; `bounds` is their relation, if any. -#}
{% macro rfm_bound_columns(metric, bounds=none) -%}
    {%- set columns = [] -%}
    {%- for score in range(2, rfm_bins() + 1) -%}
        {%- do columns.append((bounds ~ '.' if bounds else '') ~ metric ~ '_' ~ score) -%}
    {%- endfor -%}
    {{ return(columns) }}
{%- endmacro %}
