{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#- All that some nodes are made of, through however many models: unique ids, the nodes themselves included. None while dbt parses. -#}
{% macro ancestors(unique_ids) -%}
    {%- set seen, waiting = {}, [] -%}
    {%- for unique_id in unique_ids if execute and unique_id in graph.nodes -%}
        {%- do seen.update({unique_id: true}) -%}
        {%- do waiting.append(unique_id) -%}
    {%- endfor -%}
    {%- for _ in graph.nodes -%}
        {%- if waiting -%}
            {%- set node = graph.nodes.get(waiting.pop()) -%}
            {%- for parent in (node.depends_on.nodes if node else []) if parent not in seen -%}
                {%- do seen.update({parent: true}) -%}
                {%- do waiting.append(parent) -%}
            {%- endfor -%}
        {%- endif -%}
    {%- endfor -%}
    {{ return(seen.keys() | list) }}
{%- endmacro %}
