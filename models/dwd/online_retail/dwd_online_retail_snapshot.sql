-- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板
-- 粒度：只有一行：快照日。R 从它的 00:00 往回数，之前的行才计入
{{ config(post_hook="{{ say_online_retail_snapshot() }}") }}
{%- set chosen = online_retail_snapshot() %}

with

lines as (

    select * from {{ ref('stg_online_retail_line') }}

),

snapshot as (

    select
        -- 没有人设定时跟着文件走：最后一行的次日
        {{ chosen or 'date_add(to_date(max(invoice_date)), 1)' }} as snapshot_date,
        to_date(max(invoice_date)) as last_invoice_date

    from lines

    where reject_reason is null

)

select * from snapshot
