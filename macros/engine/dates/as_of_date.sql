{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#- The day that every metric takes for today: the var as_of_date, else the environment's AS_OF_DATE, else the sample's last day. -#}
{% macro as_of_date() -%}
    {{ date_literal(var('as_of_date', none) or env_var('AS_OF_DATE', '') | trim or var('sample_as_of_date'), 'as_of_date') }}
{%- endmacro %}
