"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

The sample of what areas share: products, SKUs and agents, and customers who asked to be erased.
"""

from customer_value.areas.shared.sample import dimensions, kinds
from customer_value.areas.shared.sample.catalogue import catalogue_of
from customer_value.areas.shared.sample.customers import parts_by_customers
from customer_value.areas.shared.sample.erasures import erasure_table
from customer_value.sample.plan import AreaSample, Part, SamplePlan
from customer_value.sample.planting import dimension_part

PRODUCT = "ods_product"
SKU = "ods_sku"
AGENT = "ods_customer_service"
ERASURE = "ods_customer_erasure"


def make_part(plan: SamplePlan, number: int) -> Part:
    """The customers of a part who asked to be erased; the first part also has all dimensions."""
    erasures = erasure_table(plan, number)
    if number:
        return Part({ERASURE: erasures})
    catalogue = catalogue_of(plan)
    return dimension_part(
        {
            PRODUCT: (dimensions.product_table(plan, catalogue), kinds.product_kinds()),
            SKU: (dimensions.sku_table(catalogue), kinds.sku_kinds()),
            AGENT: (dimensions.agent_table(catalogue), kinds.agent_kinds()),
            ERASURE: (erasures, kinds.erasure_kinds(plan)),
        }
    )


SAMPLE = AreaSample("shared", (PRODUCT, SKU, AGENT, ERASURE), make_part, parts_by_customers)
