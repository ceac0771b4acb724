"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

Names and labels of the synthetic shops. Many hold what breaks careless code: quotes, commas,
backslashes, emoji, markup, leading and trailing blanks.
"""

SHOPS = "shop_"

CATEGORIES = ["女装", "男装", "美妆", "家居", "数码", "食品, 生鲜", "母婴", '文具 "办公"']

BRANDS = ["青禾", "L'Été", "北岸 & 南山", "山雀", '"无名" 制造', "Ōkami", "云上", "拾光"]

PRODUCTS = [
    "纯棉T恤",
    '保温杯 "经典款"',
    "L'Oréal 口红, 正红",
    "<script>alert(1)</script>",
    "🎁 端午礼盒 🎉",
    "路由器 C:\\新款\\n",
    " 前后有空格的毛巾 ",
    '"><img src=x onerror=alert(1)>',
    "无线耳机（降噪）",
    "100% 桑蚕丝枕套",
    "=1+1",
    "连衣裙, 碎花, 收腰",
    "${spark.app.name}",
    "婴儿湿巾 80抽×6包",
    "{{ 7 * 7 }}",
    "'; drop table ods_product; --",
    "蓝牙音箱\\",
    "钢笔 O'Neill & Söhne",
    "牛仔裤 '直筒'",
    "山核桃仁 500g",
    "拉面 👨‍👩‍👧 家庭装",
    "抱枕/靠垫",
    "面膜 #7",
    "签字笔 \\'黑\\'",
    "懒人沙发 — 北欧",
    "机械键盘 87键",
    "奶粉 3段",
    "羊毛衫 𠮷祥纹",
    "电饭煲 4L",
    "扫地机器人；自动集尘",
]

SKU_LABELS = ["红色, M", '"限量" 黑', "白色 L ", "蓝色/XL", "🌸 樱花粉"]

AGENTS = [
    "小敏",
    "O'Brien 小杰",
    '"小王"',
    "阿花, 夜班",
    "老张 😀",
    "李\\雷",
    " 韩梅梅 ",
    "小 美",
    "客服<b>09</b>",
    "欧阳娜娜",
    "Zoë 佐伊",
    "小周",
]
