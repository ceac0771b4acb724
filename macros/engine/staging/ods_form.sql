{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#- The pattern that a raw text must match before it is cast to a staging type. -#}
{% macro ods_form(type) -%}
    {%- if type == 'int' -%}
        '^[+-]?[0-9]{1,10}$'
    {%- elif type.startswith('decimal') -%}
        {%- set precision, scale = modules.re.findall('[0-9]+', type) | map('int') -%}
        '^[+-]?0*[0-9]{1,{{ precision - scale }}}([.][0-9]{1,{{ scale }}}0*)?$'
    {%- elif type == 'timestamp' -%}
        '^[0-9]{4}-[0-9]{2}-[0-9]{2}([ T][0-9]{2}:[0-9]{2}:[0-9]{2}([.][0-9]{1,6})?(Z|[+-][0-9]{2}:[0-9]{2})?)?$'
    {%- elif type == 'boolean' -%}
        '(?i)^(true|false|yes|no|[tfyn10是否])$'
    {%- else -%}
        {{ exceptions.raise_compiler_error("no ODS form is known for the type '" ~ type ~ "'") }}
    {%- endif -%}
{%- endmacro %}
