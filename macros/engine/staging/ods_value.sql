{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#-
  A trimmed text in its staging type, null when its form is wrong. The form is checked before the cast, because try_cast
  alone accepts full-width digits, `12f`, `NaN`, half dates and more decimals than the type holds.
-#}
{% macro ods_value(column) -%}
    case when {{ column.name }} rlike {{ ods_form(column.type) }} then try_cast({{ column.name }} as {{ column.type }}) end
{%- endmacro %}
