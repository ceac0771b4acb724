{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#- Per metric and score what a customer must be strictly better than: the values at the `targets`, by the method's rule. -#}
{% macro rfm_threshold(bucketed, targets) -%}
        select
            metric,
            score,
            {{ rfm_rules(weighted_value='cast(sum(weight * metric_value) as decimal(33, 4))').threshold }} as threshold

        from (
            select
                targets.metric,
                targets.score,
                targets.weight,
                min(value_positions.metric_value) as metric_value

            from {{ targets }} as targets

            inner join (
                {{ rfm_value_positions(bucketed, targets) }}
            ) as value_positions
                on
                    targets.metric = value_positions.metric
                    and targets.bucket = value_positions.bucket
                    and targets.target_position <= value_positions.last_position

            group by targets.metric, targets.score, targets.target_position, targets.weight
        ) as order_statistics

        group by metric, score
{%- endmacro %}
