{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#-
  A view's text is kept in the metastore, with the salt's place in it, and a view hashes at each look. So a staging model with private
  columns must be a table where these are hashed.
-#}
{% macro refuse_private_view(columns) -%}
    {%- if hashes_private_values() and columns | selectattr('private') | list and config.get('materialized') == 'view' -%}
        {{ exceptions.raise_compiler_error(
            model.name ~ ' is a view with private columns, and hash_consumer_ids is on; set materialized: table for it'
        ) }}
    {%- endif -%}
{%- endmacro %}
