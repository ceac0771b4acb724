{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#- The models that are published, as a dict of nodes by their unique id. -#}
{% macro released_models() -%}
    {%- set models = {} -%}
    {%- for node in graph.nodes.values() if node.resource_type == 'model' and node.config.materialized == 'released_table' -%}
        {%- do models.update({node.unique_id: node}) -%}
    {%- endfor -%}
    {{ return(models) }}
{%- endmacro %}
