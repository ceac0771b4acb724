-- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板
-- 粒度：一行 = 口径 × 单价区间，下界在区间内、上界不在
create or replace table price_preference as
with
bounds as (
    select unnest([0, 1, 2, 5, 10, 20, 50, 55, 100, 500])::decimal(12, 3) as price_from
),
bands as (
    select price_from, min(above)::decimal(12, 3) as price_to
    from bounds
    left join (select price_from as above from bounds) on above > price_from
    group by price_from
),
banded as (
    select
        bases.basis,
        price_from,
        price_to,
        count(line_no) as line_count,
        count(distinct customer_id) as customer_count,
        coalesce(sum(quantity), 0)::bigint as units,
        coalesce(sum(amount), 0)::decimal(28, 3) as amount
    from bands
    cross join (values ('gross'), ('net')) as bases (basis)
    left join counted_lines as purchases
        on
            purchases.basis = bases.basis
            and purchases.is_purchase
            and unit_price >= price_from
            and (price_to is null or unit_price < price_to)
    group by bases.basis, price_from, price_to
)
select
    basis,
    price_from,
    price_to,
    line_count,
    customer_count,
    units,
    amount,
    mean(units, line_count) as units_per_line,
    percentage(units, (select sum(units) from banded as whole where whole.basis = banded.basis)) as units_share,
    percentage(
        (
            select sum(units) from banded as cheaper
            where cheaper.basis = banded.basis and cheaper.price_from <= banded.price_from
        ),
        (select sum(units) from banded as whole where whole.basis = banded.basis)
    ) as cumulative_units_share
from banded
