{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#-
  The salt, which dbt never sees: Spark takes it from the environment of its driver when it reads the query, so that it
  is in no compiled file and no log. Spark leaves the text alone where the variable is not set; then the query stops. Secret
  columns are hashed without hash_consumer_ids too; where that is off and the variable is not set, they have a salt that everybody knows,
  so that a fresh clone builds.
-#}
{% macro private_salt() -%}
    {%- set salt, is_needed = "'${env:DBT_ENV_SECRET_CONSUMER_SALT}'", hashes_private_values() -%}
    {%- set needed_for = 'hash_consumer_ids is on' if is_needed else 'secret columns are hashed' -%}
    case
            when {{ salt }} rlike '^[A-Za-z0-9_-]{16,}$' then {{ salt }}
            {%- if not is_needed %}
            when {{ salt }} = '' or {{ salt }} like '$%' then 'unsalted'
            {%- endif %}
            else raise_error(
                '{{ needed_for }}, but Spark has no usable salt: set DBT_ENV_SECRET_CONSUMER_SALT, 16 or more letters, '
                || 'digits, _ or -, in the environment that the Spark driver starts in'
            )
        end
{%- endmacro %}
