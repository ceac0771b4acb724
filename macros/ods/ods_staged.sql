{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#-
  The select list of every staging model: each column in its type, the whole raw record as JSON, and the row's first
  defect in column order. `columns` is a list of {name, type, key, required}; reads the CTE `source`.
-#}
{% macro ods_staged(columns) -%}
    {%- for column in columns %}
        {{ ods_value(column) }} as {{ column.name }},
    {%- endfor %}
        to_json(
            named_struct(
                {%- for column in columns %}
                '{{ column.name }}', cast({{ column.name }} as string){{ ',' if not loop.last }}
                {%- endfor %}
            ),
            map('ignoreNullFields', 'false')
        ) as raw_record,
        coalesce(
            {%- for column in columns if column.required or (column.key and not column.nullable) or column.type != 'string' %}
            {{ ods_defect(column) }}{{ ',' if not loop.last }}
            {%- endfor %}
        ) as defect
{%- endmacro %}
