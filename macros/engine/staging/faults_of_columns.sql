{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#- What the words of a raw table's columns say that cannot be (see ods_columns), as sentences. -#}
{% macro faults_of_columns(table) -%}
    {%- set words = ['required', 'nullable', 'optional', 'signed', 'verbatim', 'private', 'secret', 'id'] -%}
    {%- set faults = [] -%}
    {%- for column in ods_columns(dict(table, key=table.key | default([]))) -%}
        {%- set said = table.columns[column.source].split(' ')[1:] -%}
        {%- set is_number = column.type == 'int' or column.type.startswith('decimal(') -%}
        {%- set wrong = [] -%}
        {%- if not is_number and column.type not in ['string', 'timestamp', 'boolean'] -%}
            {%- do wrong.append("is of the type '" ~ column.type ~ "'; types are string, int, decimal(p,s), timestamp, boolean") -%}
        {%- endif -%}
        {%- for word in said if not (word in words or word[:5] in ['also:', 'unit:'] or word[:4] in ['min:', 'max:']
            or word[:3] == 'as:' and word == said[-1]) -%}
            {%- do wrong.append("is '" ~ word ~ "'; a column's words are " ~ words | join(', ')
                ~ ", min:n, max:n, also:names, unit:names, and at the end as:name") -%}
        {%- endfor -%}
        {%- for word in said if word == 'signed' or word[:4] in ['min:', 'max:'] -%}
            {%- if not is_number -%}
                {%- do wrong.append('is ' ~ word ~ ', and ' ~ column.type ~ '; only numbers can be') -%}
            {%- elif word != 'signed' and not modules.re.match('^-?[0-9]{1,18}([.][0-9]{1,18})?$', word[4:]) -%}
                {%- do wrong.append("is '" ~ word ~ "'; give a number, as in min:1 or max:0.5") -%}
            {%- elif word[4:5] == '-' and not column.signed -%}
                {%- do wrong.append('is ' ~ word ~ ', and not signed; what is below 0 is rejected before') -%}
            {%- endif -%}
        {%- endfor -%}
        {%- if column.min and column.max and column.min | float > column.max | float -%}
            {%- do wrong.append('is min:' ~ column.min ~ ' and max:' ~ column.max ~ '; swap them') -%}
        {%- endif -%}
        {%- if column.optional and (column.required or column.key) -%}
            {%- do wrong.append('is optional, and required or of the key; every row must have it') -%}
        {%- endif -%}
        {%- if column.secret and column.private -%}
            {%- do wrong.append('is secret and private; secret is always hashed, private where hash_consumer_ids says so') -%}
        {%- endif -%}
        {%- if (column.secret or column.private) and column.type != 'string' -%}
            {%- do wrong.append('is secret or private, and ' ~ column.type ~ '; a hash is a string') -%}
        {%- endif -%}
        {%- for fault in wrong -%}
            {%- do faults.append(column.source ~ ' ' ~ fault) -%}
        {%- endfor -%}
    {%- endfor -%}
    {{ return(faults) }}
{%- endmacro %}
