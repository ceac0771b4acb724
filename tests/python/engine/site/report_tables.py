"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

Rows of the Online Retail report and of the lineage page, made without Spark.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from customer_value.areas.online_retail import rows
from customer_value.lineage.rows import ColumnStep, TracedColumn
from customer_value.site.artifacts import DocsFile
from customer_value.site.page_rows import ReleasedTable

SCRIPT = "<script>window.injected = 1</script>"
MADE, FILTER, GIVEN = "SUM(price * units)", "kind = 'sale'", "kind = 'a'"
IMAGE = '"><img src=x onerror="window.injected = 2">'
MONTHS = ("2011-10", "2011-11", "2011-12")
BASES = ("gross", "net")
VARIANTS = ("log_scale", "standardised", "standardised_net")
CLUSTERS = ((1, "低价值客户", "提高留存、提高活跃度"), (2, IMAGE, SCRIPT))


def _trend() -> list[rows.MonthlyTrend]:
    return [
        rows.MonthlyTrend(
            *(basis, month, 100 * at + 90, Decimal(f"{5000 * at + 1000}.250")),
            *(Decimal("50.25") - at, month == MONTHS[-1]),
        )
        for basis in BASES
        for at, month in enumerate(MONTHS)
    ]


def _orders() -> list[rows.MonthlyOrders]:
    return [
        rows.MonthlyOrders(basis, month, 120 + at, 3000 * at + 700, Decimal("9.50") + at)
        for basis in BASES
        for at, month in enumerate(MONTHS)
    ]


def _super_orders() -> list[rows.SuperOrder]:
    return [
        rows.SuperOrder(
            *("2011-11", 1, "573008", "12901", "84077", 4800, Decimal("1008.000")),
            *(Decimal("0.10"), None, None, SCRIPT),
        ),
        rows.SuperOrder(
            *("2011-12", 1, "581483", "16446", "23843", 80995, Decimal("168469.600")),
            *(Decimal("32.57"), "C581484", 12, IMAGE),
        ),
    ]


def _prices() -> list[rows.PriceBand]:
    bands = [("0.000", "1.000", "60.00"), ("1.000", "55.000", "95.00"), ("55.000", None, "100.00")]
    return [
        rows.PriceBand(
            *(basis, Decimal(low), Decimal(high) if high else None, 40 - at, 900 - 300 * at),
            *(Decimal("22.50") - at, 30 - at, Decimal("60.00"), Decimal(so_far)),
        )
        for basis in BASES
        for at, (low, high, so_far) in enumerate(bands)
    ]


def _stages() -> list[rows.CustomerStage]:
    return [
        rows.CustomerStage(basis, month, stage, 10 * at + number)
        for basis in BASES
        for at, month in enumerate(MONTHS)
        for number, stage in enumerate(("active", "back", "new", "unactive", "未消费"))
    ]


def _rates() -> list[rows.RepurchaseRates]:
    return [
        rows.RepurchaseRates(
            *(basis, month, Decimal("20.10") + at),
            *([None] * 3 if at == 0 else map(Decimal, ("40.00", "60.00", "35.50"))),
        )
        for basis in BASES
        for at, month in enumerate(MONTHS)
    ]


def _clusters() -> list[rows.Cluster]:
    return [
        rows.Cluster(
            *(variant, number, name, 100 - 40 * number + at, Decimal("30.00") * number),
            *(Decimal("246.12") / number, Decimal("1.58") * number, Decimal("629.93") * number),
            *(Decimal("20.00") * number, Decimal("21.00") * number, strategy),
        )
        for at, variant in enumerate(VARIANTS)
        for number, name, strategy in (
            (1, "低价值客户", "提高留存、提高活跃度"),
            (2, IMAGE, SCRIPT),
        )
    ]


def released(table: str, origin: str) -> ReleasedTable:
    """A published table whose raw rows come from `origin`."""
    return ReleasedTable(
        table, "customer_value_ads__r1", "2024-06-30", origin, None, "2024-07-01 06:30:00"
    )


