"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

The sample of the shared dimensions: products, SKUs and agents.
"""

from customer_value.areas.shared.sample import dimensions, kinds
from customer_value.areas.shared.sample.catalogue import catalogue_of
from customer_value.sample.plan import AreaSample, Part, SamplePlan
from customer_value.sample.planting import dimension_part

PRODUCT = "ods_product"
SKU = "ods_sku"
AGENT = "ods_customer_service"


def make_part(plan: SamplePlan, number: int) -> Part:
    """All three tables in the first part, nothing in the others."""
    if number:
        return Part({})
    catalogue = catalogue_of(plan)
    return dimension_part(
        {
            PRODUCT: (dimensions.product_table(plan, catalogue), kinds.product_kinds()),
            SKU: (dimensions.sku_table(catalogue), kinds.sku_kinds()),
            AGENT: (dimensions.agent_table(catalogue), kinds.agent_kinds()),
        }
    )


SAMPLE = AreaSample("shared", (PRODUCT, SKU, AGENT), make_part)
