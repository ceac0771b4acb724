{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#- Takes the dates that fulfil a condition out of a dated table. -#}
{% macro drop_dates(stored, dates) -%}
    {%- set partitions = [] -%}
    {%- for row in run_query('select stored.as_of_date from ' ~ stored ~ ' as stored where ' ~ dates ~ ' group by stored.as_of_date').rows -%}
        {%- do partitions.append("partition (as_of_date = '" ~ row[0] ~ "')") -%}
    {%- endfor -%}
    {%- if partitions -%}
        {%- do run_query('alter table ' ~ stored ~ ' drop if exists ' ~ partitions | join(', ')) -%}
    {%- endif -%}
{%- endmacro %}
