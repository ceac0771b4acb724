"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

The sample of the area 客户画像: customers of the shared pool who register, browse, order, return,
call, write and know each other, and story customers who hit each rule at its edge.
"""

from customer_value.areas.customer_profile.sample import dimensions, kinds
from customer_value.areas.customer_profile.sample.stories.tell import with_stories
from customer_value.areas.customer_profile.sample.tables import (
    CHANNEL,
    REGION,
    TABLES,
    drawn_tables,
)
from customer_value.areas.customer_profile.sample.truth import TRUTH
from customer_value.areas.customer_profile.sample.warnings import warnings_of
from customer_value.areas.shared.sample.catalogue import catalogue_of
from customer_value.areas.shared.sample.customers import parts_by_customers
from customer_value.sample.plan import AreaSample, Part, SamplePlan
from customer_value.sample.planting import dimension_part


def make_part(plan: SamplePlan, number: int) -> Part:
    """The customers of a part with all that they do; the first part also holds the stories, the
    regions and the channels.
    """
    tables, rejected = drawn_tables(plan, number)
    if number == 0:
        tables, of_stories = with_stories(plan, tables)
        rejected = rejected + of_stories
    warnings = warnings_of(catalogue_of(plan), tables)
    part = Part({name: table for name, (table, _) in tables.items()}, rejected, warnings)
    return _with_dimensions(part) if number == 0 else part


def _with_dimensions(part: Part) -> Part:
    described = dimension_part(
        {
            REGION: (dimensions.region_table(), kinds.region_kinds()),
            CHANNEL: (dimensions.channel_table(), kinds.channel_kinds()),
        }
    )
    tables = {**part.tables, **described.tables}
    return Part(
        {name: tables[name] for name in TABLES}, part.rejected + described.rejected, part.warnings
    )


SAMPLE = AreaSample("customer_profile", TABLES, make_part, parts_by_customers, TRUTH)
