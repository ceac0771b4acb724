{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#- The lower bound of the band that a price lies in; the bounds are the var's, ascending. -#}
{% macro price_band_from(unit_price) -%}
    case
        {%- for bound in price_band_bounds() | reverse %}
        {%- set bound = number_literal(bound, 'online_retail_price_bands') %}
        when {{ unit_price }} >= {{ bound }} then cast({{ bound }} as decimal(12, 3))
        {%- endfor %}
    end
{%- endmacro %}
