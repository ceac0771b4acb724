{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#- The bucket of each of the `places`, and how many positions lie below that bucket. -#}
{% macro rfm_targets(buckets, places) -%}
        select
            filled.metric,
            filled.bucket,
            places.score,
            places.target_position,
            places.weight,
            filled.last_position - filled.value_count as positions_below

        from (
            select
                metric,
                bucket,
                value_count,
                sum(value_count) over (
                    partition by metric order by bucket rows between unbounded preceding and current row
                ) as last_position
            from {{ buckets }}
        ) as filled

        inner join {{ places }} as places
            on
                filled.metric = places.metric
                and places.target_position
                between filled.last_position - filled.value_count + 1 and filled.last_position
{%- endmacro %}
