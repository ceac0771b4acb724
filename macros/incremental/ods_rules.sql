{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#- What staging does to any column, rendered for one column of each kind: it changes when a macro or a var of ODS does. -#}
{% macro ods_rules() -%}
    {%- set columns = [
        {'name': 'key_column', 'type': 'string', 'key': true},
        {'name': 'int_column', 'type': 'int', 'required': true},
        {'name': 'decimal_column', 'type': 'decimal(10,2)', 'required': true},
        {'name': 'time_column', 'type': 'timestamp', 'required': true},
    ] -%}
    {{ ods_texts(columns) }} {{ ods_values(columns) }} {{ ods_first_defect(columns) }}
    {{ ods_version_rank(columns, 'time_column') }} {{ ods_marked(columns, true) }}
    {{ ods_marked(columns, true, 'time_column') }} {{ version_rank('key_column', 'time_column') }}
{%- endmacro %}
