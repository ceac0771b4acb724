{#- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板 -#}
{#- The lower bounds of the price bands, from the var: ascending, each once, and the first 0, so that every price has a band. -#}
{% macro price_band_bounds() -%}
    {%- set bounds = var('online_retail_price_bands') -%}
    {%- set numbers = [] -%}
    {%- for bound in (bounds if bounds is sequence and bounds is not string and bounds is not mapping else []) -%}
        {%- do numbers.append(number_literal(bound, 'online_retail_price_bands') | float) -%}
    {%- endfor -%}
    {%- if not numbers or numbers[0] != 0 or numbers != numbers | unique | sort -%}
        {{ refuse_setting(
            'online_retail_price_bands is ' ~ bounds ~ '; give the lower bounds in ascending order, 0 first, each once'
        ) }}
    {%- endif -%}
    {{ return(bounds) }}
{%- endmacro %}
