{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#- Whether a dated table holds one of the dates, or a customer who asked to be erased: most nights none, and nothing is kept. -#}
{% macro has_rows_to_keep(stored, erasures, dates) -%}
    {%- if run_query('select 1 from ' ~ stored ~ ' as stored where ' ~ dates ~ ' limit 1').rows -%}
        {{ return(true) }}
    {%- endif -%}
    {%- if 'customer_id' not in model.columns -%}
        {{ return(false) }}
    {%- endif -%}
    {{ return(run_query(
        'select 1 from ' ~ stored ~ ' as stored left semi join ' ~ erasures
        ~ ' as erased on stored.customer_id = erased.customer_id limit 1'
    ).rows | length > 0) }}
{%- endmacro %}
