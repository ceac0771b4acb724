{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#-
  The columns of a raw table as its area lists them: name in ODS → what staging must know, as words. The first word is the type
  (string, int, decimal(p,s) or timestamp); then, where it applies,
    required  must have a value; a column of the key must, unless it is
    nullable  (may be empty)
    signed    may be negative
    verbatim  keeps its outer blanks
    private   names a person
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
        {%- do columns.append({
            'name': name, 'source': source, 'type': words[0], 'key': name in table.key,
            'required': 'required' in words or (name in table.key and 'nullable' not in words),
            'signed': 'signed' in words, 'verbatim': 'verbatim' in words, 'private': 'private' in words,
        }) -%}
    {%- endfor -%}
    {{ return(columns) }}
{%- endmacro %}
