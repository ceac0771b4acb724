"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

The stories: customers written by hand who hit each rule at its edge, one file per theme. Their ids
begin with C8, which no drawn customer has.
"""

from customer_value.areas.customer_profile.sample.stories import (
    carts,
    consents,
    contacts,
    ids,
    money,
    sessions,
    stages,
    versions,
    warnings,
)
from customer_value.areas.customer_profile.sample.stories.story import Story

THEMES: dict[str, list[Story]] = {
    "stages": stages.STORIES,
    "carts": carts.STORIES,
    "sessions": sessions.STORIES,
    "versions": versions.STORIES,
    "consents": consents.STORIES,
    "money": money.STORIES,
    "ids": ids.STORIES,
    "contacts": contacts.STORIES,
    "warnings": warnings.STORIES,
}
