"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

What was graded, as it is committed: one row per data set, prediction and grade.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from dataclasses import astuple, dataclass, fields
from datetime import date
from pathlib import Path

from customer_value.errors import CommandError
from customer_value.model_cards.card import Card


@dataclass(frozen=True)
class Grade:
    """One grade of one prediction: what was predicted of which customers, and how well.

    prediction: ours, or a simpler one. gain, gain_low, gain_high: how much better
    ours does on the deciding grade, with the 90 % interval; empty elsewhere. won: whether that
    interval lies above 0. Numbers are texts of six significant digits.
    """

    task: str
    data_set: str
    until: str
    horizon_days: str
    customer_count: str
    prediction: str
    grade: str
    value: str
    gain: str = ""
    gain_low: str = ""
    gain_high: str = ""
    won: str = ""


COLUMNS = tuple(field.name for field in fields(Grade))


def grades_of(data_set: str, card: Card) -> list[Grade]:
    """The rows of a card; those of ours end with its further grades."""
    about = (
        *(card.task, data_set, card.until.isoformat()),
        *(str(card.horizon), str(card.customers)),
    )
    found = []
    for one in card.predictions:
        for name, value in one.grades.items():
            gained: tuple[str, ...] = ()
            if one.gain and name == card.decides:
                gained = (
                    *map(_text, (one.gain.value, one.gain.low, one.gain.high)),
                    str(one.gain.won).lower(),
                )
            found.append(Grade(*about, one.name, name, _text(value), *gained))
    ours = card.predictions[0].name
    found += [Grade(*about, ours, name, _text(value)) for name, value in card.further.items()]

    return found


def with_new(old: Sequence[Grade], new: Sequence[Grade]) -> list[Grade]:
    """The old rows without those of the new rows' task and data set, and the new ones, sorted by
    task and data set.
    """
    replaced = {(one.task, one.data_set) for one in new}
    kept = [one for one in old if (one.task, one.data_set) not in replaced]

    return sorted([*kept, *new], key=lambda one: (one.task, one.data_set))


def read_grades(file: Path) -> list[Grade]:
    """The rows of a file, none where it is not there. Raises CommandError where it has others."""
    if not file.exists():
        return []
    header, *rows = csv.reader(file.read_text("utf-8").splitlines())
    if tuple(header) != COLUMNS:
        raise CommandError(f"{file} has other columns than {', '.join(COLUMNS)}: delete it.")

    return [Grade(*row) for row in rows]


def grades_text(grades: Sequence[Grade]) -> str:
    """The rows as CSV."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(COLUMNS)
    writer.writerows(map(astuple, grades))

    return text.getvalue()


def date_of(text: str) -> date:
    """A day as YYYY-MM-DD. Raises CommandError."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise CommandError(f"'{text}' is no day: give it as YYYY-MM-DD.") from None


def _text(value: float | None) -> str:
    return "" if value is None else f"{value:.6g}"
