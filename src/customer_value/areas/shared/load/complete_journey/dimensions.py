"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

The products of The Complete Journey, and that it has no SKUs.
"""

import pandas as pd

from customer_value.areas.shared.load.complete_journey.inputs import Inputs

SHOP = "complete_journey"
CHOICES = """\
product: brand = the manufacturer's number, as the data set's own brand only tells private labels
  from national ones; on sale (在售) = bought at least once; without a price"""


def shared_tables(inputs: Inputs) -> dict[str, pd.DataFrame]:
    """ODS table → its rows, all columns texts; columns that the data set lacks are missing."""
    return {"ods_product": _products(inputs), "ods_sku": pd.DataFrame()}


def _products(inputs: Inputs) -> pd.DataFrame:
    products = inputs["products"]
    kind, size = products["product_type"], products["package_size"]
    is_bought = products["product_id"].isin(inputs["transactions"]["product_id"])
    return pd.DataFrame(
        {
            "product_id": products["product_id"],
            "product_name": (kind.fillna("") + " " + size.fillna("")).str.strip().replace("", None),
            "category_id": products["product_category"],
            "category_name": products["product_category"],
            "product_status": is_bought.map({True: "在售", False: None}),
            "shop_id": SHOP,
            "brand": products["manufacturer_id"],
        }
    )
