"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

Orders, discounts and refunds at their edges; money in cents. What is expected counts up to as_of:
gross on the day of paying, refunds on their own.
"""

from customer_value.areas.customer_profile.sample import names
from customer_value.areas.customer_profile.sample.stories.shopping import Buys, Line, Refund
from customer_value.areas.customer_profile.sample.stories.story import Story

_ABOVE = "refund_above_amount"


def _money(gross: str, refunds: str, net: str) -> dict[str, str]:
    return {"gross": gross, "refunds": refunds, "net": net}


STORIES = [
    Story(
        "C80000601",
        "全额退款",
        [Buys(20, [Line(refunds=[Refund(10, 10_000)])])],
        _money("100.00", "100.00", "0.00"),
    ),
    Story(
        "C80000602",
        "上月下单，本月退款",
        [Buys(45, [Line(refunds=[Refund(5, 4_000)])])],
        _money("100.00", "40.00", "60.00"),
    ),
    Story(
        "C80000603",
        "全额优惠：付了 0 元",
        [Buys(20, [Line(discount=10_000)])],
        _money("0.00", "0.00", "0.00"),
    ),
    Story(
        "C80000604",
        "有明细，没有支付",
        [Buys(20, paid=None, status=names.UNPAID)],
        _money("0.00", "0.00", "0.00"),
    ),
    Story(
        "C80000605",
        "截止日下单，截止日之后支付",
        [Buys(0, time="23:59:59", paid=(-1, "00:00:01"))],
        _money("0.00", "0.00", "0.00"),
    ),
    Story(
        "C80000606",
        "支付后取消",
        [Buys(20, status=names.CANCELLED)],
        _money("0.00", "0.00", "0.00"),
    ),
    Story(
        "C80000607",
        "分两次恰好退完，再退一分钱被拒绝",
        [
            Buys(
                20,
                [
                    Line(
                        refunds=[Refund(15, 6_000), Refund(14, 4_000), Refund(13, 1, reason=_ABOVE)]
                    )
                ],
            )
        ],
        _money("100.00", "100.00", "0.00"),
    ),
    Story(
        "C80000608",
        "第二次退款使总额超过明细：被拒绝",
        [Buys(20, [Line(refunds=[Refund(15, 6_000), Refund(14, 4_001, reason=_ABOVE)])])],
        _money("100.00", "60.00", "40.00"),
    ),
    Story(
        "C80000609",
        "同一秒的两次退款：按编号，后一次被拒绝",
        [Buys(20, [Line(refunds=[Refund(15, 6_000), Refund(15, 6_000, reason=_ABOVE)])])],
        _money("100.00", "60.00", "40.00"),
    ),
    Story(
        "C80000610",
        "第一次退款就超过明细",
        [Buys(20, [Line(refunds=[Refund(15, 10_001, reason=_ABOVE)])])],
        _money("100.00", "0.00", "100.00"),
    ),
    Story(
        "C80000611",
        "截止日之后退款：截止日时还没有退",
        [Buys(20, [Line(refunds=[Refund(-1, 10_000, "00:00:00")])])],
        _money("100.00", "0.00", "100.00"),
    ),
    Story(
        "C80000612",
        "明细被拒绝（金额为负），它的退款找不到明细",
        [
            Buys(
                20,
                [
                    Line(
                        discount=10_001,
                        reason="negative_amount",
                        refunds=[Refund(15, 100, reason="unknown_order_item")],
                    ),
                    Line(5_000, product=2),
                ],
            )
        ],
        _money("50.00", "0.00", "50.00"),
    ),
    Story("C80000613", "没有明细的订单", [Buys(20, [])], _money("0.00", "0.00", "0.00")),
    Story(
        "C80000614",
        "一分钱和很大的金额",
        [Buys(20, [Line(1), Line(12_345_678_901, product=2)])],
        _money("123456789.02", "0.00", "123456789.02"),
    ),
    Story(
        "C80000615",
        "三件 33.33 元，优惠 0.01 元",
        [Buys(20, [Line(3_333, quantity=3, discount=1)])],
        _money("99.98", "0.00", "99.98"),
    ),
    Story(
        "C80000616",
        "支付时间在下单时间之前：留下",
        [Buys(20, paid=(20, "11:59:00"))],
        _money("100.00", "0.00", "100.00"),
    ),
    Story(
        "C80000617",
        "未支付订单上的退款：退款照记",
        [Buys(20, [Line(refunds=[Refund(15, 5_000)])], paid=None, status=names.UNPAID)],
        _money("0.00", "50.00", "-50.00"),
    ),
    Story(
        "C80000618",
        "没有渠道的订单",
        [Buys(20, channel=None)],
        _money("100.00", "0.00", "100.00"),
    ),
]
