{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#-
  A view's text is kept in the metastore, with the salt's place in it, and a view hashes at each look. So a staging model with columns
  that are hashed must be a table.
-#}
{% macro refuse_private_view(columns) -%}
    {%- set hashed = hashed_columns(columns) -%}
    {%- if hashed and config.get('materialized') == 'view' -%}
        {%- set secret = hashed | selectattr('secret') | map(attribute='name') | join(', ') -%}
        {{ exceptions.raise_compiler_error(
            model.name ~ ' is a view with ' ~ ('secret columns, which are always hashed (' ~ secret ~ ')' if secret
            else 'private columns, and hash_consumer_ids is on') ~ '; set materialized: table for it'
        ) }}
    {%- endif -%}
{%- endmacro %}
