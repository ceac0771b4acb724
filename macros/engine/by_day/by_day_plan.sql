{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#-
  Which days a run rewrites, and why: what the inputs say now against the fingerprints that are stored. Reads only. There are some
  thousand days at most, so they are compared here and not by a join in Spark.
    is_full        whether the table is built anew: nothing is stored, or a day by other rules
    reasons        day → why it is written or deleted
    fingerprints   day → fingerprint, of the days that are written; of all days with inputs in a full build
    removed        stored days that have no inputs any more
    stored         day → fingerprint, of all stored days; none where a partition holds rows of two runs
    known_empty    day → fingerprint, of days that are known to give no rows
    day_count      of all days
    input_rows     raw rows of the days that are written
-#}
{% macro by_day_plan(settings, rules, stored) -%}
    {%- set parts = by_day_parts(settings) -%}
    {%- set stored_days = stored_fingerprints(stored, arrived_files().first_row) -%}
    {%- set empty_days = stored_fingerprints(load_relation(by_day_helper(this, 'empty_days')) if stored is not none else none) -%}
    {%- set forced = forced_days(settings.undated, partition_grain(model.fqn[2])) -%}
    {%- set plan = {'reasons': {}, 'fingerprints': {}, 'removed': [], 'stored': stored_days, 'known_empty': {}} -%}
    {%- set now = {} -%}
    {%- set input_rows = [0] -%}
    {%- for row in run_query(by_day_days(settings, parts, rules)) -%}
        {%- set day, fingerprint = row['dt'], row['partition_fingerprint'] -%}
        {%- do now.update({day: fingerprint}) -%}
        {%- do plan.known_empty.update({day: fingerprint}) if empty_days.get(day) == fingerprint -%}
        {%- set reason = rewrite_reason(day, fingerprint, plan, parts, forced) -%}
        {%- if reason -%}
            {%- do plan.reasons.update({day: reason}) -%}
            {%- do plan.fingerprints.update({day: fingerprint}) -%}
            {%- do input_rows.append(row['input_rows'] | int) -%}
        {%- endif -%}
    {%- endfor -%}

    {%- set other_rules = [] -%}
    {%- for day, fingerprint in stored_days.items() -%}
        {%- if day not in now -%}
            {%- do plan.removed.append(day) -%}
            {%- do plan.reasons.update({day: 'removed'}) -%}
        {%- endif -%}
        {%- do other_rules.append(day) if fingerprint is not none and fingerprint.split('-')[0] != rules -%}
    {%- endfor -%}
    {%- set is_full = stored is none or other_rules | length > 0 -%}
    {{ return(dict(
        plan,
        is_full=is_full,
        fingerprints=now if is_full else plan.fingerprints,
        day_count=now | length + plan.removed | length,
        input_rows=input_rows | sum,
    )) }}
{%- endmacro %}
