{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#- Takes days out of a table. -#}
{% macro parquet__delete_days(relation, days) -%}
    {%- set partitions = [] -%}
    {%- for day in days -%}
        {%- do partitions.append("partition (dt = '" ~ day ~ "')") -%}
    {%- endfor -%}
    {%- do run_query('alter table ' ~ relation ~ ' drop if exists ' ~ partitions | join(', ')) -%}
{%- endmacro %}
