{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#- 核销率: uses per 100 sends, two decimals; null when nothing was sent; capped at what decimal(5,2) holds. -#}
{% macro use_rate(use_count, send_count) -%}
    cast(
        case
            when {{ use_count }} * 100 > {{ number_literal(var('use_rate_cap'), 'use_rate_cap') }} * {{ send_count }} and {{ send_count }} > 0
                then {{ number_literal(var('use_rate_cap'), 'use_rate_cap') }}
            else {{ rounded_ratio('100 * ' ~ use_count, send_count) }}
        end as decimal(5, 2)
    )
{%- endmacro %}
