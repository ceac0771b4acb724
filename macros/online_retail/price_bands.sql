{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#-
  The price bands as rows, from the lower bounds in the var: price_from is in the band, price_to is not; the last has no end.
-#}
{% macro price_bands() -%}
    {%- set bounds = price_band_bounds() -%}
    select
        cast(price_from as decimal(12, 3)) as price_from,
        cast(price_to as decimal(12, 3)) as price_to
    from values
        {%- for bound in bounds %}
        (
            {{ number_literal(bound, 'online_retail_price_bands') }},
            {{ 'null' if loop.last else number_literal(bounds[loop.index], 'online_retail_price_bands') }}
        ){{ ',' if not loop.last }}
        {%- endfor %}
        as price_band (price_from, price_to)
{%- endmacro %}
