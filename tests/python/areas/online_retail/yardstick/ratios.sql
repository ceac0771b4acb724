-- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板
-- 两数之比四舍五入到两位小数，在千分之一的整数上运算；分母不大于 0 则为空。文件里没有负的分子
create or replace macro ratio(numerator, denominator) as
    if(
        denominator > 0,
        (200 * (1000 * numerator)::hugeint + (1000 * denominator)::hugeint) // (2 * (1000 * denominator)::hugeint),
        null
    )::decimal(20, 0) * 0.01;
create or replace macro percentage(part, whole) as ratio(100 * part, whole)::decimal(5, 2);
create or replace macro mean(total, count) as ratio(total, count)::decimal(18, 2)
