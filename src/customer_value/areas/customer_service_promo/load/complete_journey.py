"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

The ODS tables of the area, made from The Complete Journey.
"""

import pandas as pd

from customer_value.areas.shared.load.complete_journey.dimensions import SHOP
from customer_value.areas.shared.load.complete_journey.inputs import Inputs, days, whole_cents
from customer_value.loader.plain_numbers import money_texts

CHOICES = """\
campaign = activity, coupon product = item, campaign x household = send, redemption = use,
  campaign type = agent
send_time: the campaign's start, 00:00:00
product_id of a send: the smallest product id (as text) among its campaign's coupons
valid_hours: 24, the most that the column holds; campaigns run for weeks, so that only what is
  redeemed on a campaign's first day can count as valid
pay_time: the redemption date, 12:00:00
pay_amount: what the household paid that day, by the shops' clocks, for products that the coupon is
  for: the lines with a coupon discount, or all where none has one; a line that two redemptions
  could pay for goes to the first (by campaign, then coupon, as text); 0.00 where there is no line
promo_amount: 0.00 and purchase_limit: empty, because the data set has neither"""

_REDEMPTION = ["household_id", "redemption_date", "campaign_id", "coupon_upc"]


def promo_tables(inputs: Inputs) -> dict[str, pd.DataFrame]:
    """ODS table → its rows, all columns texts; columns that the data set lacks are missing."""
    return {
        "ods_customer_service_promo_activity": _activities(inputs),
        "ods_customer_service_promo_activity_item": _items(inputs),
        "ods_customer_service_promo_send": _sends(inputs),
        "ods_customer_service_promo_use": _uses(inputs),
        "ods_customer_service": _agents(inputs),
    }


def _activities(inputs: Inputs) -> pd.DataFrame:
    campaigns = inputs["campaign_descriptions"]
    return pd.DataFrame(
        {
            "activity_id": campaigns["campaign_id"],
            "activity_name": "Campaign " + campaigns["campaign_id"] + " (" + _kind(campaigns) + ")",
            "activity_level": "商品级",
            "promo_type": "固定优惠",
            "start_time": campaigns["start_date"].str[:10] + " 00:00:00",
            "end_time": campaigns["end_date"].str[:10] + " 23:59:59",
            "shop_id": SHOP,
        }
    )


def _items(inputs: Inputs) -> pd.DataFrame:
    # A product can be on several coupons of a campaign, and some coupon rows are exact copies.
    items = inputs["coupons"][["campaign_id", "product_id"]].drop_duplicates()
    renamed = items.rename(columns={"campaign_id": "activity_id"})
    return renamed.assign(promo_amount="0.00").sort_values(["activity_id", "product_id"])


def _sends(inputs: Inputs) -> pd.DataFrame:
    descriptions = inputs["campaign_descriptions"]
    descriptions = descriptions.assign(kind=_kind(descriptions)).set_index("campaign_id")
    product = inputs["coupons"].groupby("campaign_id")["product_id"].min()
    received = inputs["campaigns"].sort_values(["campaign_id", "household_id"])
    campaign = received["campaign_id"]
    return pd.DataFrame(
        {
            "send_id": campaign + "-" + received["household_id"],
            "activity_id": campaign,
            "product_id": campaign.map(product),
            "customer_service_id": campaign.map(descriptions["kind"]),
            "consumer_id": received["household_id"],
            "promo_amount": "0.00",
            "valid_hours": "24",
            "send_time": campaign.map(descriptions["start_date"]).str[:10] + " 00:00:00",
        }
    )


def _uses(inputs: Inputs) -> pd.DataFrame:
    redeemed = inputs["coupon_redemptions"]
    redeemed = redeemed.assign(redemption_date=redeemed["redemption_date"].str[:10])
    redeemed = redeemed.sort_values(_REDEMPTION).reset_index(drop=True)
    paid = money_texts(_paid_cents(redeemed, inputs))
    date = redeemed["redemption_date"]
    send = redeemed["campaign_id"] + "-" + redeemed["household_id"]
    return pd.DataFrame(
        {
            "use_id": send + "-" + redeemed["coupon_upc"] + "-" + date,
            "send_id": send,
            "pay_time": date + " 12:00:00",
            "pay_amount": paid,
            "quantity": "1",
        }
    )


def _paid_cents(redeemed: pd.DataFrame, inputs: Inputs) -> pd.Series:
    """What each redemption paid for, in cents, in the order of `redeemed`."""
    lines = _lines_of_days(redeemed, inputs["transactions"])
    coupons = inputs["coupons"].drop_duplicates()
    numbered = redeemed[_REDEMPTION].assign(redemption=redeemed.index)
    paid = numbered.merge(lines, on=["household_id", "redemption_date"])
    paid = paid.merge(coupons, on=["campaign_id", "coupon_upc", "product_id"])
    discounted = paid["discounted"].groupby(paid["redemption"]).transform("any")
    paid = paid[paid["discounted"] | ~discounted]
    paid = paid.sort_values(["line", "redemption"]).drop_duplicates("line")

    return paid.groupby("redemption")["cents"].sum().reindex(redeemed.index, fill_value=0)


def _lines_of_days(redeemed: pd.DataFrame, transactions: pd.DataFrame) -> pd.DataFrame:
    """The lines of households that redeemed, with the day on the shops' clocks."""
    bought = transactions[transactions["household_id"].isin(redeemed["household_id"])]
    return pd.DataFrame(
        {
            "line": bought.index,
            "household_id": bought["household_id"],
            "product_id": bought["product_id"],
            "redemption_date": days(bought["shop_time"]),
            "cents": whole_cents(bought["sales_value"]),
            # negative on Kaggle
            "discounted": bought["coupon_disc"].astype(float) != 0,
        }
    )


def _agents(inputs: Inputs) -> pd.DataFrame:
    kinds = sorted(_kind(inputs["campaign_descriptions"]).unique())
    return pd.DataFrame({"customer_service_id": kinds, "cs_name": kinds, "shop_id": SHOP})


def _kind(campaigns: pd.DataFrame) -> pd.Series:
    """`Type A`, which Kaggle writes in one word."""
    return "Type " + campaigns["campaign_type"].str[-1:]
