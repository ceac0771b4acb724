{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#-
  A trimmed text in its staging type, null when its form is wrong. The form is checked before the cast, because try_cast
  alone accepts full-width digits, `12f`, `NaN`, half dates and more decimals than the type holds. Spark knows all forms of a boolean but
  the Chinese ones.
-#}
{% macro ods_value(column) -%}
    {%- set text = "translate(" ~ column.name ~ ", '是否', '10')" if column.type == 'boolean' else column.name -%}
    case when {{ column.name }} rlike {{ ods_form(column.type) }} then try_cast({{ text }} as {{ column.type }}) end
{%- endmacro %}
