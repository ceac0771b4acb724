-- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板
-- 粒度：一行 = 截止日 × 同意画像的客户：首选沟通渠道与依据
{%- set min_evidence = whole_number_setting('customer_profile_channel_min_evidence', 1, 9999) %}
{%- set min_share = share_setting('customer_profile_channel_min_share') %}

with

dates as (

    {{ dates_to_build() }}

),

declared_words as (

    select * from {{ ref('customer_profile_contact_channel') }}
    where word_kind = 'declared'

),

population as (

    select
        population.customer_id,
        declared_words.contact_channel as declared_channel,
        population.as_of_date

    from {{ ref('dws_customer_profile_population') }} as population

    left semi join dates
        on population.as_of_date = dates.as_of_date

    left join declared_words
        on population.declared_channel = declared_words.word

    where population.is_profiled

),

channel_evidence as (

    select * from {{ ref('dws_customer_profile_channel_evidence') }}

),

-- 一样多时先信客户自己说的，再看哪个用得更近
ranked as (

    select
        population.customer_id,
        population.declared_channel,
        channel_evidence.contact_channel as leading_channel,
        channel_evidence.evidence_count as leading_count,
        sum(channel_evidence.evidence_count) over (
            partition by population.as_of_date, population.customer_id
        ) as evidence_count,
        row_number() over (
            partition by population.as_of_date, population.customer_id
            order by
                channel_evidence.evidence_count desc,
                coalesce(channel_evidence.contact_channel = population.declared_channel, false) desc,
                channel_evidence.last_date desc,
                channel_evidence.contact_channel asc
        ) as channel_place,
        population.as_of_date

    from population

    left join channel_evidence
        on
            population.customer_id = channel_evidence.customer_id
            and population.as_of_date = channel_evidence.as_of_date

),

judged as (

    select
        *,
        coalesce(evidence_count, 0) >= {{ min_evidence }}
        and leading_count >= {{ min_share }} * evidence_count as is_derived

    from ranked

    where channel_place = 1

),

preferences as (

    select
        customer_id,
        case when is_derived then leading_channel else declared_channel end as preferred_channel,
        case
            when is_derived then 'derived'
            when declared_channel is not null then 'declared'
        end as channel_source,
        leading_channel,
        cast({{ share_of('leading_count', 'evidence_count') }} as decimal(5, 4)) as leading_share,
        coalesce(evidence_count, 0) as evidence_count,
        declared_channel,
        as_of_date

    from judged

)

select * from preferences
