"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

Words of the synthetic customers. Some hold what breaks careless code: quotes, commas, backslashes,
emoji, markup.
"""

SEGMENTS = ["常客", "追新", "图便宜", "送礼", "企业采购"]

INDUSTRIES = ["制造", "教育, 培训", "餐饮", "互联网", '物流 "冷链"', "医疗"]
COMPANY_SIZES = ["1-49人", "50-199人", "200-999人", "1000人以上"]
CREDIT_RATINGS = ["AAA", "AA", "A", "BBB", "BB", "B", "CCC", "CC", "C", "D"]
DECLARED_CHANNELS = ["电话", "在线", "门店", "短信", "app"]

PAYMENT_METHODS = ["微信支付", "支付宝", "银行卡", "货到付款"]
PAID, DONE, CANCELLED, UNPAID = "已支付", "已完成", "已取消", "未支付"

REFUND_REASONS = ["不喜欢", "质量问题", "尺码不合", "发错货, 少件", "7天无理由"]

CONTACT_TYPES = ["电话", "在线", "门店"]
ISSUES = ["投诉", "咨询", "建议"]
HUMAN, AUTO = "human", "auto_message"

RELATIONS = ["推荐", "同住", "好友"]

ATTRIBUTES = {
    "年龄段": ["18-24", "25-34", "35-44", "45-54", "55+"],
    "家庭人数": ["1", "2", "3", "4", "5+"],
    "宠物": ["猫", "狗", '无, "暂时"'],
}

CAMPAIGNS = ["M2024-01", "M2024-02"]
POLICIES = ["popularity", "als", "random"]
