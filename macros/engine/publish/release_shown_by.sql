{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#- The release schema whose table a view shows; an empty text where there is no such view. -#}
{% macro release_shown_by(view, schemas) -%}
    {%- if load_relation(view) is none -%}
        {{ return('') }}
    {%- endif -%}
    {%- set described = run_query('show table extended in ' ~ view.schema ~ " like '" ~ view.identifier ~ "'").rows -%}
    {{ return(modules.re.findall(schemas.published ~ '__r[0-9]+', described[0]['information']) | max | default('', true)) }}
{%- endmacro %}
