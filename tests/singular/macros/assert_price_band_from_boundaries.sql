-- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板
-- 单价区间：每个下界属于自己的区间，下界减 0.001 属于前一个；负价与空价没有区间
{%- set bounds = var('online_retail_price_bands') %}

with

cases as (

    select
        cast(unit_price as decimal(12, 3)) as unit_price,
        expected_price_from
    from
        values
        {%- for bound in bounds %}
        ({{ bound }}, {{ bound }}),
        {%- if not loop.first %}
        ({{ bound }} - 0.001, {{ bounds[loop.index0 - 1] }}),
        {%- endif %}
        {%- endfor %}
        (999999999.999, {{ bounds[-1] }}),
        (-0.001, null),
        (null, null)
            as price_case (unit_price, expected_price_from)

),

banded as (

    select
        unit_price,
        expected_price_from,
        {{ price_band_from('unit_price') }} as actual_price_from

    from cases

)

select * from banded
where not actual_price_from <=> expected_price_from
