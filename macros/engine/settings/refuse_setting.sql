{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#-
  Stops dbt with one sentence about a setting. A model or test may read a var before check_settings does, so the sentence about Jinja in
  vars, which is the right one where there is any, comes first here too.
-#}
{% macro refuse_setting(sentence) -%}
    {%- do refuse_jinja_in_vars() -%}
    {{ exceptions.raise_compiler_error(sentence) }}
{%- endmacro %}
