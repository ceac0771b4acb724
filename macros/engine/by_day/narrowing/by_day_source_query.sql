{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#-
  A compiled query as Spark runs it best: keys that come more than once are read from the helper table that lists them, and raw
  tables that are no files to Spark (views, JDBC, other formats) have no day of arrival: their rows are one partition.
-#}
{% macro by_day_source_query(code, settings) -%}
    {%- set query = {'text': code} -%}
    {%- for staged in settings.rows + settings.lookups.values() | map(attribute='table') | list if repeated_keys(ref(staged)) in code -%}
        {%- do query.update({'text': query.text
            | replace(repeated_keys(ref(staged)), 'select key_hash from ' ~ repeated_keys_helper(ref(staged)))}) -%}
    {%- endfor -%}
    {%- if settings.files and not is_read_as_files(by_day_source()) -%}
        {%- do query.update({'text': query.text | replace(arrived_files().day, no_date())}) -%}
    {%- endif -%}
    {{ return(query.text) }}
{%- endmacro %}
