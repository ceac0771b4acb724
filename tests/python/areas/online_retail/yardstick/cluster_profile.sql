-- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板
-- 粒度：一行 = 聚类方式 × 簇；归属取自仓库（另有测试），R、F、M 与金额是这里数的；簇数为 3，名称按平均金额从低到高
create or replace table cluster_profile as
with
clustered as (
    select membership.variant, membership.cluster_no, customer_metrics.*
    from built('ads', 'ads_online_retail_customer_cluster') as membership
    join customer_metrics
        on
            membership.customer_id = customer_metrics.customer_id
            and if(membership.variant = 'standardised_net', 'net', 'gross') = customer_metrics.basis
),
names (cluster_no, cluster_name) as (
    values (1, '低价值客户'), (2, '重点发展客户'), (3, '高价值客户')
),
net_amounts as (
    select customer_id, sum(amount) as net_amount
    from counted_lines
    where basis = 'net'
    group by customer_id
)
select
    variant,
    cluster_no,
    cluster_name,
    count(*) as customer_count,
    percentage(count(*), sum(count(*)) over whole) as customer_share,
    ratio(sum(recency_days), count(*))::decimal(10, 2) as mean_recency_days,
    ratio(sum(frequency), count(*))::decimal(10, 2) as mean_frequency,
    mean(sum(monetary), count(*)) as mean_monetary,
    sum(monetary)::decimal(28, 3) as amount,
    percentage(sum(monetary), sum(sum(monetary)) over whole) as amount_share,
    coalesce(sum(net_amount), 0)::decimal(28, 3) as net_amount,
    percentage(coalesce(sum(net_amount), 0), sum(sum(net_amount)) over whole) as net_amount_share
from clustered
left join names using (cluster_no)
left join net_amounts using (customer_id)
group by variant, cluster_no, cluster_name
window whole as (partition by variant)
