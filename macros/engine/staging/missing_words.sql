{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#-
  Words that programs write where a value is missing, in small letters; staging and the loader read them as nothing, in every column.
  The first are of SQL, Hive, Python, R and spreadsheets.
-#}
{% macro missing_words() -%}
    {{ return([
        'null', '\\n', 'nan', 'none', 'na', 'n/a', '#n/a', 'nil', '(null)', '<null>', '<na>', 'nat', 'undefined', '-', '--', '无', '空'
    ]) }}
{%- endmacro %}
