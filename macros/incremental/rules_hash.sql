{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#-
  The code that decides the rows of a partition, as one hash: the text of the models and of what their macros render. It
  is part of every fingerprint, so that the first run after an upgrade writes everything anew.
-#}
{% macro rules_hash(models, texts=[]) -%}
    {%- if not execute -%}
        {{ return('') }}
    {%- endif -%}
    {%- set codes = [] -%}
    {%- for name in models -%}
        {%- do codes.append(graph.nodes['model.' ~ project_name ~ '.' ~ name].raw_code) -%}
    {%- endfor -%}
    {{ return(local_md5((codes + texts) | join('\n'))) }}
{%- endmacro %}
