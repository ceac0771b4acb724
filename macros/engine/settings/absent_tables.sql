{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#- The raw tables that a shop does not have (`absent_tables`), by name. What names no raw table stops dbt with one sentence. -#}
{% macro absent_tables() -%}
    {%- set names = var('absent_tables') -%}
    {%- set known = [] -%}
    {%- for area in areas() -%}
        {%- do known.extend(area_tables(area) | map(attribute='ods')) -%}
    {%- endfor -%}
    {%- if names is string or names is mapping or names is not sequence or names | reject('in', known) | list -%}
        {{ refuse_setting(
            "absent_tables is '" ~ names ~ "'; give a list of raw tables that your shop does not have, for example [ods_sku]; there are "
            ~ known | join(', ')
        ) }}
    {%- endif -%}
    {{ return(names) }}
{%- endmacro %}
