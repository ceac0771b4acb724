"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

A sound row of each raw table, and the two of its columns that can carry the number of a cell.
"""

from __future__ import annotations

from dataclasses import dataclass

SEND = "ods_customer_service_promo_send"
USE = "ods_customer_service_promo_use"
ACTIVITY = "ods_customer_service_promo_activity"
ITEM = "ods_customer_service_promo_activity_item"
PRODUCT = "ods_product"
SKU = "ods_sku"
AGENT = "ods_customer_service"
LINE = "ods_online_retail_line"


@dataclass(frozen=True)
class RawTable:
    """Where the accepted rows of a raw table go, a sound row, and its two marking columns."""

    model: str
    sound: dict[str, str | None]
    marks: tuple[str, str]

    def mark_beside(self, column: str) -> str:
        """A column that tells the rows apart while another one holds the cell."""
        return next(mark for mark in self.marks if mark != column)

    def row(self, number: int, column: str, text: str | bytes | None) -> dict[str, object]:
        """The sound row, marked with a number, with the cell in it."""
        return {**self.sound, **dict.fromkeys(self.marks, f"n{number}"), column: text}


RAW_TABLES = {
    ACTIVITY: RawTable(
        "dwd_customer_service_promo_activity",
        {
            **{"activity_id": "", "activity_name": "618", "activity_level": "商品级"},
            **{"promo_type": "固定优惠", "start_time": "2024-06-01", "end_time": "2024-07-01"},
            **{
                "activity_status": "进行中",
                "shop_id": "",
                "create_time": None,
                "update_time": None,
            },
        },
        ("activity_id", "shop_id"),
    ),
    ITEM: RawTable(
        "dwd_customer_service_promo_activity_item",
        {
            **{"activity_id": "", "product_id": "", "sku_id": None, "promo_amount": "5.00"},
            **{"purchase_limit": "1", "create_time": "2024-06-01 00:00:00"},
        },
        ("activity_id", "product_id"),
    ),
    SEND: RawTable(
        "dwd_customer_service_promo_send",
        {
            **{"send_id": "", "activity_id": "A1", "product_id": "P1", "sku_id": None},
            **{"customer_service_id": "", "consumer_id": "C1", "promo_amount": "5.00"},
            **{"valid_hours": "24", "send_time": "2024-06-15 10:00:00"},
        },
        ("send_id", "customer_service_id"),
    ),
    USE: RawTable(
        "dwd_customer_service_promo_use",
        {
            **{"use_id": "", "send_id": "sent", "order_id": "", "pay_amount": "5.00"},
            **{"pay_time": "2024-06-15 11:00:00", "quantity": "1"},
        },
        ("use_id", "order_id"),
    ),
    PRODUCT: RawTable(
        "dwd_product",
        {
            **{"product_id": "", "product_name": "纯棉T恤", "category_id": "G1"},
            **{"category_name": "女装", "price": "5.00", "product_status": "在售", "shop_id": ""},
        },
        ("product_id", "shop_id"),
    ),
    SKU: RawTable(
        "dwd_sku",
        {"sku_id": "", "product_id": "", "sku_name": "红", "price": "5.00", "sku_status": "在售"},
        ("sku_id", "product_id"),
    ),
    AGENT: RawTable(
        "dwd_customer_service",
        {"customer_service_id": "", "cs_name": "小敏", "shop_id": "", "cs_status": "在职"},
        ("customer_service_id", "shop_id"),
    ),
    LINE: RawTable(
        "dwd_online_retail_line",
        {
            **{"InvoiceNo": "", "StockCode": "", "Description": "CREAM CUPID HEARTS"},
            **{"Quantity": "6", "InvoiceDate": "2010-12-01 08:26:00", "UnitPrice": "2.55"},
            **{"CustomerID": "17850", "Country": "United Kingdom"},
        },
        ("InvoiceNo", "StockCode"),
    ),
}
