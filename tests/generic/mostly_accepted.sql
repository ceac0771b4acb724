{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#-
  The source is not broken as a whole: it has rows (unless it may be empty), and no more than the share `max_reject_share`
  of them was rejected. Says which of the two it is, where dbt itself only counts.
-#}
{% test mostly_accepted(model, area, ods_table, may_be_empty=false) %}
{%- set share = number_literal(var('max_reject_share'), 'max_reject_share') %}

with

counted as (

    select
        (select count(*) from {{ ods(area, ods_table) }}) as ods_count,
        (select count(*) from {{ model }}) as kept_count

),

judged as (

    select
        ods_count,
        kept_count,
        case
            {%- if not may_be_empty %}
            when ods_count = 0 then 'ODS table {{ ods_table }} is empty; load it anew, then run again'
            {%- endif %}
            when kept_count < ods_count * (1 - {{ share }})
                then concat(
                    'of the ', ods_count, ' rows of ODS table {{ ods_table }} only ', kept_count, ' were accepted; see the reasons in '
                    'dwd_{{ area }}_reject; if that is as it should be, raise max_reject_share ({{ share }})'
                )
        end as problem

    from counted

)

select * from judged
-- dbt reads nothing but the number of rows, so that only a condition is computed for certain
where case when problem is not null then cast(raise_error(problem) as boolean) else false end

{% endtest %}
