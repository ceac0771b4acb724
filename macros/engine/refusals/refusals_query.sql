{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#-
  One row per raw table of which rows were refused: how many, of how many, the most frequent reason with its column and an example, and
  the table that has the rows. Staging has every raw row once, so that it tells how many there were.
-#}
{% macro refusals_query(tables) -%}
    with

    rejects as (
        {% for table in tables %}
        {{ rejects_of_table(table, relation_of_model(rejects_model(table))) }}
        {% if not loop.last %}
        union all
        {% endif %}
        {%- endfor %}
    ),

    reasons as (

        {{ reject_reasons('rejects') }}

    ),

    refused as (

        select
            source_table,
            sum(rejected_count) as rejected_count,
            max(struct(rejected_count, reject_reason, reject_column, example_value)) as top_reason

        from reasons

        group by source_table

    ),

    raw as (
        {% for table in tables %}
        select
            '{{ table.ods }}' as source_table,
            '{{ relation_of_model(rejects_model(table)) }}' as rejects_table,
            count(*) as raw_row_count

        from {{ relation_of_model(table.staging) }}
        {% if not loop.last %}
        union all
        {% endif %}
        {%- endfor %}
    )

    select
        refused.source_table,
        raw.rejects_table,
        raw.raw_row_count,
        refused.rejected_count,
        cast({{ rounded_ratio('100 * refused.rejected_count', 'raw.raw_row_count') }} as decimal(5, 2)) as rejected_share,
        refused.top_reason.rejected_count as top_count,
        {{ refusal_text('refused.top_reason.reject_reason', 'refused.top_reason.reject_column', 'refused.top_reason.example_value') }}
            as top_reason

    from refused

    inner join raw
        on refused.source_table = raw.source_table

    order by refused.source_table
{%- endmacro %}
