"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

The arguments of a sample, and the part of it that one worker makes at a time.
"""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date

import pyarrow as pa

FEWEST_ROWS = 300
FEWEST_DAYS = 3
FEWEST_CUSTOMERS = 100
MOST_CUSTOMERS = 10_000_000
MOST_EVENTS_PER_ORDER = 20
LATER_DAYS = 2
"""Days after `as_of` with a few events that no metric may count."""


@dataclass(frozen=True)
class SamplePlan:
    """Size and time of a sample; two equal plans give equal files.

    `sends` is the size: rows of the table of sends; areas without such a table grow with it.
    `customers` is the size of the pool of customers, where it shall not grow with the sends too.
    `days` calendar days end on `as_of`; an area may have fixed dates and ignore both.
    `sends_per_part` and `customers_per_part` bound the memory of a worker and the rows of a part
    file. Raises ValueError, in one sentence, where the sample would be too small to hold every
    planted defect.
    """

    sends: int = 900
    days: int = 42
    as_of: date = date(2024, 6, 30)
    seed: int = 8
    sends_per_part: int = 250_000
    customers: int | None = None
    events_per_order: int = 2
    customers_per_part: int = 20_000

    def __post_init__(self) -> None:
        if self.sends < FEWEST_ROWS:
            raise ValueError(
                f"--sends is {self.sends}, but fewer than {FEWEST_ROWS} cannot hold every planted"
                " defect."
            )
        if self.days < FEWEST_DAYS:
            raise ValueError(f"--days is {self.days}, but a sample needs at least {FEWEST_DAYS}.")
        if self.customers is not None and not FEWEST_CUSTOMERS <= self.customers < MOST_CUSTOMERS:
            raise ValueError(
                f"--customers is {self.customers}, but a sample needs at least {FEWEST_CUSTOMERS}"
                f" and fewer than {MOST_CUSTOMERS}."
            )
        if not 1 <= self.events_per_order <= MOST_EVENTS_PER_ORDER:
            raise ValueError(
                f"--events-per-order is {self.events_per_order}, but it can only be from 1 to"
                f" {MOST_EVENTS_PER_ORDER}."
            )
        if not date(1976, 1, 1) <= self.as_of <= date(2100, 1, 1):
            raise ValueError(
                f"--as-of is {self.as_of}, but a sample can only end between 1976 and 2099."
            )
        if self.days > 3_650 or date(1971, 1, 1).toordinal() > self.as_of.toordinal() - self.days:
            raise ValueError(
                f"--days is {self.days}, but a sample spans at most 3650 days and starts after"
                " 1970."
            )

    @property
    def parts(self) -> int:
        """Number of parts, all of about the same size."""
        return max(1, round(self.sends / self.sends_per_part))

    def rows_of(self, part: int) -> tuple[int, int]:
        """First send of a part and the first send after it."""
        return self.sends * part // self.parts, self.sends * (part + 1) // self.parts


@dataclass(frozen=True)
class Part:
    """One part of an area: text tables by name, and what was planted in them.

    `rejected` counts rows by (table, reason), `warnings` counts kept rows by the kind of the
    warning. `line_class` counts rows by (table, class), where an area classifies every row and
    rejects none.
    """

    tables: dict[str, pa.Table]
    rejected: Counter[tuple[str, str]] = field(default_factory=Counter)
    warnings: Counter[str] = field(default_factory=Counter)
    line_class: Counter[tuple[str, str]] = field(default_factory=Counter)


def parts_of_plan(plan: SamplePlan) -> int:
    """The number of parts of an area that grows with the sends."""
    return plan.parts


@dataclass(frozen=True)
class AreaSample:
    """What an area hands in: its name, its tables and the function that makes one of its parts.

    The functions are sent to worker processes by their names, so they stand at the top of a module.
    `parts_of` counts the parts. `truth` has tables of what is behind the sample and in no raw table
    (such as the tastes of customers), for tests and the grading of models.
    """

    name: str
    tables: tuple[str, ...]
    make_part: Callable[[SamplePlan, int], Part]
    parts_of: Callable[[SamplePlan], int] = parts_of_plan
    truth: "AreaSample | None" = None
