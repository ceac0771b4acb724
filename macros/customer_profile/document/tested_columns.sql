{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#-
  The columns of a model that a test names: one of its YAML in what it is given, or one of a file that reads the model in its text. None
  while dbt parses.
-#}
{% macro tested_columns(model_name) -%}
    {%- set columns = [] -%}
    {%- if execute -%}
        {%- set model_id = 'model.' ~ project_name ~ '.' ~ model_name -%}
        {%- set texts = [] -%}
        {%- for node in graph.nodes.values() if node.resource_type == 'test' and model_id in node.depends_on.nodes -%}
            {%- if not node.test_metadata -%}
                {%- do texts.append(node.raw_code) -%}
            {%- elif node.attached_node == model_id -%}
                {%- do texts.append(tojson(node.test_metadata.kwargs)) -%}
            {%- endif -%}
        {%- endfor -%}
        {%- for column in graph.nodes[model_id].columns if modules.re.search('\\b' ~ column ~ '\\b', texts | join(' ')) -%}
            {%- do columns.append(column) -%}
        {%- endfor -%}
    {%- endif -%}
    {{ return(columns) }}
{%- endmacro %}
