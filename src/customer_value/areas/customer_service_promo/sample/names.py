"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

Names of the synthetic activities. Many hold what breaks careless code: quotes, commas, backslashes,
emoji, markup, leading and trailing blanks.
"""

ACTIVITIES = [
    "618 大促, 客服专属",
    '老客 "回家" 券',
    "L'été 夏日特惠",
    "🎉 新客首单立减",
    "满减\\折上折",
    " 周末闪促 ",
    "七月预热",
    "会员日 <em>专享</em>",
    "清仓专场",
    "端午礼遇 🐉",
    "女王节返场",
    "一对一挽留",
    "直播间同款",
    "高客单关怀",
    "沉睡唤醒",
    "88 节预约",
]
