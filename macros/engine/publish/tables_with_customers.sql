{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#- The released tables, by their names, that an erasure can change: those that are made of the list of erasures. -#}
{% macro tables_with_customers() -%}
    {%- set list = 'model.' ~ project_name ~ '.' ~ (erasure_list() or {}).table -%}
    {%- set tables = [] -%}
    {%- for model in released_models().values() if list in ancestors([model.unique_id]) -%}
        {%- do tables.append(model.alias) -%}
    {%- endfor -%}
    {{ return(tables) }}
{%- endmacro %}
