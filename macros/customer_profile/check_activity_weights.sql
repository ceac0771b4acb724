{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#- Refuses weights of the activity index that do not sum to 1. They are compared in millionths, which is all that a setting can have. -#}
{% macro check_activity_weights() -%}
    {%- set weights = activity_inputs()[:3] | map(attribute='weight') | list -%}
    {%- set millionths = namespace(sum=0) -%}
    {%- for weight in weights -%}
        {%- set millionths.sum = millionths.sum + (weight | float * 1000000) | round | int -%}
    {%- endfor -%}
    {%- if millionths.sum != 1000000 -%}
        {{ exceptions.raise_compiler_error(
            'customer_profile_activity_login_weight, …_page_weight and …_contact_weight are ' ~ weights | join(', ')
            ~ '; give three shares that sum to 1, for example 0.4, 0.3 and 0.3'
        ) }}
    {%- endif -%}
{%- endmacro %}
