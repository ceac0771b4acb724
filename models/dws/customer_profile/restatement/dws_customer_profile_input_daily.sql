-- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板
-- 粒度：一行 = 客户 × 日期：这一天算起的事实有几行，及其编号与内容的指纹之和；可加，所以截止日的指纹是它们的累计

with

erasures as (

    select * from {{ ref('dwd_customer_erasure') }}

),

-- 付款、解决是另一行的一部分：只进内容，不另算一行
fact_rows as (

    {% for input in restatement_inputs() -%}
    select
        {{ input.id }} as customer_id,
        {{ input.day }} as dt,
        {{ 'cast(null as bigint)' if input.is_part else row_hash(["'" ~ input.table ~ "'"] + input.key) }} as key_hash,
        {{ row_hash(["'" ~ input.table ~ "'"] + input.key + input.content) }} as content_hash

    from {{ ref(input.table) }}

    where {{ input.id }} is not null and {{ input.day }} is not null
    {{- '\n\n    union all\n\n    ' if not loop.last }}
    {%- endfor %}

),

input_days as (

    select
        fact_rows.customer_id,
        fact_rows.dt,
        count(fact_rows.key_hash) as key_count,
        -- 取半边相加：三十二位的和不会溢出
        coalesce(sum(fact_rows.key_hash & 4294967295), 0) as key_low,
        coalesce(sum(shiftrightunsigned(fact_rows.key_hash, 32)), 0) as key_high,
        sum(fact_rows.content_hash & 4294967295) as content_low,
        sum(shiftrightunsigned(fact_rows.content_hash, 32)) as content_high

    from fact_rows

    left anti join erasures
        on fact_rows.customer_id = erasures.customer_id

    group by fact_rows.customer_id, fact_rows.dt

)

select * from input_days
