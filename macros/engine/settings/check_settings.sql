{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#-
  Checks every var before any of them enters SQL, and stops dbt with one sentence if a value cannot be right. An on-run-start
  hook calls it, and dbt renders hooks with every command that reads the project. The areas check their own (check_areas). A test makes
  sure that each var of dbt_project.yml is checked.
-#}
{% macro check_settings() -%}
    {%- do refuse_jinja_in_vars() -%}
    {%- do check_area_tables() -%}
    {%- do schema_name_setting(target.schema, 'the schema of the profile (DBT_SCHEMA)') -%}
    {%- do schema_name_setting(var('ods_schema'), 'ods_schema') -%}
    {%- do date_literal(var('sample_as_of_date'), 'sample_as_of_date') -%}
    {%- for setting in ['backfill_from', 'backfill_to'] if var(setting) is not none -%}
        {%- do date_literal(var(setting), setting) -%}
    {%- endfor -%}
    {%- do as_of_date() -%}
    {%- for setting in ['ods_min_time', 'ods_max_time'] -%}
        {%- do time_literal(var(setting), setting) -%}
    {%- endfor -%}
    {%- for setting in ['max_reject_share', 'publish_min_share'] -%}
        {%- do number_literal(var(setting), setting) -%}
    {%- endfor -%}
    {%- if var('ods_min_time') | string < '1900-01-02' -%}
        {{ exceptions.raise_compiler_error(
            "ods_min_time is '" ~ var('ods_min_time') ~ "'; give 1900-01-02 00:00:00 or later: the day before stands for rows without a time"
        ) }}
    {%- endif -%}
    {%- do reload_days() -%}
    {%- do forced_days(false) -%}
    {%- do absent_tables() -%}
    {%- do incremental_lookup_rows() -%}
    {%- do hashes_private_values() -%}
    {%- for area in areas() -%}
        {%- do choice_setting(area ~ '_ods', ['seeds', 'source']) -%}
    {%- endfor -%}
    {%- do check_areas() -%}
{%- endmacro %}
