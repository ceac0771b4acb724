"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

Reads the tables of The Complete Journey that the ODS is made from, in any of its publications.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from zoneinfo import ZoneInfo

import pandas as pd
import pyarrow.parquet as pq

from customer_value.errors import LoadError
from customer_value.loader.area_tables import OdsColumn, OdsTable
from customer_value.loader.cells.rules import CellRules
from customer_value.loader.find_files import files_of
from customer_value.loader.read_table import read_table
from customer_value.loader.unusable import Unusable

SHOPS = ZoneInfo("America/New_York")
# the publication on Kaggle numbers its days and gives no date; any day will do
DAY_ONE = date(2016, 1, 1)
_DAY_NUMBER = re.compile(r"[0-9]{1,3}", re.ASCII)
_R_NUMBER = re.compile(r"([0-9.]+)e\+?([0-9]+)|([0-9]+)\.0+", re.ASCII)


@dataclass(frozen=True)
class Input:
    """A table: its name, that on Kaggle, its columns, those on Kaggle, and which hold dates."""

    name: str
    on_kaggle: str
    columns: Mapping[str, str]
    dates: tuple[str, ...] = ()

    @property
    def table(self) -> OdsTable:
        """What the loader reads it as."""
        return OdsTable(
            self.name,
            tuple(
                OdsColumn(
                    column,
                    "timestamp" if column in self.dates else "string",
                    aliases=tuple(filter(None, kaggle.split(","))),
                )
                for column, kaggle in self.columns.items()
            ),
        )


_HOUSEHOLD, _CAMPAIGN = {"household_id": "household_key"}, {"campaign_id": "CAMPAIGN"}
INPUTS = (
    Input(
        "campaign_descriptions",
        "campaign_desc",
        {
            **_CAMPAIGN,
            "campaign_type": "DESCRIPTION",
            "start_date": "START_DAY",
            "end_date": "END_DAY",
        },
        ("start_date", "end_date"),
    ),
    Input("campaigns", "campaign_table", {**_CAMPAIGN, **_HOUSEHOLD}),
    Input("coupons", "coupon", {"coupon_upc": "", "product_id": "", **_CAMPAIGN}),
    Input(
        "coupon_redemptions",
        "coupon_redempt",
        {**_HOUSEHOLD, "coupon_upc": "", **_CAMPAIGN, "redemption_date": "DAY"},
        ("redemption_date",),
    ),
    Input(
        "products",
        "product",
        {
            "product_id": "",
            "product_category": "COMMODITY_DESC",
            "product_type": "SUB_COMMODITY_DESC",
            "package_size": "CURR_SIZE_OF_PRODUCT",
        },
    ),
    Input(
        "transactions",
        "transaction_data",
        {
            **_HOUSEHOLD,
            "product_id": "",
            "sales_value": "",
            "coupon_disc": "",
            "transaction_timestamp": "DAY",
        },
        ("transaction_timestamp",),
    ),
)


def read_inputs(source: Path, rules: CellRules, folder: Path) -> dict[str, pd.DataFrame]:
    """The tables by name, all columns texts. Identifiers are written without exponent, times as
    `YYYY-MM-DD HH:MM:SS` of the shops' clocks where the files say it.

    Raises LoadError with one sentence per table that is missing or cannot be read.
    """
    inputs, problems = {}, []
    rules = replace(rules, zone=SHOPS)
    for entry in INPUTS:
        try:
            inputs[entry.name] = _read(source, entry, rules, folder)
        except Unusable as problem:
            problems.append(f"{entry.name}: {problem}")
    if problems:
        raise LoadError("\n".join(problems))

    return inputs


def _read(source: Path, entry: Input, rules: CellRules, folder: Path) -> pd.DataFrame:
    try:
        files = files_of(source, entry.name)
    except Unusable as problem:
        try:
            files = files_of(source, entry.on_kaggle)
        except Unusable:
            raise problem from None
    rows = pq.read_table(read_table(entry.table, files, rules, folder).file).to_pandas()
    for column in entry.columns:
        if column.endswith(("_id", "_upc")):
            rows[column] = _rewritten(rows[column], _R_NUMBER, _whole)
        if column in entry.dates:
            rows[column] = _rewritten(rows[column], _DAY_NUMBER, _date)

    return rows


def _rewritten(texts: pd.Series, form: re.Pattern[str], write: Callable[[str], str]) -> pd.Series:
    new = {text: write(text) for text in texts.dropna().unique() if form.fullmatch(text)}

    return texts.replace(new) if new else texts


def _whole(text: str) -> str:
    """R writes a round number with an exponent, and all its digits."""
    return f"{Decimal(text).to_integral_value():f}"


def _date(text: str) -> str:
    return f"{DAY_ONE + timedelta(days=int(text) - 1)} 00:00:00"
