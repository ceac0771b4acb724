"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

R, F and M of the promo area straight from the DWD facts, for users of `customer_value.ads_fu_bu`.

The design document (§五.二) has `calculate_rfm` in ads_fu_bu.py compute these metrics; its input
comes from here. The warehouse's own come from SQL, `dws_…_consumer_metrics`.
"""

from __future__ import annotations

from datetime import date

from pyspark.sql import DataFrame
from pyspark.sql import functions as F

from customer_value.analytics.rfm.errors import RfmInputError
from customer_value.analytics.rfm.metrics import exact_type

MONEY = "decimal(28,2)"


def consumer_metrics(
    sends: DataFrame,
    uses: DataFrame,
    *,
    as_of_date: date,
    window_days: int,
    never_redeemed_days: int = 999,
) -> DataFrame:
    """One row per consumer with a send or a use on or before `as_of_date` (design §4).

    sends: send_id, consumer_id, dt (date of the send). uses: consumer_id, dt (date of the payment),
    pay_amount (an integer or decimal type).

    Returns consumer_id, recency_days int (calendar days from the last payment of all history,
    paid on as_of_date = 0, at most never_redeemed_days - 1; never redeemed =
    never_redeemed_days), has_redeemed boolean, frequency bigint (distinct sends) and monetary
    decimal(28,2) (sum of pay_amount), both over the `window_days` calendar days that end on
    as_of_date, and as_of_date date.

    Raises RfmInputError for an as_of_date that is not a date, for a window or a never-redeemed
    age below one day, and for a pay_amount that is not exact.
    """
    _refuse_text_date(as_of_date)
    _refuse_days(window_days=window_days, never_redeemed_days=never_redeemed_days)
    exact_type(uses.schema["pay_amount"].dataType, "uses.pay_amount")

    today = F.lit(as_of_date)
    in_window = F.col("dt") > F.date_sub(today, window_days)

    sent = (
        sends.where(F.col("dt") <= today)
        .groupBy("consumer_id")
        .agg(F.countDistinct(F.when(in_window, F.col("send_id"))).alias("frequency"))
    )
    paid = (
        uses.where(F.col("dt") <= today)
        .groupBy("consumer_id")
        .agg(
            F.max("dt").alias("last_pay_date"),
            F.sum(F.when(in_window, F.col("pay_amount"))).cast(MONEY).alias("monetary"),
        )
    )
    # each side is aggregated before they meet: a send that was used three times is still one send
    consumers = sent.join(paid, on="consumer_id", how="full")

    age = F.datediff(today, F.col("last_pay_date"))

    return consumers.select(
        "consumer_id",
        # a real age never reaches the number that means never
        F.when(F.col("last_pay_date").isNull(), F.lit(never_redeemed_days))
        .otherwise(F.least(age, F.lit(never_redeemed_days - 1)))
        .alias("recency_days"),
        F.col("last_pay_date").isNotNull().alias("has_redeemed"),
        F.coalesce(F.col("frequency"), F.lit(0).cast("bigint")).alias("frequency"),
        F.coalesce(F.col("monetary"), F.lit(0).cast(MONEY)).alias("monetary"),
        today.alias("as_of_date"),
    )


def _refuse_days(**days: int) -> None:
    for name, value in days.items():
        if value < 1:
            raise RfmInputError(f"{name} is {value}: give at least one day.")


def _refuse_text_date(as_of_date: object) -> None:
    if type(as_of_date) is not date:
        raise RfmInputError(
            f"as_of_date is {as_of_date!r}: give a date, for example date(2024, 6, 30)."
        )
