{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#-
  The source is not broken as a whole: it has rows (unless it may be empty, is optional or absent), and no more than the share `max_reject_share`
  of them was rejected. Says which of the two it is, and the most frequent reason with an example. The reject table may be one of
  those that this test keeps from being built, so the reason is taken from staging, which has every defect; rows of a fact that staging
  calls sound repeat a key, or what they refer to (`parent`) is not there.
-#}
{% test mostly_accepted(model, area, ods_table, may_be_empty=false) %}
{%- set share = number_literal(var('max_reject_share'), 'max_reject_share') %}
{%- set table = area_table(area, ods_table) %}

with

defective as (

    select
        '{{ ods_table }}' as source_table,
        reject_reason,
        reject_column,
        reject_value

    from {{ ref(table.staging) }}

    where reject_reason is not null

),

reasons as (

    {{ reject_reasons('defective') }}

),

refused as (

    select
        coalesce(sum(rejected_count), 0) as defect_count,
        max(struct(rejected_count, reject_reason, reject_column, example_value)) as top_reason

    from reasons

),

counted as (

    select
        (select count(*) from {{ ods(area, ods_table) }}) as ods_count,
        (select count(*) from {{ model }}{{ ' where reject_reason is null' if not table.key }}) as kept_count

),

explained as (

    select
        counted.ods_count,
        counted.kept_count,
        case
            {%- if table.is_fact %}
            when counted.ods_count - counted.kept_count - refused.defect_count > coalesce(refused.top_reason.rejected_count, 0)
                then concat(
                    counted.ods_count - counted.kept_count - refused.defect_count, ' have a {{ table.key[0] }} that others have (duplicate_key)'
                    {%- if table.parent %}, ' or a {{ table.parent.column }} that {{ table.parent.table }} does not have ({{ table.parent.reason }})'{% endif %}
                    {%- if table.parent.else %}, ' or {{ table.parent.else }}'{% endif %}
                )
            {%- endif %}
            when refused.defect_count > 0
                then concat(
                    refused.top_reason.rejected_count, ' have ',
                    {{ refusal_text('refused.top_reason.reject_reason', 'refused.top_reason.reject_column', 'refused.top_reason.example_value') }}
                )
        end as explanation

    from counted

    cross join refused

),

judged as (

    select
        ods_count,
        kept_count,
        case
            {%- if not (may_be_empty or table.is_optional or ods_table in absent_tables()) %}
            when ods_count = 0 then 'ODS table {{ ods_table }} is empty; load it anew, then run again, or name it in absent_tables if your shop has none'
            {%- endif %}
            when kept_count < ods_count * (1 - {{ share }})
                then concat(
                    'of the ', ods_count, ' rows of ODS table {{ ods_table }} only ', kept_count, ' were accepted: ',
                    coalesce(explanation, 'the others are missing'), '; correct them in the source and load it anew, or raise '
                    'max_reject_share ({{ share }}) if that is as it should be'
                )
        end as problem

    from explained

)

select * from judged
where {{ raises('problem') }}

{% endtest %}
