{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#-
  Which days a run rewrites, and why: what the inputs say now against the fingerprints that are stored. Reads only.
    reasons        day → why it is written or deleted
    fingerprints   day → fingerprint, of the days that are written
    removed        stored days that have no inputs any more
    stored         all stored days
    known_empty    day → fingerprint, of days that are known to give no rows
    day_count      of all days
    input_rows     raw rows of the days that are written
-#}
{% macro by_day_plan(settings, rules, stored) -%}
    {%- set parts = by_day_parts(settings) -%}
    {%- set empty_days = load_relation(by_day_helper(this, 'empty_days')) if stored is not none -%}
    {%- set found = run_query(by_day_plan_query(settings, parts, rules, stored, empty_days)) -%}
    {%- set plan = {
        'reasons': {}, 'fingerprints': {}, 'removed': [], 'stored': [], 'known_empty': {}, 'day_count': found | length
    } -%}
    {%- set input_rows = [0] -%}
    {%- for row in found -%}
        {%- do plan.stored.append(row['dt']) if row['is_stored'] == 'yes' -%}
        {%- do plan.known_empty.update({row['dt']: row['partition_fingerprint']}) if row['is_known_empty'] == 'yes' -%}
        {%- do plan.reasons.update({row['dt']: row['rewrite_reason']}) if row['rewrite_reason'] -%}
        {%- if row['rewrite_reason'] == 'removed' -%}
            {%- do plan.removed.append(row['dt']) -%}
        {%- elif row['rewrite_reason'] -%}
            {%- do plan.fingerprints.update({row['dt']: row['partition_fingerprint']}) -%}
            {%- do input_rows.append(row['input_rows'] | int) -%}
        {%- endif -%}
    {%- endfor -%}
    {{ return(dict(plan, input_rows=input_rows | sum)) }}
{%- endmacro %}
