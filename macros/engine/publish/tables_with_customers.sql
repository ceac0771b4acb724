{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#-
  The released tables, by their names, that an erasure can change: those that are made of the list of erasures, through however many models.
-#}
{% macro tables_with_customers() -%}
    {%- set list = 'model.' ~ project_name ~ '.' ~ (erasure_list() or {}).table -%}
    {%- set tables = [] -%}
    {%- for model in released_models().values() if list in graph.nodes -%}
        {%- set seen, waiting = {model.unique_id: true}, [model.unique_id] -%}
        {%- for _ in graph.nodes -%}
            {%- if waiting -%}
                {%- set node = graph.nodes.get(waiting.pop()) -%}
                {%- for parent in (node.depends_on.nodes if node else []) if parent not in seen -%}
                    {%- do seen.update({parent: true}) -%}
                    {%- do waiting.append(parent) -%}
                {%- endfor -%}
            {%- endif -%}
        {%- endfor -%}
        {%- do tables.append(model.alias) if list in seen -%}
    {%- endfor -%}
    {{ return(tables) }}
{%- endmacro %}
