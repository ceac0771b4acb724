{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#-
  Checks every var before any of them enters SQL, and stops dbt with one sentence if a value cannot be right. An on-run-start
  hook calls it, and dbt renders hooks with every command that reads the project. A test makes sure that each var of
  dbt_project.yml is checked.
-#}
{% macro check_settings() -%}
    {%- do refuse_jinja_in_vars() -%}
    {%- do schema_name_setting(target.schema, 'the schema of the profile (DBT_SCHEMA)') -%}
    {%- do schema_name_setting(var('ods_schema'), 'ods_schema') -%}
    {%- for setting in ['sample_as_of_date', 'online_retail_snapshot_date'] -%}
        {%- do date_literal(var(setting), setting) -%}
    {%- endfor -%}
    {%- for setting in ['backfill_from', 'backfill_to'] if var(setting) is not none -%}
        {%- do date_literal(var(setting), setting) -%}
    {%- endfor -%}
    {%- do as_of_date() -%}
    {%- for setting in ['ods_min_time', 'ods_max_time'] -%}
        {%- do time_literal(var(setting), setting) -%}
    {%- endfor -%}
    {%- for setting in ['use_rate_cap', 'max_reject_share', 'publish_min_share'] -%}
        {%- do number_literal(var(setting), setting) -%}
    {%- endfor -%}
    {%- for setting in [
        'never_redeemed_recency_days', 'rfm_window_days', 'rfm_bins', 'online_retail_super_order_lines',
        'online_retail_max_cluster_count', 'reload_days', 'incremental_lookup_rows'
    ] -%}
        {%- do whole_number_setting(setting) -%}
    {%- endfor -%}
    {%- do choice_setting('customer_service_promo_ods', ['seeds', 'source']) -%}
    {%- do choice_setting('online_retail_ods', ['seeds', 'source']) -%}
    {%- do choice_setting('shared_ods', ['seeds', 'source']) -%}
    {%- do choice_setting('rfm_engine', ['python', 'sql'], 'python') -%}
    {%- do hashes_private_values() -%}
    {%- do rfm_method() -%}
    {%- do rfm_level_settings() -%}
    {%- do price_band_bounds() -%}
    {%- do cluster_count('online_retail_cluster_count', 'online_retail_max_cluster_count') -%}
{%- endmacro %}
