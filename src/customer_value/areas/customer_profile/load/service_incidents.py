"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

The incident management process enriched event log (UCI 498), or the last state of its incidents, as
the ODS of the area.
"""

import re
from argparse import ArgumentParser, Namespace
from collections.abc import Sequence
from pathlib import Path

import pandas as pd

from customer_value.areas.customer_profile.load.consent import CHOICE, SETTINGS
from customer_value.loader.area_tables import OdsTable
from customer_value.loader.cells.rules import CellRules
from customer_value.loader.data_set import DataSet
from customer_value.loader.find_files import files_at
from customer_value.loader.progress import say_reading
from customer_value.loader.published import PublishedTable, rewritten, rows_of
from customer_value.loader.read_table import ReadTable, read_table, write_tables

CHOICES = f"""\
incident = contact with the service, in its last state: the row with the largest sys_mod_count;
  caller = customer; Phone and IVR = 电话, Email and Self service = 在线, Direct opening = no type;
  all are contacts of a person (human)
issue_category: the incident's category, a number without a meaning, so that the target for other
  issues (其他) counts, not the service level of the source
resolution_time: minutes from opened_at to resolved_at, or to closed_at where that is missing
escalation_level: empty, as a reassignment is no escalation
times: as they are in the file, whose zone is not stated; nearly all incidents were opened before
  June 2016, so that the last day of the file shows few of them
The log has no satisfaction, so that service health stays empty beside its timeliness, and no
complaints, texts, customers' records, orders or events; its callers are in no other data set.
{CHOICE}"""

LOG = PublishedTable(
    "incidents",
    {
        "number": "string required",
        "sys_mod_count": "int required",
        "sys_updated_at": "timestamp optional",
        "caller_id": "string",
        "opened_at": "timestamp required",
        "contact_type": "string",
        "category": "string",
        "resolved_at": "timestamp",
        "closed_at": "timestamp",
    },
)
_TYPES = {
    **dict.fromkeys(("Phone", "IVR"), "电话"),
    **dict.fromkeys(("Email", "Self service"), "在线"),
    "Direct opening": None,
}
# the log writes `INC0000045` and `Caller 2403`, its last states the numbers alone
_PREFIXED = re.compile(r"(?:INC|Caller |Category )(.+)")


def contacts_of(log: pd.DataFrame) -> pd.DataFrame:
    """The rows of ods_service_contact, all columns texts, of a log with any number of rows per
    incident.
    """
    columns = [*log.columns]
    order = log.assign(changes=pd.to_numeric(log["sys_mod_count"], errors="coerce"))
    last = order.sort_values(["number", "changes", "sys_updated_at", *columns])
    last = last.drop_duplicates("number", keep="last")
    opened = pd.to_datetime(last["opened_at"], errors="coerce")
    ended = pd.to_datetime(last["resolved_at"].fillna(last["closed_at"]), errors="coerce")
    minutes = (ended - opened).dt.total_seconds() // 60
    for column in ("number", "caller_id", "category"):
        last[column] = rewritten(last[column], _PREFIXED.fullmatch, _without_prefix)

    return pd.DataFrame(
        {
            "service_id": last["number"],
            "customer_id": last["caller_id"],
            "contact_type": last["contact_type"].map(lambda name: _TYPES.get(name, name)),
            "contact_source": "human",
            "issue_category": last["category"],
            "contact_time": last["opened_at"],
            "resolution_time": minutes.map(lambda count: f"{count:.0f}", na_action="ignore"),
        }
    )


def _without_prefix(text: str) -> str:
    return text.split("INC")[-1].split(" ")[-1]


def _without_question_marks(rows: pd.DataFrame) -> pd.DataFrame:
    return rows.replace("?", None)


def _add_arguments(parser: ArgumentParser) -> None:
    parser.add_argument(
        "file", type=Path, help="the log or the last states: csv, csv.gz, zip or Parquet"
    )


def _read(
    arguments: Namespace, tables: Sequence[OdsTable], rules: CellRules, folder: Path
) -> list[ReadTable]:
    say_reading(arguments.file)
    log = rows_of(read_table(LOG.table, files_at(arguments.file), rules, folder), rules)

    return write_tables(
        {"ods_service_contact": contacts_of(_without_question_marks(log))}, tables, rules, folder
    )


SERVICE_INCIDENTS = DataSet(
    "service-incidents",
    "the public incident log of a service desk (UCI 498)",
    ("customer_profile", "customer_service_promo"),
    _add_arguments,
    _read,
    about=CHOICES,
    schema="service_incidents",
    today=("ods_service_contact", "contact_time"),
    settings=SETTINGS,
)
