-- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板
-- 每位客户：net = gross + 他的全部取消，件数与金额都是；gross = 分析行。只从 dwd_online_retail_line 重算

with

lines as (

    select * from {{ ref('dwd_online_retail_line') }}
    where customer_id is not null and (is_analysis_row or line_class = 'cancellation')

),

recomputed as (

    select
        'gross' as basis,
        customer_id,
        sum(quantity) as units,
        sum(amount) as amount

    from lines

    where is_analysis_row

    group by customer_id

    union all

    select
        'net' as basis,
        customer_id,
        sum(quantity) as units,
        sum(amount) as amount

    from lines

    group by customer_id

),

stored as (

    select
        basis,
        customer_id,
        sum(quantity) as units,
        sum(amount) as amount

    from {{ ref('dwd_online_retail_order_line') }}

    group by basis, customer_id

)

select
    coalesce(stored.basis, recomputed.basis) as basis,
    coalesce(stored.customer_id, recomputed.customer_id) as customer_id,
    stored.units as stored_units,
    recomputed.units,
    stored.amount as stored_amount,
    recomputed.amount

from stored

full outer join recomputed
    on stored.basis = recomputed.basis and stored.customer_id = recomputed.customer_id

-- 全部购买都被整行撤销的客户在 net 里一行也没有，和为 0
where
    coalesce(stored.units, 0) != coalesce(recomputed.units, 0)
    or coalesce(stored.amount, 0) != coalesce(recomputed.amount, 0)
