{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#-
  A table partitioned by day (dt) that a run rewrites only where what a day is made from has changed. Each partition
  carries a hash of all that decides its rows (partition_fingerprint); docs/adr/0009 has the reasons. The model's SQL is the
  full query, so dbt compiles the same text every night; the conditions that narrow it to changed days are filled in here.
  Three steps: compare fingerprints (reads only), write the days that differ, delete the days that have become empty.
  Killed anywhere, a run leaves a fingerprint that differs, and the next one comes back to that day.
-#}
{% materialization by_day, adapter='spark' -%}
    {%- set settings = by_day_settings() -%}
    {{ run_hooks(pre_hooks) }}
    {%- if config.get('contract').enforced -%}
        {%- do get_assert_columns_equivalent(by_day_rows(compiled_code, {})) -%}
    {%- endif -%}

    {%- set stored = by_day_stored() -%}
    {%- set plan = by_day_plan(settings, by_day_rules(compiled_code, settings), stored) -%}
    {%- set changes = plan.is_full or plan.reasons -%}
    {%- if settings.files and changes -%}
        {%- do drop_by_day_helper(this, 'repeated_keys') -%}
    {%- endif -%}

    {%- if plan.is_full -%}
        {%- set query = by_day_source_query(compiled_code, settings) -%}
        {%- do table_format('replace_table')(this, by_day_rows(query, plan.fingerprints)) -%}
    {%- elif plan.fingerprints -%}
        {%- if settings.undated -%}
            {#- its fingerprint is always the same, and so cannot tell that it was not written because it has become empty -#}
            {%- do table_format('delete_days')(this, [no_date()[6:-1]]) -%}
        {%- endif -%}
        {%- set query = by_day_source_query(by_day_narrowed(compiled_code, settings, plan), settings) -%}
        {%- do table_format('overwrite_days')(this, by_day_rows(query, plan.fingerprints)) -%}
    {%- endif -%}

    {%- do settle_empty_days(plan) -%}
    {%- if settings.files -%}
        {%- do repeated_keys_helper(this, is_dropped=changes) -%}
    {%- endif -%}
    {{ run_hooks(post_hooks) }}
    {%- do report_by_day(plan) -%}
    {{ return({'relations': [this]}) }}
{%- endmaterialization %}
