{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#-
  The helper table beside a staging table: its keys that come more than once, each with one hash of all its versions. It is dropped
  before the staging table changes and made anew afterwards (`is_dropped`), or here by the first that misses it after a killed run.
  Whether it was dropped must be said: another model that looks into the schema for the first time at that moment puts what it saw
  back into dbt's cache.
-#}
{% macro repeated_keys_helper(staged, is_dropped=false) -%}
    {%- set helper = by_day_helper(staged, 'repeated_keys') -%}
    {%- if is_dropped or load_relation(helper) is none -%}
        {%- set query -%}
            select
                key_hash,
                {{ set_hash('row_hash') }} as versions
            from {{ staged }}
            group by key_hash
            having count(*) > 1
        {%- endset -%}
        {%- do create_by_day_helper(helper, query) -%}
    {%- endif -%}
    {{ return(helper) }}
{%- endmacro %}
