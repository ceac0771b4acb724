{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#-
  The compiled query with its conditions (changed_days, changed_rows, changed_lookup) filled in for the days that this run
  writes. Days are literals, so that Spark opens no other partition. Rows are found by key, unless the days have
  so many that their keys would not fit into a broadcast (var incremental_lookup_rows): then everything is read.
-#}
{% macro by_day_narrowed(code, settings, plan) -%}
    {%- set days = date_literals(plan.fingerprints) -%}
    {%- set query = {'text': modules.re.sub('true /[*] by_day: days ([^*]+) [*]/', '\\1 in (' ~ days ~ ')', code)} -%}
    {%- if plan.input_rows <= incremental_lookup_rows() -%}
        {%- for staged in settings.rows -%}
            {%- do query.update({'text': query.text
                | replace(changed_rows(staged), rows_of_changed_days(ref(staged), settings, days))}) -%}
        {%- endfor -%}
        {%- for name, lookup in settings.lookups.items() if changed_lookup(name) in code -%}
            {%- do query.update({'text': query.text
                | replace(changed_lookup(name), days_of_lookup(lookup, settings, days))}) -%}
        {%- endfor -%}
    {%- endif -%}
    {{ return(query.text) }}
{%- endmacro %}
