{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#- Refuses weights that do not sum to 1. They are compared in millionths, which is all that a setting can have. -#}
{% macro check_weights(settings) -%}
    {%- set weights = [] -%}
    {%- set millionths = namespace(sum=0) -%}
    {%- for setting in settings -%}
        {%- do weights.append(share_setting(setting)) -%}
        {%- set millionths.sum = millionths.sum + (weights[-1] | float * 1000000) | round | int -%}
    {%- endfor -%}
    {%- if millionths.sum != 1000000 -%}
        {{ refuse_setting(
            settings | join(', ') ~ ' are ' ~ weights | join(', ') ~ '; give ' ~ settings | length ~ ' shares that sum to 1'
        ) }}
    {%- endif -%}
{%- endmacro %}
