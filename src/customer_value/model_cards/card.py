"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

A card: what was predicted of which customers, by which models, and how well.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from customer_value.analytics.grading import Gain


@dataclass(frozen=True)
class Prediction:
    """One prediction with its grades by name, None where a grade is not defined. gain: how much
    better ours does on the deciding grade, None for ours itself.
    """

    name: str
    grades: Mapping[str, float | None]
    gain: Gain | None = None


@dataclass(frozen=True)
class Card:
    """All predictions of a task on one data set, ours first.

    until: the last day that is known. horizon: days after it that are predicted. decides: the grade
    that the gains are of. further: other grades of ours alone.
    """

    task: str
    until: date
    horizon: int
    customers: int
    decides: str
    predictions: tuple[Prediction, ...]
    further: Mapping[str, float] = field(default_factory=dict)

    @property
    def rivals(self) -> dict[str, Gain]:
        """The gains over the simpler predictions, by name."""
        return {one.name: one.gain for one in self.predictions if one.gain}

    @property
    def won(self) -> bool:
        """Whether ours beats every simpler prediction."""
        return all(gain.won for gain in self.rivals.values())
