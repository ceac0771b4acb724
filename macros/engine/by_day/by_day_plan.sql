{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#-
  Which days a run rewrites, and why: what the inputs say now against the fingerprints that are stored. Reads only. There are some
  thousand days at most, so they are compared here and not by a join in Spark.
    reasons        day → why it is written or deleted
    fingerprints   day → fingerprint, of the days that are written
    removed        stored days that have no inputs any more
    stored         day → fingerprint, of all stored days
    known_empty    day → fingerprint, of days that are known to give no rows
    day_count      of all days
    input_rows     raw rows of the days that are written
-#}
{% macro by_day_plan(settings, rules, stored) -%}
    {%- set parts = by_day_parts(settings) -%}
    {%- set stored_days = stored_fingerprints(stored) -%}
    {%- set empty_days = stored_fingerprints(load_relation(by_day_helper(this, 'empty_days')) if stored is not none else none) -%}
    {%- set days = {} -%}
    {%- for row in run_query(by_day_days(settings, parts, rules)) -%}
        {%- do days.update({row['dt']: row}) -%}
    {%- endfor -%}

    {%- set plan = {'reasons': {}, 'fingerprints': {}, 'removed': [], 'stored': stored_days, 'known_empty': {}} -%}
    {%- set input_rows = [0] -%}
    {%- for day in (days | list + stored_days | list) | unique | sort -%}
        {%- if day not in days -%}
            {%- do plan.removed.append(day) -%}
            {%- do plan.reasons.update({day: 'removed'}) -%}
        {%- else -%}
            {%- set fingerprint = days[day]['partition_fingerprint'] -%}
            {%- do plan.known_empty.update({day: fingerprint}) if empty_days.get(day) == fingerprint -%}
            {%- set reason = rewrite_reason(day, fingerprint, plan, parts, settings.undated) -%}
            {%- if reason -%}
                {%- do plan.reasons.update({day: reason}) -%}
                {%- do plan.fingerprints.update({day: fingerprint}) -%}
                {%- do input_rows.append(days[day]['input_rows'] | int) -%}
            {%- endif -%}
        {%- endif -%}
    {%- endfor -%}
    {{ return(dict(plan, day_count=(days | list + plan.removed) | length, input_rows=input_rows | sum)) }}
{%- endmacro %}
