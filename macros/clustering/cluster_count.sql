{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#- The number of clusters that the var `chosen` asks for, 1 to `largest`; null = the elbow decides. -#}
{% macro cluster_count(chosen, largest) -%}
    {%- set k = var(chosen) -%}
    {%- if k is none -%}
        cast(null as int)
    {%- elif k is integer and 1 <= k <= largest -%}
        {{ k }}
    {%- else -%}
        {{ refuse_setting(
            chosen ~ " is '" ~ k ~ "'; give a whole number from 1 to " ~ largest ~ ", or null for the elbow's choice"
        ) }}
    {%- endif -%}
{%- endmacro %}
