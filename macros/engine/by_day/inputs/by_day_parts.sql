{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#- The names of the parts of a fingerprint, in order, one per kind of input: what a rewrite gives as its reason. -#}
{% macro by_day_parts(settings) -%}
    {%- set parts = [] -%}
    {%- if settings.files -%}
        {%- do parts.append('files') -%}
        {%- do parts.append('salt') if hashed_columns(listed_columns(settings.files)) -%}
    {%- endif -%}
    {%- do parts.extend(['rows', 'same_key']) if settings.rows -%}
    {%- do parts.append('together') if settings.together -%}
    {%- do parts.extend(settings.lookups) -%}
    {%- do parts.extend(settings.days_of) -%}
    {%- do parts.extend(settings.parents) -%}
    {{ return(parts) }}
{%- endmacro %}
