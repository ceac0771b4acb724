"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

The promotion area, by its number of sends.
"""

from __future__ import annotations

from benchmarks.duckdb_sql import scored_by_rank
from benchmarks.mart.area import Area
from benchmarks.mart.settings import FOR_LARGE, LARGE, RUNS_OWN_COLUMNS
from benchmarks.promo_mart.ods_files import AS_OF_DATE, DAY_BEFORE, write_ods
from benchmarks.warehouse import SCHEMA, area_models

PROMOTION = Area(
    name="promo_mart",
    title="the promotion mart",
    unit="sends",
    models=area_models,
    write_ods=write_ods,
    as_of_date=AS_OF_DATE,
    day_before=DAY_BEFORE,
    settings={
        "customer_service_promo_ods": "source",
        "shared_ods": "source",
        "online_retail_ods": "seeds",
    },
    large=LARGE,
    for_large=FOR_LARGE,
    by_definition={
        "dws_customer_service_promo_consumer_rfm": scored_by_rank(
            f"{SCHEMA}_dws.dws_customer_service_promo_consumer_metrics"
        )
    },
    columns_not_compared=RUNS_OWN_COLUMNS,
    after_night={
        "ads_customer_service_promo_level_migration": "it compares with the date before, which"
        " only a warehouse that has one can"
    },
)
