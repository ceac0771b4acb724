-- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板
-- 文件里读不出的行：哪一列、原来写的什么、整行原文；它们不计入任何结果
{{ config(severity='warn') }}

with

lines as (

    select * from {{ ref('dwd_online_retail_line') }}
    where line_class = 'invalid'

)

select
    line_id,
    reject_reason,
    reject_column,
    reject_value,
    raw_record

from lines

order by line_id
