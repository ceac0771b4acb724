-- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板
-- 参考表 customer_profile_contact_channel 没有的写法：不算任何渠道的依据
{{ config(severity='warn') }}

with

words as (

    select
        'contact_type' as word_kind,
        contact_type as word

    from {{ ref('dwd_service_fact') }}

    union all

    select
        'terminal' as word_kind,
        terminal as word

    from {{ ref('dwd_channel') }}

    union all

    select
        'declared' as word_kind,
        declared_channel as word

    from {{ ref('dws_customer_profile_population') }}

    where as_of_date = {{ as_of_date() }}

)

select
    words.word_kind,
    words.word,
    count(*) as found_rows

from words

left anti join {{ ref('customer_profile_contact_channel') }} as channels
    on
        words.word_kind = channels.word_kind
        and words.word = channels.word

where words.word is not null

group by words.word_kind, words.word
