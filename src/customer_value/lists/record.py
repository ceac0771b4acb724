"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

The record of the last export of a list: who was on it, so that the next one can say what changed.
"""

from __future__ import annotations

import json
from collections.abc import Collection
from dataclasses import asdict, dataclass
from pathlib import Path

from customer_value.errors import ListError
from customer_value.lists.read import CustomerList


@dataclass(frozen=True)
class Record:
    """Who was on a list when it was last exported, from which release.

    forgotten: how many more there were, whose ids were taken out since, as they no longer agree or
    asked to be erased. erasures: the list of erased people that the release knew.
    """

    list_name: str
    release_id: str
    as_of_date: str
    erasures: str | None
    customers: list[str]
    forgotten: int = 0


@dataclass(frozen=True)
class Changes:
    """What entered and left a list since its last export; `since` is that record, None where there
    is none.

    left: only who still agrees to be on lists. gone: how many others left, without their ids: they
    no longer agree, or asked to be erased.
    """

    since: Record | None
    entered: list[str]
    left: list[str]
    gone: int


def record_of(exported: CustomerList) -> Record:
    """The record of an export."""
    return Record(
        exported.row.list_name,
        exported.release.release_id,
        exported.release.as_of_date,
        exported.release.erasures,
        exported.customers,
    )


def read_record(path: Path) -> Record | None:
    """The record in a file; None where there is no file.

    Raises ListError where the file holds something else.
    """
    try:
        return Record(**json.loads(path.read_text("utf-8")))
    except FileNotFoundError:
        return None
    except (ValueError, TypeError):
        raise ListError(
            f"{path} is not the record of an export: remove it, and the next export counts as the"
            " first."
        ) from None


def as_text(record: Record) -> str:
    """A record as the text of its file."""
    return json.dumps(asdict(record), ensure_ascii=False, indent=1) + "\n"


def changes(since: Record | None, exported: CustomerList) -> Changes:
    """What changed between a record and an export; nothing where there is no record."""
    if since is None:
        return Changes(None, [], [], 0)
    now, before = set(exported.customers), set(since.customers)
    left = before - now
    shown = sorted(left & set(exported.agreeing))
    gone = len(left) - len(shown) + since.forgotten

    return Changes(since, [one for one in exported.customers if one not in before], shown, gone)


def without_others(record: Record, agreeing: Collection[str]) -> Record:
    """A record without the ids of those who no longer agree, or asked to be erased."""
    kept = [one for one in record.customers if one in agreeing]

    return Record(
        record.list_name,
        record.release_id,
        record.as_of_date,
        record.erasures,
        kept,
        record.forgotten + len(record.customers) - len(kept),
    )
