{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#- Whether a version of a customer was the valid one at a moment: from its first microsecond, up to the next version's. Null = open. -#}
{% macro is_valid_at(moment, versions=none) -%}
    {%- set version = versions ~ '.' if versions else '' -%}
    ({{ version }}valid_from is null or {{ version }}valid_from <= {{ moment }})
            and ({{ version }}valid_to is null or {{ version }}valid_to > {{ moment }})
{%- endmacro %}
