{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#- Whether a staged row of a raw table names somebody who asked to be erased; behind the joins of erasure_joins. -#}
{% macro is_erased_row(table) -%}
    {%- for column in erasable_columns(table) -%}
        erased_{{ loop.index }}.{{ erasure_list().column }} is not null{{ ' or ' if not loop.last }}
    {%- else -%}
        false
    {%- endfor -%}
{%- endmacro %}
