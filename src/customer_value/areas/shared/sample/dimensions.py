"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

The tables of products, SKUs and agents as text, before anything is planted in them.
"""

import numpy as np
import pyarrow as pa

from customer_value.areas.shared.sample import names
from customer_value.areas.shared.sample.catalogue import NEVER, Catalogue, is_off_sale
from customer_value.sample.plan import SamplePlan
from customer_value.sample.text_columns import (
    DAY,
    amounts,
    chosen,
    emptied,
    identifiers,
    named,
    seconds_of,
    string_table,
    times,
)

PRODUCT_WIDTH = 5
SKU_WIDTH = 6
AGENT_WIDTH = 4


def product_table(plan: SamplePlan, catalogue: Catalogue) -> pa.Table:
    """One row per product; a few have no price, no brand, or no times of their sale."""
    products = np.arange(catalogue.products)
    category = products % len(names.CATEGORIES)
    midnight = seconds_of(plan.as_of)
    untimed = products % 7 == 6
    return string_table(
        {
            "product_id": identifiers("P", products, PRODUCT_WIDTH),
            "product_name": named(names.PRODUCTS, products),
            "category_id": identifiers("G", category, 2),
            "category_name": chosen(names.CATEGORIES, category),
            "price": amounts(catalogue.product_price, products % 17 == 16),
            "product_status": chosen(["在售", "下架"], is_off_sale(products).astype(np.int64)),
            "shop_id": identifiers(names.SHOPS, products % catalogue.shops, 2),
            "brand": emptied(chosen(names.BRANDS, catalogue.product_brand), products % 19 == 18),
            "list_time": times(midnight + catalogue.product_listed * DAY, untimed),
            "delist_time": times(
                midnight + catalogue.product_delisted * DAY,
                untimed | (catalogue.product_delisted == NEVER),
            ),
        }
    )


def sku_table(catalogue: Catalogue) -> pa.Table:
    """One row per SKU; its price is its product's, a few have none."""
    skus = np.arange(len(catalogue.sku_product))
    return string_table(
        {
            "sku_id": identifiers("K", skus, SKU_WIDTH),
            "product_id": identifiers("P", catalogue.sku_product, PRODUCT_WIDTH),
            "sku_name": chosen(names.SKU_LABELS, skus % len(names.SKU_LABELS)),
            "price": amounts(catalogue.product_price[catalogue.sku_product], skus % 13 == 12),
            "sku_status": chosen(["在售", "下架"], (skus % 14 == 13).astype(np.int64)),
        }
    )


def agent_table(catalogue: Catalogue) -> pa.Table:
    """One row per agent."""
    agents = np.arange(catalogue.agents)
    return string_table(
        {
            "customer_service_id": identifiers("S", agents, AGENT_WIDTH),
            "cs_name": named(names.AGENTS, agents),
            "shop_id": identifiers(names.SHOPS, agents % catalogue.shops, 2),
            "cs_status": chosen(["在职", "离职"], (agents % 12 == 11).astype(np.int64)),
        }
    )
