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
    """A table: its name, that on Kaggle, its columns, those on Kaggle, and what they hold."""

    name: str
    on_kaggle: str
    columns: Mapping[str, str]
    dates: tuple[str, ...] = ()
    amounts: tuple[str, ...] = ()
    optional: tuple[str, ...] = ()

    @property
    def table(self) -> OdsTable:
        """What the loader reads it as."""
        kinds = {
            **dict.fromkeys(self.dates, "timestamp"),
            **dict.fromkeys(self.amounts, "decimal(12,2)"),
        }
        fields = (
            OdsColumn(
                column,
                kinds.get(column, "string"),
                is_required=column not in self.optional,
                # discounts are below zero on Kaggle
                is_signed=column in self.amounts,
                aliases=(kaggle,) if kaggle else (),
            )
            for column, kaggle in self.columns.items()
        )
        return OdsTable(self.name, tuple(fields))


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
        optional=("product_category", "product_type", "package_size"),
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
        ("sales_value", "coupon_disc"),
    ),
)


def read_inputs(source: Path, rules: CellRules, folder: Path) -> dict[str, pd.DataFrame]:
    """The tables by name, all columns texts, None where a value is missing. Identifiers are written
    without exponent, times as `YYYY-MM-DD HH:MM:SS` of the shops' clocks where the files say it.

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
    read = read_table(entry.table, _files(source, entry), rules, folder)
    # a numbered day is no time yet
    wrong = [
        fault for fault in read.faults if fault.example is None or fault.column in entry.amounts
    ]
    if wrong:
        raise Unusable("; ".join(f"{fault}" for fault in wrong) + "; repair the file.")
    rows = pq.read_table(read.file).to_pandas()
    for column in entry.columns:
        rows[column] = _rewritten(rows[column], rules.is_missing, lambda _: None)
        if column.endswith(("_id", "_upc")):
            rows[column] = _rewritten(rows[column], _R_NUMBER.fullmatch, _whole)
        if column in entry.dates:
            rows[column] = _rewritten(rows[column], _DAY_NUMBER.fullmatch, _date)
            _assert_times(rows[column], rules.form("timestamp"))

    return rows


def _files(source: Path, entry: Input) -> list[Path]:
    try:
        return files_of(source, entry.name)
    except Unusable as problem:
        try:
            return files_of(source, entry.on_kaggle)
        except Unusable:
            raise problem from None


def _rewritten(
    texts: pd.Series, is_meant: Callable[[str], object], write: Callable[[str], str | None]
) -> pd.Series:
    new = {text: write(text) for text in texts.dropna().unique() if is_meant(text)}

    return texts.map(lambda text: new.get(text, text)) if new else texts


def _assert_times(texts: pd.Series, form: re.Pattern[str]) -> None:
    other = min((text for text in texts.unique() if not form.fullmatch(text)), default=None)
    if other is not None:
        raise Unusable(f"{texts.name} is neither a time nor a numbered day: '{other}'.")


def _whole(text: str) -> str:
    """R writes a round number with an exponent, and all its digits."""
    return f"{Decimal(text).to_integral_value():f}"


def _date(text: str) -> str:
    return f"{DAY_ONE + timedelta(days=int(text) - 1)} 00:00:00"
