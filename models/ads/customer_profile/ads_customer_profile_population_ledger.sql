-- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板
-- 粒度：一行 = 截止日 × 账目：进来的编号（in）= 客户全体（population）+ 列出的除外（excluded）；只有数，没有编号

with

profile_dates as (

    select * from {{ ref('dws_customer_profile_date') }}

),

id_sources as (

    select * from {{ ref('dws_customer_profile_id_source') }}

),

erased as (

    select
        profile_dates.as_of_date,
        coalesce(sum(erasure_counts.erased_count), 0) as id_count

    from profile_dates

    left join {{ ref('dwd_customer_erasure_count') }} as erasure_counts
        on profile_dates.as_of_date >= erasure_counts.first_date

    group by profile_dates.as_of_date

),

-- 分得开的四种客户；没有资料的人没有同意过什么
customers as (

    select
        as_of_date,
        case
            when is_profiled and is_marketable then 'profiled_and_marketable'
            when is_profiled then 'profiled_only'
            when is_known then 'without_consent'
            else 'without_master_data'
        end as line_code

    from {{ ref('dws_customer_profile_population') }}

),

entries as (

    select
        as_of_date,
        'in' as side,
        id_source as line_code,
        id_count

    from id_sources

    union all

    -- 要求删除的：原始行里有，所以进来；哪里都没有行，所以除外
    select
        as_of_date,
        explode(array('in', 'excluded')) as side,
        'erased' as line_code,
        id_count

    from erased

    union all

    select
        as_of_date,
        'population' as side,
        line_code,
        count(*) as id_count

    from customers

    group by as_of_date, line_code

),

ledger_lines as (

    select *
    from
        values
        ('in', 'registered', 1),
        ('in', 'profile_facts', 2),
        ('in', 'promo_facts', 3),
        ('in', 'both_facts', 4),
        ('in', 'erased', 5),
        ('excluded', 'erased', 6),
        ('population', 'profiled_and_marketable', 7),
        ('population', 'profiled_only', 8),
        ('population', 'without_consent', 9),
        ('population', 'without_master_data', 10)
            as ledger_line (side, line_code, line_order)

),

ledger as (

    select
        profile_dates.as_of_date,
        ledger_lines.line_order,
        ledger_lines.side,
        ledger_lines.line_code,
        coalesce(entries.id_count, 0) as id_count,
        {{ etl_load_time() }} as etl_load_time

    from profile_dates

    cross join ledger_lines

    left join entries
        on
            profile_dates.as_of_date = entries.as_of_date
            and ledger_lines.side = entries.side
            and ledger_lines.line_code = entries.line_code

)

select * from ledger