def report_rows() -> dict[type[Any], Sequence[Any]]:
    """The rows of the Online Retail report, loaded from a schema of raw data."""
    levels = ("高价值用户", "潜力用户", "一般用户", "流失用户")
    return {
        rows.LineCount: [
            rows.LineCount(
                "ods_online_retail_line", 102, 100, 2, Decimal("1.96"), "2011-12-09", None
            )
        ],
        rows.UnreadableReason: [
            rows.UnreadableReason(
                "ods_online_retail_line", "unparseable_value", "quantity", 2, "twelve"
            )
        ],
        rows.LineClass: [
            rows.LineClass("sale", 90, Decimal("90.00"), 90, 60, Decimal("900.000")),
            rows.LineClass("no_customer", 10, Decimal("10.00"), 0, 6, Decimal("90.000")),
        ],
        rows.MonthlyTrend: _trend(),
        rows.MonthlyOrders: _orders(),
        rows.SuperOrder: _super_orders(),
        rows.PriceBand: _prices(),
        rows.CustomerStage: _stages(),
        rows.RepurchaseRates: _rates(),
        rows.ScoredCustomer: [rows.ScoredCustomer("16446"), rows.ScoredCustomer("１６４４６")],
        rows.CustomerLevel: [
            rows.CustomerLevel(
                *(level, 8 + at, Decimal("25.00"), Decimal("9.5"), Decimal("2.0")),
                *(Decimal("20.000") * at, Decimal("25.00")),
            )
            for at, level in enumerate(levels)
        ],
        rows.Elbow: [
            rows.Elbow(
                *(variant, k, Decimal(100) / k, None if k == 1 else Decimal("0.5"), k == 2),
            )
            for variant in VARIANTS
            for k in (1, 2, 3)
        ],
        rows.Cluster: _clusters(),
        ReleasedTable: [released(rows.MonthlyTrend.TABLE, "raw")],
    }


def lineage_rows() -> dict[type[Any], Sequence[Any]]:
    """Two columns of one ADS table, one of them beyond a Python model, and names that try to be
    HTML.
    """
    ads, dws, dwd, ods = "ads_sales", "dws_sales", "dwd_sales", "ods_sales"
    return {
        TracedColumn: [
            TracedColumn(
                *(ads, "amount", "decimal(18,2)", "金额 / Amount", "traced"),
                *((f"{dwd}.amount",), (f"{ods}.price", f"{ods}.units"), ()),
            ),
            TracedColumn(ads, "level", "string", SCRIPT, "not_traced", (), (), (dws,)),
            TracedColumn(ads, "load_time", "timestamp", "", "no_source", (), (), ()),
            TracedColumn(ads, "sales", "int", "", "counts_rows", (f"{dwd}.*",), (f"{ods}.*",), ()),
        ],
        ColumnStep: [
            ColumnStep(ads, "amount", "column", dwd, "amount"),
            ColumnStep(ads, "amount", "column", dws, "amount"),
            ColumnStep(ads, "level", "column", dws, "level"),
            ColumnStep(ads, "load_time", "expression", expression=IMAGE),
            ColumnStep(ads, "sales", "rows", dwd, "*", "COUNT(*)", source_given=GIVEN),
            ColumnStep(dwd, "*", "rows", ods, "*", None, (SCRIPT,), given=GIVEN),
            ColumnStep(dwd, "*", "rows", "ods_other", "*"),
            ColumnStep(dwd, "amount", "column", ods, "price", MADE, (FILTER, "not is_test")),
            ColumnStep(dwd, "amount", "column", ods, "units"),
            ColumnStep(dws, "amount", "column", dwd, "amount"),
            ColumnStep(dws, "level", "python", SCRIPT),
        ],
        DocsFile: [DocsFile("dbt_docs.html", "4.3")],
    }
