-- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板
-- 至少有一行可以分析；否则用一句话说出原因与出路，聚类和别的检查不必再开口。多半读不出时由 mostly_accepted 说
{%- set share = number_literal(var('max_reject_share'), 'max_reject_share') %}

with

lines as (

    select * from {{ ref('dwd_online_retail_line') }}

),

snapshot as (

    select * from {{ ref('dwd_online_retail_snapshot') }}

),

classes as (

    select
        line_class,
        count(*) as line_count,
        count(case when is_analysis_row then 1 end) as analysis_count

    from lines

    group by line_class

),

counted as (

    select
        coalesce(sum(line_count), 0) as line_count,
        coalesce(sum(analysis_count), 0) as analysis_count,
        coalesce(sum(case when line_class != 'invalid' then line_count end), 0) as readable_count,
        coalesce(sum(case when line_class not in ('invalid', 'duplicate') then line_count end), 0) as distinct_count,
        coalesce(sum(case when line_class = 'after_snapshot' then line_count end), 0) as after_count,
        array_join(sort_array(collect_list(concat(line_count, ' ', line_class))), ', ') as class_counts

    from classes

),

judged as (

    select
        counted.line_count,
        case
            when counted.analysis_count > 0 or counted.line_count = 0 then cast(null as string)
            when counted.readable_count < counted.line_count * (1 - {{ share }}) then cast(null as string)
            when counted.after_count > 0 and counted.after_count = counted.distinct_count
                then concat(
                    'nothing is left to analyse: all lines of ods_online_retail_line that can be read lie at or after '
                    'the snapshot date ', snapshot.snapshot_date, ', the last on ', snapshot.last_invoice_date,
                    '; set online_retail_snapshot_date to ',
                    date_add(snapshot.last_invoice_date, 1), ', or to null, so that it follows the file'
                )
            else
                concat(
                    'nothing is left to analyse: none of the ', counted.line_count, ' lines of ods_online_retail_line '
                    'is a purchase by a known customer (', counted.class_counts, '); look whether the file has its '
                    'column of customers, then load it anew'
                )
        end as problem

    from counted

    cross join snapshot

)

select * from judged
where {{ raises('problem') }}
