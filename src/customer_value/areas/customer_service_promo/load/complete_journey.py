"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

The Complete Journey (84.51°, packaged by B. Boehmke and S. M. Mortimer) as the ODS of the area
customer_service_promo.
"""

from argparse import ArgumentParser, Namespace
from collections.abc import Sequence
from pathlib import Path

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq

from customer_value.errors import LoadError
from customer_value.loader.data_set import DataSet
from customer_value.loader.source_tables import OdsTable

SHOP = "complete_journey"
CHOICES = """\
campaign = activity, coupon product = item, campaign x household = send, redemption = use,
  campaign type = agent
send_time: the campaign's start, 00:00:00
product_id of a send: the smallest product id (as text) among its campaign's coupons
valid_hours: 24, the most that the column holds; campaigns run for weeks and the day's
  money goes to one of its redemptions, so no use of this data set counts as valid
pay_time: the redemption date, 12:00:00
pay_amount: what the household paid that day for lines with a coupon, in the transactions sample;
  all of it on the day's first redemption (by campaign, then coupon, as text), 0.00 on the others
promo_amount: 0.00 and purchase_limit: empty, because the data set has neither"""

_INPUTS = {
    "campaign_descriptions": ("campaign_id", "campaign_type", "start_date", "end_date"),
    "campaigns": ("campaign_id", "household_id"),
    "coupons": ("coupon_upc", "product_id", "campaign_id"),
    "coupon_redemptions": ("household_id", "coupon_upc", "campaign_id", "redemption_date"),
    "products": ("product_id", "product_category", "product_type", "package_size"),
    "transactions_sample": ("household_id", "sales_value", "coupon_disc", "transaction_timestamp"),
}


def write_complete_journey(source: Path, target: Path, tables: Sequence[OdsTable]) -> None:
    """Write one Parquet file per ODS table into `target`, all columns text.

    `source` holds the data set's Parquet files. Raises LoadError where one is missing, unreadable
    or lacks a column.
    """
    inputs = _read_inputs(source)
    mapped = {
        "ods_customer_service_promo_activity": _activities(inputs),
        "ods_customer_service_promo_activity_item": _items(inputs),
        "ods_customer_service_promo_send": _sends(inputs),
        "ods_customer_service_promo_use": _uses(inputs),
        "ods_product": _products(inputs),
        "ods_sku": pd.DataFrame(),
        "ods_customer_service": _agents(inputs),
    }
    for table in tables:
        rows = mapped[table.name].reindex(columns=list(table.columns))
        schema = pa.schema([(column, pa.string()) for column in table.columns])
        content = pa.Table.from_pandas(rows, schema=schema, preserve_index=False)
        pq.write_table(content, target / f"{table.name}.parquet")


def _read_inputs(source: Path) -> dict[str, pd.DataFrame]:
    inputs = {}
    problems = []
    for name, columns in _INPUTS.items():
        path = source / f"{name}.parquet"
        try:
            present = pq.read_schema(path).names
            missing = [column for column in columns if column not in present]
            if missing:
                problems.append(f"{path} has no column {', '.join(missing)}.")
            else:
                inputs[name] = pq.read_table(path, columns=list(columns)).to_pandas()
        except FileNotFoundError:
            problems.append(f"{path} is missing; The Complete Journey has it.")
        except (pa.ArrowException, OSError) as problem:
            problems.append(f"{path} cannot be read ({str(problem).splitlines()[0]}).")
    if problems:
        raise LoadError("\n".join(problems))
    return inputs


def _activities(inputs: dict[str, pd.DataFrame]) -> pd.DataFrame:
    campaigns = inputs["campaign_descriptions"]
    kind = campaigns["campaign_type"].str.removeprefix("Type ")
    return pd.DataFrame(
        {
            "activity_id": campaigns["campaign_id"],
            "activity_name": "Campaign " + campaigns["campaign_id"] + " (Type " + kind + ")",
            "activity_level": "商品级",
            "promo_type": "固定优惠",
            "start_time": campaigns["start_date"].astype(str) + " 00:00:00",
            "end_time": campaigns["end_date"].astype(str) + " 23:59:59",
            "shop_id": SHOP,
        }
    )


def _items(inputs: dict[str, pd.DataFrame]) -> pd.DataFrame:
    # A product can be on several coupons of a campaign, and some coupon rows are exact copies.
    items = inputs["coupons"][["campaign_id", "product_id"]].drop_duplicates()
    renamed = items.rename(columns={"campaign_id": "activity_id"})
    return renamed.assign(promo_amount="0.00").sort_values(["activity_id", "product_id"])


def _sends(inputs: dict[str, pd.DataFrame]) -> pd.DataFrame:
    descriptions = inputs["campaign_descriptions"].set_index("campaign_id")
    product = inputs["coupons"].groupby("campaign_id")["product_id"].min()
    received = inputs["campaigns"].sort_values(["campaign_id", "household_id"])
    campaign = received["campaign_id"]
    return pd.DataFrame(
        {
            "send_id": campaign + "-" + received["household_id"],
            "activity_id": campaign,
            "product_id": campaign.map(product),
            "customer_service_id": campaign.map(descriptions["campaign_type"]),
            "consumer_id": received["household_id"],
            "promo_amount": "0.00",
            "valid_hours": "24",
            "send_time": campaign.map(descriptions["start_date"]).astype(str) + " 00:00:00",
        }
    )


def _uses(inputs: dict[str, pd.DataFrame]) -> pd.DataFrame:
    day = ["household_id", "redemption_date"]
    redeemed = inputs["coupon_redemptions"].sort_values([*day, "campaign_id", "coupon_upc"])
    redeemed = redeemed.merge(_paid_by_day(inputs["transactions_sample"]), how="left", on=day)
    first_of_day = ~redeemed.duplicated(day)
    cents = redeemed["cents"].where(first_of_day, 0).fillna(0).astype("int64")
    date = redeemed["redemption_date"].astype(str)
    send = redeemed["campaign_id"] + "-" + redeemed["household_id"]
    return pd.DataFrame(
        {
            "use_id": send + "-" + redeemed["coupon_upc"] + "-" + date,
            "send_id": send,
            "pay_time": date + " 12:00:00",
            "pay_amount": [f"{value // 100}.{value % 100:02d}" for value in cents],
            "quantity": "1",
        }
    )


def _paid_by_day(transactions: pd.DataFrame) -> pd.DataFrame:
    """Cents that a household paid on a day for lines with a coupon discount."""
    lines = transactions[transactions["coupon_disc"] > 0]
    cents = (lines["sales_value"] * 100).round().astype("int64")
    date = lines["transaction_timestamp"].dt.date
    paid = pd.DataFrame(
        {"household_id": lines["household_id"], "redemption_date": date, "cents": cents}
    )
    return paid.groupby(["household_id", "redemption_date"])[["cents"]].sum().reset_index()


def _products(inputs: dict[str, pd.DataFrame]) -> pd.DataFrame:
    products = inputs["products"]
    kind, size = products["product_type"], products["package_size"]
    return pd.DataFrame(
        {
            "product_id": products["product_id"],
            "product_name": (kind.fillna("") + " " + size.fillna("")).str.strip(),
            "category_id": products["product_category"],
            "category_name": products["product_category"],
            "shop_id": SHOP,
        }
    )


def _agents(inputs: dict[str, pd.DataFrame]) -> pd.DataFrame:
    kinds = sorted(inputs["campaign_descriptions"]["campaign_type"].unique())
    return pd.DataFrame({"customer_service_id": kinds, "cs_name": kinds, "shop_id": SHOP})


def _add_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("directory", type=Path)


def _write(arguments: Namespace, tables: Sequence[OdsTable], folder: Path) -> Sequence[str]:
    write_complete_journey(arguments.directory, folder, tables)

    return [CHOICES]


COMPLETE_JOURNEY = DataSet(
    "complete-journey", "the public data set The Complete Journey", _add_arguments, _write
)
