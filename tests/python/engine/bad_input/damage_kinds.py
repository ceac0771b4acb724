"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

What can happen to a row on its way into ODS, and what must become of it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from raw_tables import SEND, USE


@dataclass(frozen=True)
class Damage:
    """One kind: the cells that it overwrites, and why the row is rejected; None = it is kept.

    copies: the row first becomes a copy of a sound one, so that two rows have one key; it keeps its
    own mark. wins: the copy is the version that is kept, and the sound row the one rejected.
    """

    cells: Mapping[str, str | None]
    reason: str | None = None
    column: str | None = None
    copies: bool = False
    wins: bool = False


def _each(reason: str, column: str, *texts: str | None) -> tuple[Damage, ...]:
    return tuple(Damage({column: text}, reason, column) for text in texts)


DAMAGES: Mapping[str, tuple[Damage, ...]] = {
    SEND: (
        *_each("missing_key", "send_id", None, "", " \u3000"),
        *_each("missing_value", "activity_id", None),
        *_each("missing_value", "product_id", ""),
        *_each("missing_value", "customer_service_id", "\u00a0"),
        *_each("missing_value", "consumer_id", "\ufeff"),
        *_each("missing_value", "promo_amount", "", "NaN", "NULL"),
        *_each("unparseable_value", "promo_amount", "１２.50", "1,234.50", "12.345", "1e3"),
        *_each("unparseable_value", "promo_amount", "￥12", "' or '1'='1", "${env:PATH}"),
        *_each("negative_amount", "promo_amount", "-0.01"),
        *_each("unparseable_value", "valid_hours", "24h", "2.0", "99999999999"),
        *_each("missing_value", "send_time", None),
        *_each("unparseable_value", "send_time", "2024-06", "2024-02-30 10:00:00", "1718416800"),
        *_each("unparseable_value", "send_time", "2024/06/15 10:00:00", "2024-06-15 24:00:00"),
        *_each("time_out_of_range", "send_time", "1900-01-01", "9999-12-31 23:59:59"),
        Damage({"promo_amount": "-1", "send_time": "2024-06"}, "negative_amount", "promo_amount"),
        Damage({}, "duplicate_key", "send_id", copies=True),
        Damage({"send_time": "2024-06-01"}, "duplicate_key", "send_id", copies=True),
        Damage({"send_time": "2024-06-20"}, "duplicate_key", "send_id", copies=True, wins=True),
        Damage({"promo_amount": "x"}, "unparseable_value", "promo_amount", copies=True),
        Damage({"consumer_id": "'; drop table ods; --"}),
        Damage({"consumer_id": "\ufeff🎉\u200b"}),
        Damage({"promo_amount": " 007.500\t"}),
        Damage({"valid_hours": "48"}),
        Damage({"activity_id": "gone", "product_id": "gone"}),
        Damage({"send_time": "2024-06-12T10:00:00Z"}),
    ),
    USE: (
        *_each("missing_key", "use_id", None, "\t"),
        *_each("missing_value", "send_id", "", "none"),
        *_each("missing_value", "pay_time", ""),
        *_each("unparseable_value", "pay_time", "0000-00-00 00:00:00", "2024-06-15 10:00", "昨天"),
        *_each("time_out_of_range", "pay_time", "1969-12-31 23:59:59"),
        *_each("unparseable_value", "pay_amount", "12元", "Infinity", "0.001", "12.50\u0085"),
        *_each("negative_amount", "pay_amount", "-5.00"),
        *_each("missing_value", "quantity", None),
        *_each("unparseable_value", "quantity", "２", "1.5"),
        *_each("negative_amount", "quantity", "-1"),
        *_each("unknown_send", "send_id", "nobody", "d000001", "' or '1'='1"),
        Damage({}, "duplicate_key", "use_id", copies=True),
        Damage({"pay_time": "2024-06-20"}, "duplicate_key", "use_id", copies=True, wins=True),
        Damage({"pay_amount": "0"}),
        Damage({"pay_amount": "9999999999999999.99"}),
        Damage({"quantity": "0"}),
        Damage({"pay_time": "2024-06-12T23:59:59.999999+08:00"}),
    ),
}
