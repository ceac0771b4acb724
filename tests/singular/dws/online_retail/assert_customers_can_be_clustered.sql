-- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板
-- 两种口径都至少有两位客户，才谈得上聚类；否则在聚类之前用一句话说明：它也排在特征表之后，聚类才会等它
-- depends_on: {{ ref('dws_online_retail_cluster_features') }}

with

customers as (

    select * from {{ ref('dws_online_retail_customer_metrics') }}

),

counted as (

    select
        count(case when basis = 'gross' then 1 end) as gross_count,
        count(case when basis = 'net' then 1 end) as net_count

    from customers

),

judged as (

    select
        *,
        case
            when least(gross_count, net_count) < 2
                then concat(
                    'k-means compares at least two customers: ', gross_count, ' bought something, and ',
                    net_count, ' still did when cancellations are taken out; load a file with more of them, '
                    'or leave the clusters out with --exclude path:models/*/online_retail/clustering'
                )
        end as problem

    from counted

)

select * from judged
where {{ raises('problem') }}
