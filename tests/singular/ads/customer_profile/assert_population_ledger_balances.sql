-- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板
-- 每个截止日：进来的编号 = 全体 + 除外。两边各走各的路：事实与注册，客户全体

with

ledger as (

    select
        as_of_date,
        sum(if(side = 'in', id_count, 0)) as in_count,
        sum(if(side != 'in', id_count, 0)) as out_count

    from {{ ref('ads_customer_profile_population_ledger') }}

    group by as_of_date

)

select * from ledger
where in_count != out_count
