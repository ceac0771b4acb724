"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

Turns the stories into raw rows.
"""

from collections import Counter
from dataclasses import dataclass
from datetime import timedelta

import numpy as np
import pyarrow as pa

from customer_value.areas.customer_profile.sample.stories import THEMES
from customer_value.areas.customer_profile.sample.stories.shopping import Version
from customer_value.areas.customer_profile.sample.stories.story import Row, Story
from customer_value.areas.customer_profile.sample.tables import Tables
from customer_value.sample.plan import SamplePlan


@dataclass
class Teller:
    """What the acts of one story are told with."""

    plan: SamplePlan
    customer_id: str
    last_number: int = 0

    def at(self, ago: int, time: str) -> str:
        """The text of a moment, so many days before as_of."""
        return f"{self.plan.as_of - timedelta(days=ago)} {time}"

    def number(self) -> int:
        """The next number of the story, from 1."""
        self.last_number += 1
        return self.last_number

    @property
    def digits(self) -> str:
        """The digits of the customer's id."""
        return self.customer_id[1:]


def story_rows(plan: SamplePlan, story: Story) -> list[Row]:
    """The raw rows of a story, in the order of its acts."""
    teller = Teller(plan, story.customer_id)
    told = any(isinstance(act, Version) for act in story.acts)
    acts = [Version(700), *story.acts] if story.is_known and not told else story.acts
    return [row for act in acts for row in act.rows(teller)]


def all_rows(plan: SamplePlan) -> list[Row]:
    """The raw rows of all stories."""
    stories = [story for of_theme in THEMES.values() for story in of_theme]
    return [row for story in stories for row in story_rows(plan, story)]


def with_stories(plan: SamplePlan, tables: Tables) -> tuple[Tables, Counter[tuple[str, str]]]:
    """The tables with the rows of all stories before their own, and the refused rows by (table,
    reason).
    """
    rows = [
        row for stories in THEMES.values() for story in stories for row in story_rows(plan, story)
    ]
    longer: Tables = {}
    for name, (table, refused) in tables.items():
        here = [row for row in rows if f"ods_{row.table}" == name]
        columns = {
            column: pa.array([row.cells.get(column) for row in here], pa.string())
            for column in table.column_names
        }
        own = np.array([row.reason is not None for row in here], dtype=np.bool_)
        longer[name] = (
            pa.concat_tables([pa.table(columns), table]),
            np.concatenate([own, refused]),
        )
    return longer, Counter(
        (f"ods_{row.table}", row.reason) for row in rows if row.reason is not None
    )
