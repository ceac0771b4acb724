{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#-
  The condition by which a data test stops with a sentence of its own (`problem`, a text, null = all is well), where dbt itself would only
  count rows. It is a condition because dbt reads nothing but the number of rows, so that nothing else is computed for certain.
-#}
{% macro raises(problem) -%}
    case when {{ problem }} is not null then cast(raise_error({{ problem }}) as boolean) else false end
{%- endmacro %}
