"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

The ODS tables of the area, made from The Complete Journey.

Of a line the data set has three amounts besides `sales_value`, what the shop received for it:
`retail_disc` and `coupon_match_disc`, which the shop took off, and `coupon_disc`, the coupon of a
manufacturer who pays it back to the shop. So the last is inside `sales_value`, and of 3,507 lines
it is more than that. The shop's own view counts here, as in the promotion area: amount is
sales_value, discount is what the shop took off, and their sum is the price on the shelf.
"""

import pandas as pd

from customer_value.areas.shared.load.complete_journey.inputs import Inputs, whole_cents
from customer_value.loader.plain_numbers import money_texts

CHOICES = """\
basket = order of a store, paid when bought; store = channel; household = customer (个人)
amount of a line: sales_value, what the shop received; discount_amount: retail_disc +
  coupon_match_disc, what the shop took off; coupon_disc is the manufacturer's money and part of
  sales_value; unit_price: the price on the shelf, (amount + discount) / quantity
times: UTC in the package, written as those of the shops, New York
households have no date of registration, no region and no consent: their one record holds from the
  first day of the data; what demographics say of 801 of them are declared attributes
The data set has no refunds, no events, no contacts with a service, no reviews and no relations, so
that all that is made of these stays empty."""
ATTRIBUTES = (
    *("age", "income", "home_ownership", "marital_status"),
    *("household_size", "household_comp", "kids_count"),
)
_BASKET = ["basket_id", "shop_time", "household_id", "store_id"]
_LINE = ["basket_id", "product_id", "sales_value", "retail_disc", "coupon_match_disc", "quantity"]


def profile_tables(inputs: Inputs) -> dict[str, pd.DataFrame]:
    """ODS table → its rows, all columns texts; tables and columns that the data set lacks are
    missing.
    """
    return {
        "ods_customer": _customers(inputs),
        "ods_customer_declared_attribute": _attributes(inputs),
        "ods_channel": _channels(inputs["transactions"]),
        "ods_order": _orders(inputs["transactions"]),
        "ods_order_item": _lines(inputs["transactions"]),
    }


def _customers(inputs: Inputs) -> pd.DataFrame:
    known = (inputs.get(name) for name in ("transactions", "campaigns", "demographics"))
    ids = {id for table in known if table is not None for id in table["household_id"].unique()}
    first_day = inputs["transactions"]["shop_time"].min().normalize()
    return pd.DataFrame(
        {"customer_id": sorted(ids), "customer_type": "个人", "update_time": str(first_day)}
    )


def _attributes(inputs: Inputs) -> pd.DataFrame:
    if "demographics" not in inputs:
        return pd.DataFrame()
    said = inputs["demographics"].melt(
        "household_id", list(ATTRIBUTES), "attribute_name", "attribute_value"
    )
    said = said.dropna(subset="attribute_value").rename(columns={"household_id": "customer_id"})

    return said.sort_values(["customer_id", "attribute_name"])


def _channels(transactions: pd.DataFrame) -> pd.DataFrame:
    stores = pd.Series(sorted(transactions["store_id"].unique()), dtype=object)
    return pd.DataFrame(
        {
            "channel_id": stores,
            "channel_name": "Store " + stores,
            "channel_type": "线下",
            "terminal": "门店",
            "is_self_service": "false",
        }
    )


def _orders(transactions: pd.DataFrame) -> pd.DataFrame:
    # all lines of a basket have its time, household and store
    baskets = transactions[_BASKET].drop_duplicates().sort_values(_BASKET)
    baskets = baskets.drop_duplicates("basket_id")
    times = baskets["shop_time"].dt.strftime("%Y-%m-%d %H:%M:%S")
    return pd.DataFrame(
        {
            "order_id": baskets["basket_id"],
            "customer_id": baskets["household_id"],
            "channel_id": baskets["store_id"],
            "order_time": times,
            "pay_time": times,
            "order_status": "已完成",
        }
    )


def _lines(transactions: pd.DataFrame) -> pd.DataFrame:
    lines = transactions[_LINE].sort_values(_LINE)
    amount = whole_cents(lines["sales_value"])
    # negative on Kaggle
    discount = sum(whole_cents(lines[name]).abs() for name in ("retail_disc", "coupon_match_disc"))
    quantity = lines["quantity"].astype("int64")
    # to the cent, halves up; of no unit there is no price
    price = (2 * (amount + discount) + quantity) // (2 * quantity.where(quantity > 0, 1))
    again = lines.groupby(["basket_id", "product_id"]).cumcount()
    suffix = again.map(lambda number: f"-{number + 1}" if number else "")
    return pd.DataFrame(
        {
            "order_item_id": lines["basket_id"] + "-" + lines["product_id"] + suffix,
            "order_id": lines["basket_id"],
            "product_id": lines["product_id"],
            "quantity": lines["quantity"],
            "unit_price": money_texts(price).where(quantity > 0, None),
            "discount_amount": money_texts(discount),
            "amount": money_texts(amount),
        }
    )
