"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

The sample of the area Online Retail: one ODS table in the form that UCI publishes, with thirteen
months of invoices. Its dates are fixed; the dates of the plan are ignored.
"""

from collections import Counter

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from customer_value.areas.online_retail.sample.catalogue import catalogue_of
from customer_value.areas.online_retail.sample.classes import LINE_CLASSES
from customer_value.areas.online_retail.sample.invoices import draw_invoices
from customer_value.areas.online_retail.sample.lines import draw_lines
from customer_value.areas.online_retail.sample.stories import STORIES
from customer_value.areas.online_retail.sample.text_rows import COLUMNS, line_table
from customer_value.sample.plan import AreaSample, Part, SamplePlan
from customer_value.sample.text_columns import string_table

LINE = "ods_online_retail_line"


def make_part(plan: SamplePlan, number: int) -> Part:
    """The part's lines by time of the invoice; the first part also holds the stories."""
    catalogue = catalogue_of(plan)
    lines = draw_lines(plan, catalogue, draw_invoices(plan, number))
    table, classes = line_table(plan.seed, catalogue, lines)
    counts = np.bincount(classes, minlength=len(LINE_CLASSES))
    line_class = Counter(dict(zip(LINE_CLASSES, counts.tolist(), strict=True)))
    if number == 0:
        table = pa.concat_tables([table, _story_table()])
        line_class.update(row.line_class for row in STORIES)
    in_time = table.take(pc.sort_indices(table["InvoiceDate"]))
    return Part(
        {LINE: in_time}, line_class=Counter({(LINE, name): n for name, n in line_class.items()})
    )


def _story_table() -> pa.Table:
    cells = zip(*(row[1:] for row in STORIES), strict=True)
    return string_table(
        {name: pa.array(column, pa.string()) for name, column in zip(COLUMNS, cells, strict=True)}
    )


SAMPLE = AreaSample("online_retail", (LINE,), make_part)
