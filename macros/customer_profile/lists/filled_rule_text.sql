{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#- The words of a warning rule with its numbers in the place of their names; 30.00 is said as 30. `days` follows the days. -#}
{% macro filled_rule_text(text, rules, days='') -%}
    {%- set filled = namespace(text=rules ~ '.' ~ text) -%}
    {%- for number in ['window_days', 'minimum_base', 'threshold'] -%}
        {%- set plain = "trim(trailing '.' from trim(trailing '0' from cast(cast(" ~ rules ~ "." ~ number ~ " as decimal(12, 4)) as string)))" -%}
        {%- set said = "concat(" ~ plain ~ ", '" ~ days ~ "')" if days and number == 'window_days' else plain -%}
        {%- set filled.text = "replace(" ~ filled.text ~ ", '" ~ number ~ "', " ~ said ~ ")" -%}
    {%- endfor -%}
    {{ filled.text }}
{%- endmacro %}
