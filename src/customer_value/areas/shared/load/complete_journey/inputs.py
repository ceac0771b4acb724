"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

Reads the tables of The Complete Journey that the ODS is made from, in any of its publications.
"""

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from zoneinfo import ZoneInfo

import pandas as pd

from customer_value.loader.cells.rules import CellRules
from customer_value.loader.published import PublishedTable, Repair, read_published, rewritten
from customer_value.loader.read_table import ReadTable
from customer_value.loader.unusable import Unusable

SHOPS = ZoneInfo("America/New_York")
# the publication on Kaggle numbers its days and gives no date; any day will do
DAY_ONE = date(2016, 1, 1)
_DAY_NUMBER = re.compile(r"[0-9]{1,3}", re.ASCII)
_R_NUMBER = re.compile(r"([0-9.]+)e\+?([0-9]+)|([0-9]+)\.0+", re.ASCII)

Inputs = Mapping[str, pd.DataFrame]

# after `also` the names on Kaggle, whose discounts are below zero
_ID = "string required"
_HOUSEHOLD = {"household_id": f"{_ID} also:household_key"}
_CAMPAIGN = {"campaign_id": f"{_ID} also:CAMPAIGN"}
_AMOUNT = "decimal(12,2) required signed"
TABLES = (
    PublishedTable(
        "campaign_descriptions",
        {
            **_CAMPAIGN,
            "campaign_type": f"{_ID} also:DESCRIPTION",
            "start_date": "timestamp required also:START_DAY",
            "end_date": "timestamp required also:END_DAY",
        },
        ("campaign_desc",),
    ),
    PublishedTable("campaigns", {**_CAMPAIGN, **_HOUSEHOLD}, ("campaign_table",)),
    PublishedTable("coupons", {"coupon_upc": _ID, "product_id": _ID, **_CAMPAIGN}, ("coupon",)),
    PublishedTable(
        "coupon_redemptions",
        {
            **_HOUSEHOLD,
            "coupon_upc": _ID,
            **_CAMPAIGN,
            "redemption_date": "timestamp required also:DAY",
        },
        ("coupon_redempt",),
    ),
    PublishedTable(
        "products",
        {
            "product_id": _ID,
            "manufacturer_id": "string optional also:MANUFACTURER",
            "product_category": "string optional also:COMMODITY_DESC",
            "product_type": "string optional also:SUB_COMMODITY_DESC",
            "package_size": "string optional also:CURR_SIZE_OF_PRODUCT",
        },
        ("product",),
    ),
    PublishedTable(
        "demographics",
        {
            **_HOUSEHOLD,
            "age": "string optional also:AGE_DESC",
            "income": "string optional also:INCOME_DESC",
            "home_ownership": "string optional also:HOMEOWNER_DESC",
            "marital_status": "string optional also:MARITAL_STATUS_CODE",
            "household_size": "string optional also:HOUSEHOLD_SIZE_DESC",
            "household_comp": "string optional also:HH_COMP_DESC",
            "kids_count": "string optional also:KID_CATEGORY_DESC",
        },
        ("hh_demographic",),
        is_optional=True,
    ),
    PublishedTable(
        "transactions",
        {
            **_HOUSEHOLD,
            "store_id": _ID,
            "basket_id": _ID,
            "product_id": _ID,
            "quantity": "int required",
            "sales_value": _AMOUNT,
            "retail_disc": _AMOUNT,
            "coupon_disc": _AMOUNT,
            "coupon_match_disc": _AMOUNT,
            "transaction_timestamp": "timestamp required also:DAY",
        },
        ("transaction_data",),
    ),
)


def read_inputs(source: Path, rules: CellRules, folder: Path) -> dict[str, pd.DataFrame]:
    """The tables by name, all columns texts, None where a value is missing, and `shop_time` of each
    transaction, a time of the shops' clocks. Identifiers are written without exponent.

    Raises LoadError with one sentence per table that is missing or cannot be read.
    """
    inputs = read_published(source, TABLES, replace(rules, zone=SHOPS), folder, _repaired(rules))
    transactions = inputs["transactions"]
    transactions["shop_time"] = _shop_times(transactions, inputs["coupon_redemptions"])

    return inputs


def whole_cents(amounts: pd.Series) -> pd.Series:
    """Amounts, which are texts, in cents."""
    return (amounts.astype(float) * 100).round().astype("int64")


def days(moments: pd.Series) -> pd.Series:
    """`YYYY-MM-DD`; strftime would take seconds."""
    return pd.Series(moments.to_numpy().astype("datetime64[D]").astype(str), moments.index)


def _repaired(rules: CellRules) -> Repair:
    def repaired(table: PublishedTable, read: ReadTable, rows: pd.DataFrame) -> pd.DataFrame:
        """Refuses what cannot be counted, writes identifiers in full and numbered days as dates."""
        dates = [field.name for field in table.table.fields if field.type == "timestamp"]
        # a numbered day is no time yet
        wrong = [each for each in read.faults if each.example is None or each.column not in dates]
        if wrong:
            raise Unusable("; ".join(map(str, wrong)) + "; repair the file.")
        for column in table.columns:
            if column.endswith(("_id", "_upc")):
                rows[column] = rewritten(rows[column], _R_NUMBER.fullmatch, _whole)
            if column in dates:
                rows[column] = rewritten(rows[column], _DAY_NUMBER.fullmatch, _date)
                _assert_times(rows[column], rules.form("timestamp"))

        return rows

    return repaired


def _assert_times(texts: pd.Series, form: re.Pattern[str]) -> None:
    other = min((text for text in texts.unique() if not form.fullmatch(text)), default=None)
    if other is not None:
        raise Unusable(f"{texts.name} is neither a time nor a numbered day: '{other}'.")


def _whole(text: str) -> str:
    """R writes a round number with an exponent, and all its digits."""
    return f"{Decimal(text).to_integral_value():f}"


def _date(text: str) -> str:
    return f"{DAY_ONE + timedelta(days=int(text) - 1)} 00:00:00"


def _shop_times(transactions: pd.DataFrame, redemptions: pd.DataFrame) -> pd.Series:
    """Files that carry neither zone nor note hold local times or UTC: a redemption needs a basket
    on its day, and the reading that gives more of them one is right.
    """
    times = pd.to_datetime(transactions["transaction_timestamp"])
    moved = times.dt.tz_localize("UTC").dt.tz_convert(SHOPS).dt.tz_localize(None)
    redeemed = redemptions.assign(redemption_date=redemptions["redemption_date"].str[:10])
    bought = transactions["household_id"].isin(redeemed["household_id"])

    def with_a_basket(moments: pd.Series) -> int:
        baskets = pd.DataFrame(
            {
                "household_id": transactions.loc[bought, "household_id"],
                "redemption_date": days(moments[bought]),
            }
        )
        return len(redeemed.merge(baskets.drop_duplicates(), on=list(baskets.columns)))

    return max((times, moved), key=with_a_basket)
