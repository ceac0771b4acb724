-- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板
-- 粒度：一行 = 指标 × 分数：得到这个分数的最差值；没有客户得到的分数没有行
{%- set metrics = {'recency_days': 'r_score', 'frequency': 'f_score', 'monetary': 'm_score'} %}

with

customers as (

    select * from {{ ref('dws_online_retail_customer_rfm') }}

),

cut_points as (
    {% for metric, score in metrics.items() %}
    select
        '{{ metric }}' as metric,
        {{ score }} as score,
        cast({{ 'max' if metric == 'recency_days' else 'min' }}({{ metric }}) as decimal(28, 3)) as lowest_value,
        count(*) as customer_count

    from customers

    group by {{ score }}
    {% if not loop.last %}
    union all
    {% endif -%}
    {% endfor %}
)

select * from cut_points
