{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#- Whether a date is one that this run rewrites (see rewritten_days). -#}
{% macro in_days(date, rewritten) -%}
    {%- if rewritten is none -%}
        true
    {%- elif rewritten.days -%}
        {{ date }} in ({{ rewritten.days | join(', ') }})
    {%- else -%}
        false
    {%- endif -%}
{%- endmacro %}
