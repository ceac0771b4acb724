{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#- The number of clusters that the var `chosen` asks for, 1 to the var `largest`; null = the elbow decides. -#}
{% macro cluster_count(chosen, largest) -%}
    {%- set k = var(chosen) -%}
    {%- set largest_k = whole_number_setting(largest) -%}
    {%- if k is none -%}
        cast(null as int)
    {%- elif k is integer and 1 <= k <= largest_k -%}
        {{ k }}
    {%- else -%}
        {{ exceptions.raise_compiler_error(
            chosen ~ " is '" ~ k ~ "'; give a whole number from 1 to " ~ largest_k ~ ", or null for the elbow's choice"
        ) }}
    {%- endif -%}
{%- endmacro %}
