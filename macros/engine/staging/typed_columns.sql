{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#- The columns of a staging model in their types, as the warehouse may keep them. -#}
{% macro typed_columns(columns) -%}
    {%- for column in columns %}
        {%- if column.type == 'timestamp' %}
        {{ ods_time_in_range(column.name ~ '_value') }} as {{ column.name }},
        {%- elif column.private or column.secret %}
        {{ kept_value(column, column.name) }} as {{ column.name }},
        {%- else %}
        {{ column.name ~ ('_value as ' ~ column.name if column.type != 'string') }},
        {%- endif %}
    {%- endfor %}
{%- endmacro %}
