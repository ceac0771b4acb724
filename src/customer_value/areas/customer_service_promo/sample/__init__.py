"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

The sample of the area 客服专属优惠: four ODS tables; sends and uses grow with its size.
"""

from collections import Counter

import numpy as np
import pyarrow as pa

from customer_value.areas.customer_service_promo.sample import dimensions, kinds
from customer_value.areas.customer_service_promo.sample.catalogue import Catalogue, catalogue_of
from customer_value.areas.customer_service_promo.sample.sends import Sends, draw_sends, send_table
from customer_value.areas.customer_service_promo.sample.uses import draw_uses, use_table
from customer_value.sample.draws import Bools
from customer_value.sample.plan import AreaSample, Part, SamplePlan
from customer_value.sample.planting import Planting, dimension_part, planted, spread

ACTIVITY = "ods_customer_service_promo_activity"
ITEM = "ods_customer_service_promo_activity_item"
SEND = "ods_customer_service_promo_send"
USE = "ods_customer_service_promo_use"

_USES_OF_REJECTED_SENDS = 3


def make_part(plan: SamplePlan, number: int) -> Part:
    """The part's sends and uses; the first part also holds the activities and their items."""
    catalogue = catalogue_of(plan)
    part = _facts(plan, catalogue, number)
    return _with_dimensions(part, plan, catalogue) if number == 0 else part


def _facts(plan: SamplePlan, catalogue: Catalogue, number: int) -> Part:
    sends = draw_sends(plan, catalogue, number)
    planting = spread(kinds.send_kinds(plan), sends.row - sends.row[0], number == 0)
    uses, refused_uses = _uses(plan, catalogue, sends, planting, number)
    rejected = Counter({(SEND, reason): count for reason, count in planting.reasons().items()})
    rejected.update(refused_uses)
    tables = {SEND: planted(send_table(sends), planting), USE: uses}
    return Part(tables, rejected, planting.warnings())


def _uses(
    plan: SamplePlan, catalogue: Catalogue, sends: Sends, planting: Planting, number: int
) -> tuple[pa.Table, Counter[tuple[str, str]]]:
    """The part's use table, and its rejects by (table, reason).

    A use of a rejected send is an unknown_send. A send that was rejected as the copy of another has
    no uses of its own.
    """
    copies: Bools = np.zeros(len(sends.row), dtype=np.bool_)
    copies[planting.at("duplicate_key")] = True
    forced = planting.at("missing_value")[:_USES_OF_REJECTED_SENDS]
    uses = draw_uses(plan, catalogue, sends, forced, copies)
    orphaned = planting.refused(len(sends.row))[uses.send]
    use_planting = spread(kinds.use_kinds(plan), np.flatnonzero(~orphaned), number == 0)
    reasons = use_planting.reasons() + Counter({"unknown_send": int(orphaned.sum())})
    rejected = Counter({(USE, reason): count for reason, count in reasons.items()})
    return planted(use_table(sends, uses), use_planting), rejected


def _with_dimensions(part: Part, plan: SamplePlan, catalogue: Catalogue) -> Part:
    described = dimension_part(
        {
            ACTIVITY: (dimensions.activity_table(plan, catalogue), kinds.activity_kinds(plan)),
            ITEM: (dimensions.item_table(plan, catalogue), kinds.item_kinds(plan)),
        }
    )
    stale = len(dimensions.stale_statuses(catalogue.activities))
    return Part(
        {**part.tables, **described.tables},
        part.rejected + described.rejected,
        part.warnings + Counter({"activity_status_differs": stale}),
    )


SAMPLE = AreaSample("customer_service_promo", (ACTIVITY, ITEM, SEND, USE), make_part)
