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
LATER_DAYS = 2
"""Days after `as_of` with a few events that no metric may count."""


@dataclass(frozen=True)
class SamplePlan:
    """Size and time of a sample; two equal plans give equal files.

    `sends` is the size: rows of the table of sends; areas without such a table grow with it.
    `days` calendar days end on `as_of`; an area may have fixed dates and ignore both.
    `sends_per_part` bounds the memory of a worker and the rows of a part file. Raises
    ValueError, in one sentence, where the sample would be too small to hold every planted defect.
    """

    sends: int = 900
    days: int = 42
    as_of: date = date(2024, 6, 30)
    seed: int = 8
    sends_per_part: int = 250_000

    def __post_init__(self) -> None:
        if self.sends < FEWEST_ROWS:
            raise ValueError(
                f"--sends is {self.sends}, but fewer than {FEWEST_ROWS} cannot hold every planted"
                " defect."
            )
        if self.days < FEWEST_DAYS:
            raise ValueError(f"--days is {self.days}, but a sample needs at least {FEWEST_DAYS}.")
        if not date(1971, 1, 1) <= self.as_of <= date(2100, 1, 1):
            raise ValueError(
                f"--as-of is {self.as_of}, but a sample can only end between 1971 and 2099."
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


@dataclass(frozen=True)
class AreaSample:
    """What an area hands in: its name, its tables and the function that makes one of its parts.

    The function is sent to worker processes by its name, so it stands at the top of a module.
    """

    name: str
    tables: tuple[str, ...]
    make_part: Callable[[SamplePlan, int], Part]
