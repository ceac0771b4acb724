{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#-
  How much one partition of an area's tables holds, `day` or `month` (var <area>_partition_grain). Where it is not said, an area has days;
  null = months on the sample, whose few rows would lie in a thousand files, and days on tables that are loaded.
-#}
{% macro partition_grain(area) -%}
    {%- set setting = area ~ '_partition_grain' -%}
    {%- if var(setting, 'day') is none -%}
        {{ return('month' if var(area ~ '_ods') == 'seeds' else 'day') }}
    {%- endif -%}
    {{ return(choice_setting(setting, ['day', 'month'], 'day')) }}
{%- endmacro %}
