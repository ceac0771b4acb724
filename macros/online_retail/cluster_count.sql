{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#- The number of clusters that the var asks for, 1 to the largest that is tried; null = the elbow decides. -#}
{% macro cluster_count() -%}
    {%- set k = var('online_retail_cluster_count') -%}
    {%- set largest = whole_number_setting('online_retail_max_cluster_count') -%}
    {%- if k is none -%}
        cast(null as int)
    {%- elif k is integer and 1 <= k <= largest -%}
        {{ k }}
    {%- else -%}
        {{ exceptions.raise_compiler_error(
            "online_retail_cluster_count is '" ~ k ~ "'; give a whole number from 1 to " ~ largest ~ ", or null for the elbow's choice"
        ) }}
    {%- endif -%}
{%- endmacro %}
