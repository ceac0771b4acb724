-- 工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板
-- 文档的规则：本月是否消费 × 上月的阶段 → 本月的阶段；back 的两条是设计补上的
create or replace table stage_rules (bought, last_stage, stage) as
values
(true, 'new', 'active'),
(true, 'active', 'active'),
(true, 'unactive', 'back'),
(true, '未消费', 'new'),
(true, 'back', 'active'),
(false, 'new', 'unactive'),
(false, 'active', 'unactive'),
(false, 'unactive', 'unactive'),
(false, '未消费', '未消费'),
(false, 'back', 'unactive')
