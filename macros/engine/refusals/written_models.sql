{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#- The names of the models that a run has written, of its results; what an on-run-end hook tells is of these only. -#}
{% macro written_models(results) -%}
    {%- set written = [] -%}
    {%- for result in results if result.node.resource_type == 'model' and result.status == 'success' -%}
        {%- do written.append(result.node.name) -%}
    {%- endfor -%}
    {{ return(written) }}
{%- endmacro %}
