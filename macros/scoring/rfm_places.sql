{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#- Per metric and score the positions where the score begins, from the histogram `buckets` (metric, bucket, value_count). -#}
{% macro rfm_places(buckets) -%}
        select
            totals.metric,
            scores.score,
            positions.target_position,
            positions.weight

        from (
            select
                metric,
                sum(value_count) as customer_count
            from {{ buckets }}
            group by metric
        ) as totals

        lateral view explode(sequence(2, {{ rfm_bins() }})) scores as score

        lateral view inline(
            {{ rfm_rules(score='scores.score', customer_count='totals.customer_count').places }}
        ) positions as target_position, weight
{%- endmacro %}
