{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#-
  The salt, which dbt never sees: Spark takes it from the environment of its driver when it reads the query, so that it
  is in no compiled file and no log. Spark leaves the text alone where the variable is not set; then the query stops.
-#}
{% macro private_salt() -%}
    case
            when '${env:DBT_ENV_SECRET_CONSUMER_SALT}' rlike '^[A-Za-z0-9_-]{16,}$' then '${env:DBT_ENV_SECRET_CONSUMER_SALT}'
            else raise_error(
                'hash_consumer_ids is on, but Spark has no usable salt: set DBT_ENV_SECRET_CONSUMER_SALT, 16 or more letters, '
                || 'digits, _ or -, in the environment that the Spark driver starts in'
            )
        end
{%- endmacro %}
