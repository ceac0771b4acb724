{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#-
  `ref` for people who look at rows: of a model that is published it gives the published table, where dbt's own gives the newest
  build, tested or not. `make show` calls it under the name ref.
-#}
{% macro published_ref() -%}
    {%- set newest = ref(*varargs, **kwargs) -%}
    {%- if execute -%}
        {%- for model in released_models().values() if model.relation_name == newest | string -%}
            {{ return(published_relation(newest)) }}
        {%- endfor -%}
    {%- endif -%}
    {{ return(newest) }}
{%- endmacro %}
