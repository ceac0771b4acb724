{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#- How customers are scored: the var rfm_method, checked. -#}
{% macro rfm_method() -%}
    {%- set methods = ['computed', 'rfm_package', 'fixed'] -%}
    {%- if var('rfm_method') not in methods -%}
        {{ refuse_setting(
            "rfm_method is '" ~ var('rfm_method') ~ "'; choose one of " ~ methods | join(', ')
        ) }}
    {%- endif -%}
    {{- var('rfm_method') -}}
{%- endmacro %}
