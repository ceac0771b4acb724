"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

What customers write and say, by sentiment. Some texts are easy to get wrong: a word of the other
sentiment in them, a negation, irony, markup, commas, quotes.
"""

import numpy as np
import pyarrow as pa

from customer_value.sample.draws import Draws, Ints
from customer_value.sample.text_columns import chosen

SENTIMENTS = ["negative", "neutral", "positive"]

REVIEWS = [
    [
        "质量太差，用了两天就坏了",
        "一点也不好用，后悔买了",
        "和图片完全不一样，退货还要自己出运费",
        '客服态度 "真好"，三天没回一句话',
        "味道刺鼻, 不敢用",
        "不是不好，是非常不好",
        "包装倒是漂亮，东西是坏的 😡",
    ],
    [
        "一般般，对得起这个价格",
        "收到了，还没用",
        "尺寸 40×60，和描述一致",
        "没有想象的好，也不算差",
        "默认好评",
        "<b>物流</b> 三天到",
    ],
    [
        "非常喜欢，已经推荐给同事了",
        "第二次买，质量一直很稳定 👍",
        "没有一点不满意的地方",
        "便宜好用，物流也快",
        "孩子特别喜欢, 谢谢店家",
        "本来担心会坏，结果用了半年还像新的",
    ],
]

TRANSCRIPTS = [
    [
        "客户称商品破损，要求退款，情绪激动",
        "第三次来电催问，仍未解决",
        "投诉客服推诿, 要求主管回电",
        '说好的 "次日达" 等了一周',
    ],
    ["询问发票如何开具", "咨询尺码", "想改收货地址", "建议增加夜间配送"],
    ["问题已解决，客户表示感谢", "客户称赞送货师傅", "退款很快，客户很满意 🙂"],
]


def texts(draws: Draws, name: str, words: list[list[str]], keys: Ints, sentiment: Ints) -> pa.Array:
    """A text of its sentiment for each key."""
    sizes = np.array([len(of_one) for of_one in words])
    starts = np.cumsum(sizes) - sizes
    number = starts[sentiment] + draws.below(name, keys, sizes[sentiment])
    return chosen([text for of_one in words for text in of_one], number)
