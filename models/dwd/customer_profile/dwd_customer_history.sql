-- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板
-- 粒度：一行 = 一位客户的一个版本（customer_id × version_number），[valid_from, valid_to) 内有效；空 = 不设界

with

customers as (

    select * from {{ ref('stg_customer') }}

),

erasures as (

    select * from {{ ref('dwd_customer_erasure') }}

),

-- 要求删除的客户没有行
accepted as (

    select
        customers.*,
        struct(
            customers.customer_type,
            customers.industry,
            customers.company_size,
            customers.credit_rating,
            customers.region_id,
            customers.declared_channel,
            customers.eco_friendly,
            customers.follower_count,
            customers.marketing_consent,
            customers.profiling_consent,
            customers.register_time
        ) as profile

    from customers

    left anti join erasures
        on customers.customer_id = erasures.customer_id

    where customers.reject_reason is null

),

compared as (

    select
        *,
        lag(profile) over (
            partition by customer_id
            order by update_time
        ) as previous_profile,
        row_number() over (
            partition by customer_id
            order by update_time
        ) as source_number,
        count(*) over (partition by customer_id) as source_count

    from accepted

),

-- 属性与上一版相同的行并入上一版，记在 source_version_count；第一版之前没有版本，与谁都不同
versions as (

    select
        *,
        row_number() over (
            partition by customer_id
            order by update_time
        ) as version_number,
        -- 第一版从注册起有效；注册晚于它的更新时间时，从更新时间起
        case
            when previous_profile is not null then update_time
            when register_time is not null then least(register_time, update_time)
        end as valid_from,
        lead(update_time) over (
            partition by customer_id
            order by update_time
        ) as valid_to,
        lead(source_number, 1, source_count + 1) over (
            partition by customer_id
            order by update_time
        ) - source_number as source_version_count

    from compared

    where not profile <=> previous_profile

),

customer_versions as (

    select
        customer_id,
        customer_type,
        industry,
        company_size,
        credit_rating,
        region_id,
        declared_channel,
        eco_friendly,
        follower_count,
        marketing_consent,
        profiling_consent,
        register_time,
        version_number,
        valid_from,
        valid_to,
        {{ is_valid_at(end_of_as_of_date()) }} as is_current,
        update_time,
        source_version_count

    from versions

)

select * from customer_versions
