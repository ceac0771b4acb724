{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#-
  A raw ODS value in its staging type, null when its form is wrong. The form is checked before the cast, because
  try_cast alone accepts full-width digits, `12f`, `NaN`, half dates and more decimals than the type holds.
-#}
{% macro ods_value(column) -%}
    {%- set text = ods_text(column.name) -%}
    {%- if column.type == 'string' -%}
        {{ text }}
    {%- else -%}
        case when {{ text }} rlike {{ ods_form(column.type) }} then try_cast({{ text }} as {{ column.type }}) end
    {%- endif -%}
{%- endmacro %}
