-- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板
-- 两种口径都至少有两位客户，才谈得上聚类；否则在聚类之前用一句话说明

with

customers as (

    select * from {{ ref('dws_online_retail_customer_metrics') }}

),

features as (

    select count(*) as feature_count from {{ ref('dws_online_retail_cluster_features') }}

),

counted as (

    select
        count(case when basis = 'gross' then 1 end) as gross_count,
        count(case when basis = 'net' then 1 end) as net_count

    from customers

),

judged as (

    select
        counted.*,
        features.feature_count,
        case
            when least(counted.gross_count, counted.net_count) < 2
                then concat(
                    'k-means compares at least two customers: ', counted.gross_count, ' bought something, and ',
                    counted.net_count, ' still did when cancellations are taken out; load a file with more of them, '
                    'or leave the clusters out with --exclude path:models/*/online_retail/clustering'
                )
        end as problem

    from counted

    cross join features

)

select * from judged
where {{ raises('problem') }}
