-- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板
-- 粒度：一行 = 截止日 × 指标 × 上一个已存截止日的值 × 这一天的值；新出现的客户从 新增 来，不再有的去 离开

with

measures as (

    select * from {{ ref('dws_customer_profile_measure') }}

),

profile_dates as (

    select * from {{ ref('dws_customer_profile_date') }}

),

date_pairs as (

    select
        later.as_of_date,
        max_by(earlier.as_of_date, earlier.as_of_date) as previous_as_of_date,
        max_by(earlier.config_hash, earlier.as_of_date) = any_value(later.config_hash) as is_same_config

    from profile_dates as later

    inner join profile_dates as earlier
        on later.as_of_date > earlier.as_of_date

    group by later.as_of_date

),

earlier as (

    select
        date_pairs.as_of_date as compared_date,
        measures.*

    from measures

    inner join date_pairs
        on measures.as_of_date = date_pairs.previous_as_of_date

),

later as (

    select
        date_pairs.as_of_date as compared_date,
        measures.*

    from measures

    inner join date_pairs
        on measures.as_of_date = date_pairs.as_of_date

),

customer_moves as (

    select
        coalesce(later.compared_date, earlier.compared_date) as as_of_date,
        stack(
            {{ profile_measures() | length }},
            {% for measure in profile_measures() -%}
            '{{ measure }}',
            case when earlier.customer_id is null then '新增' else earlier.{{ measure }} end,
            case when later.customer_id is null then '离开' else later.{{ measure }} end
            {{- ',' if not loop.last }}
            {% endfor %}
        ) as (measure, from_value, to_value)

    from later

    full outer join earlier
        on
            later.customer_id = earlier.customer_id
            and later.compared_date = earlier.compared_date

),

moves as (

    select
        as_of_date,
        measure,
        from_value,
        to_value,
        count(*) as customer_count,
        -- 其中一天没有算过这个指标，就没有迁移可说
        bool_or(from_value is null or to_value is null) over (partition by as_of_date, measure) as is_incomplete

    from customer_moves

    group by as_of_date, measure, from_value, to_value

),

migration as (

    select
        date_pairs.previous_as_of_date,
        date_pairs.as_of_date,
        moves.measure,
        moves.from_value,
        moves.to_value,
        moves.customer_count,
        date_pairs.is_same_config,
        {{ etl_load_time() }} as etl_load_time

    from moves

    inner join date_pairs
        on moves.as_of_date = date_pairs.as_of_date

    where not moves.is_incomplete

)

select * from migration
