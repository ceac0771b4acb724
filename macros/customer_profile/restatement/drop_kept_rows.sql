{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#- After the ledger has compared the rows that keep_rows_before kept: drops them. -#}
{% macro drop_kept_rows() -%}
    {%- for name in dated_tables() -%}
        {%- set kept = kept_rows(ref(name)) -%}
        {%- if execute and load_relation(kept) is not none -%}
            {%- do adapter.drop_relation(kept) -%}
        {%- endif -%}
    {%- endfor -%}
{%- endmacro %}
