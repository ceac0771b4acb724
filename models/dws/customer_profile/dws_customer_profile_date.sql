-- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板
-- 粒度：一行 = 一个建过的截止日

with

profile_dates as (

    select
        '{{ config_hash() }}' as config_hash,
        false as is_look_back,
        {{ as_of_date() }} as as_of_date

    {% if not is_incremental() and look_back_days() > 0 -%}
    -- 第一次就有两个日子，变化从第一天起看得见
    union all

    select
        '{{ config_hash() }}' as config_hash,
        true as is_look_back,
        date_sub({{ as_of_date() }}, {{ look_back_days() }}) as as_of_date
    {%- elif is_incremental() and restates() -%}
    -- 重建的日子用今天的阈值
    union all

    select
        '{{ config_hash() }}' as config_hash,
        built.is_look_back,
        built.as_of_date

    from {{ this }} as built

    where built.as_of_date < {{ as_of_date() }}
    {%- endif %}

)

select * from profile_dates
