-- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板
-- 核销率：百分数，整数运算四舍五入到两位小数，没有发送则为空，最大 999.99
create or replace macro rate(use_count, send_count) as
    if(
        send_count > 0,
        least((20000 * use_count + send_count) // (2 * send_count), 99999)::decimal(5, 0) * 0.01,
        null
    )::decimal(5, 2)
