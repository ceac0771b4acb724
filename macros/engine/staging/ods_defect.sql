{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#- What is wrong with one value, as struct<reason, column_name, column_value>; null when nothing is. -#}
{% macro ods_defect(column) -%}
    {%- set value = column.name ~ '_value' -%}
    case
        {%- if column.required %}
        when {{ column.name }} is null
            then {{ ods_defect_struct('missing_key' if column.key else 'missing_value', column) }}
        {%- endif %}
        {%- if column.type != 'string' %}
        when {{ column.name }} is not null and {{ value }} is null
            then {{ ods_defect_struct('unparseable_value', column) }}
        {%- endif %}
        {%- if column.type == 'timestamp' %}
        when
            {{ value }} < {{ time_literal(var('ods_min_time'), 'ods_min_time') }}
            or {{ value }} >= {{ time_literal(var('ods_max_time'), 'ods_max_time') }}
            then {{ ods_defect_struct('time_out_of_range', column) }}
        {%- elif column.type not in ['string', 'boolean'] and not column.signed %}
        when {{ value }} < 0
            then {{ ods_defect_struct('negative_amount', column) }}
        {%- endif %}
        {%- for sign, bound in [('<', column.min), ('>', column.max)] if bound %}
        when {{ value }} {{ sign }} {{ bound }}
            then {{ ods_defect_struct('out_of_range', column) }}
        {%- endfor %}
    end
{%- endmacro %}
