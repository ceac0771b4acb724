{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#- The distinct values inside the buckets of `targets`, and the last position that each of them takes. -#}
{% macro rfm_value_positions(bucketed, targets) -%}
            select
                bucketed.metric,
                bucketed.bucket,
                bucketed.metric_value,
                wanted.positions_below + sum(count(*)) over (
                    partition by bucketed.metric, bucketed.bucket
                    order by bucketed.metric_value rows between unbounded preceding and current row
                ) as last_position

            from {{ bucketed }} as bucketed

            inner join (select distinct metric, bucket, positions_below from {{ targets }}) as wanted
                on
                    bucketed.metric = wanted.metric
                    and bucketed.bucket = wanted.bucket

            group by bucketed.metric, bucketed.bucket, bucketed.metric_value, wanted.positions_below
{%- endmacro %}
