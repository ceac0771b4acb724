{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#-
  The columns of a raw table as its area lists them: name in ODS → what staging must know, as words. The first word is the type
  (string, int, decimal(p,s), timestamp or boolean); then, where it applies,
    required  must have a value; a column of the key must, unless it is
    nullable  (may be empty)
    optional  may be absent, in ODS and in files, and is read as empty then
    signed    may be negative
    min:n     a number below n is rejected
    max:n     a number above n is rejected
    verbatim  keeps its outer blanks
    private   names a person: hashed where hash_consumer_ids says so
    secret    names a thing of a person that nobody has to read: always hashed
    id        identifies something, so that its digits count, and 80012.0 is 80012
    also:a,b  other names that files give it, for the loader; case, blanks and underscores do not count
    unit:a,b  units that may stand behind its numbers in files, for the loader
    as:name   has another name in staging, the last word
  Returned as a list of dicts with all of these, and `name`, `source` and `key`.
-#}
{% macro ods_columns(table) -%}
    {%- set columns = [] -%}
    {%- for source, words in table.columns.items() -%}
        {%- set words = words.split(' ') -%}
        {%- set renamed = words[-1] if words[-1].startswith('as:') else '' -%}
        {%- set name = renamed[3:] or source -%}
        {%- set bounds = {} -%}
        {%- for word in words if word[:4] in ['min:', 'max:'] -%}
            {%- do bounds.update({word[:3]: word[4:]}) -%}
        {%- endfor -%}
        {%- do columns.append({
            'name': name, 'source': source, 'type': words[0], 'key': name in table.key,
            'required': 'required' in words or (name in table.key and 'nullable' not in words),
            'optional': 'optional' in words, 'signed': 'signed' in words, 'min': bounds.get('min'), 'max': bounds.get('max'),
            'verbatim': 'verbatim' in words, 'private': 'private' in words, 'secret': 'secret' in words,
        }) -%}
    {%- endfor -%}
    {{ return(columns) }}
{%- endmacro %}
