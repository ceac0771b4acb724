"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

Rows for every page, made without Spark: small, complete, and with names that try to be HTML.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from journey_tables import journey_rows
from profile_tables import nobody, profile_rows
from report_tables import lineage_rows, report_rows

from customer_value.areas.customer_profile.rows import CustomerBase
from customer_value.areas.customer_service_promo.rfm_rows import (
    LevelMigration,
    LevelProfile,
    RfmCell,
    RfmCutPoint,
)
from customer_value.areas.customer_service_promo.rows import (
    LEVELS,
    PERIODS,
    ActivityEffect,
    ActivityUsedSends,
    DailyTrend,
    Overview,
    Performance,
    PeriodComparison,
    Reconciliation,
    RejectReason,
    RowCount,
    SendDetail,
)
from customer_value.site.page_rows import Build, PageRows
from customer_value.site.quality_rows import (
    CheckResult,
    CheckRun,
)

AS_OF = date(2024, 6, 30)
BUILD = Build("2024-06-30", "2024-07-01 06:30:00", "Asia/Shanghai")
SCRIPT = "<script>window.injected = 1</script>"
IMAGE = '"><img src=x onerror="window.injected = 2">'
BREAKOUT = "</script><svg onload=window.injected=3>{a|b}${x}&lt;'"
FORMULA = "=HYPERLINK(1)"


def rate(uses: int, sends: int) -> Decimal | None:
    return (Decimal(100 * uses) / sends).quantize(Decimal("0.01")) if sends else None


def periods() -> list[PeriodComparison]:
    counts = {"日": (12, 4, 3, 9, 4, 4), "7天": (90, 31, 25, 100, 22, 20)}
    rows = []
    for period, days in zip(PERIODS, (1, 7, 30), strict=True):
        sends, uses, valid, *before = counts.get(period, (400, 120, 99, 0, 0, 0))
        first = AS_OF - timedelta(days=days - 1)
        rows.append(
            PeriodComparison(
                *(period, str(first), str(AS_OF), sends, uses, valid, rate(uses, sends)),
                *(str(first - timedelta(days=days)), str(first - timedelta(days=1))),
                *(before[0], before[1], before[2], rate(before[1], before[0])),
                is_previous_complete=period != "30天",
            )
        )
    return rows


def overview() -> list[Overview]:
    shares = {"整体": 20, "高价值用户": 9, "潜力用户": 6, "一般用户": 4, "流失用户": 1}
    return [
        Overview(
            *(period, level, sends * part // 20, uses * part // 20, valid * part // 20),
            rate(uses * part // 20, sends * part // 20),
            BUILD.load_time,
        )
        for period, sends, uses, valid in (
            ("日", 20, 8, 4),
            ("7天", 80, 40, 20),
            ("30天", 400, 120, 100),
        )
        for level, part in shares.items()
    ]


def reconciliation(difference: str = "0") -> list[Reconciliation]:
    erased, off = Decimal("1.00"), Decimal(difference)
    return [
        Reconciliation(period, measure, total, total - erased + off, erased, off)
        for period, total in zip(PERIODS, map(Decimal, ("12.00", "90.50", "400.25")), strict=True)
        for measure in ("pay_amount", "promo_amount", "send_count", "use_count", "valid_use_count")
    ]


def trend() -> list[DailyTrend]:
    rows = []
    for back in reversed(range(40)):
        dt = str(AS_OF - timedelta(days=back))
        for shop, sends in (("shop_1", 10 + back % 7), ("shop_2", back % 3)):
            rows.append(
                DailyTrend(
                    dt,
                    shop,
                    sends,
                    sends // 3,
                    sends // 4,
                    Decimal(5 * sends),
                    Decimal(f"{31 * sends}.5"),
                )
            )
    return rows


def activities() -> tuple[list[ActivityEffect], list[ActivityUsedSends]]:
    named = [
        ("a_one", "只发一次的活动", "进行中", 1, 1, 1),
        ("a_most", "夏季满减 “大促”", "进行中", 120, 70, 64),
        ("a_half", SCRIPT, "已结束", 40, 20, 20),
        ("a_few", IMAGE, "已结束", 30, 33, 9),
        ("a_new", "未开始的活动", "未开始", 0, 0, 0),
        ("a_unknown", None, None, 9, 0, 0),
        # more than the chart has room for
        *((f"b_{at:02}", f"小活动 {at}", "进行中", 20, at, at) for at in range(10)),
    ]
    effects = [
        ActivityEffect(key, name, status, sends, uses, rate(uses, sends), rank)
        for rank, (key, name, status, sends, uses, _) in enumerate(named, 1)
    ]
    return effects, [ActivityUsedSends(row[0], row[3], row[5]) for row in named]


def agents() -> list[Performance]:
    named = [
        ("c1", "小美", "shop_1"),
        ("c2", IMAGE, "shop_1"),
        ("c3", BREAKOUT, "shop_2"),
        ("c4", None, None),
    ]
    return [
        Performance(
            key, name, shop, 50 - 12 * at, 10 + at, rate(10 + at, 50 - 12 * at), Decimal("8.25")
        )
        for at, (key, name, shop) in enumerate(named)
    ] + [Performance("c5", "没有发送的客服", "shop_2", 0, 0, None, None)]


def sends(count: int = 60) -> list[SendDetail]:
    products = ("保温杯", SCRIPT, IMAGE, FORMULA, None, "口红🙂,“经典”")
    return [
        SendDetail(
            f"s{count - at:06}",
            f"2024-06-{30 - at * 29 // count:02} {23 - at % 24:02}:15:00",
            ("a_one", "a_most", "a_half")[at % 3],
            products[at % len(products)],
            f"u{at % 17:03}",
            LEVELS[at % 4],
            ("小美", IMAGE, "阿强")[at % 3],
            "已核销" if at % 5 == 0 else "未核销",
            "2024-06-30 23:59:59" if at % 5 == 0 else None,
        )
        for at in range(count)
    ]


def cells() -> list[RfmCell]:
    found = {(5, 5, 5): 4, (5, 3, 4): 9, (4, 4, 1): 7, (1, 5, 1): 30, (1, 2, 1): 41, (1, 1, 1): 66}

    def level(total: int) -> str:
        return LEVELS[3 if total <= 5 else 2 if total <= 8 else 1 if total <= 12 else 0]

    return [
        RfmCell(r, f, m, f"{r}{f}{m}", level(r + f + m), count)
        for (r, f, m), count in found.items()
    ]


def cut_points() -> list[RfmCutPoint]:
    values = {
        "recency_days": {5: "3", 4: "20", 1: "999"},
        "frequency": {5: "9", 4: "6", 3: "4", 2: "2", 1: "0"},
        "monetary": {5: "300.50", 4: "99.90", 1: "0"},
    }
    return [
        RfmCutPoint(metric, score, Decimal(value), 7 * score)
        for metric, scores in values.items()
        for score, value in scores.items()
    ]


def profiles() -> list[LevelProfile]:
    strategies = ("更高额度的专属优惠，优先客服接待，重在维系", "x", BREAKOUT, SCRIPT)
    return [
        LevelProfile(
            *(level, 20 * at + 4, Decimal("12.50"), Decimal("3.5"), Decimal("4.0")),
            *(Decimal("99.90"), 40, 10, Decimal("25.00"), strategies[at]),
        )
        for at, level in enumerate(LEVELS)
    ]


def migrations(previous: str | None = "2024-06-23") -> list[LevelMigration]:
    moves = [
        ("流失用户", "一般用户", 3),
        ("一般用户", "一般用户", 20),
        ("潜力用户", "高价值用户", 2),
    ]
    return [LevelMigration(previous, *move) for move in [*moves, (None, "一般用户", 5)]]


def row_counts() -> list[RowCount]:
    return [
        RowCount("ods_customer_service", 10, 10, 0, Decimal(0), None, None),
        RowCount(
            "ods_customer_service_promo_send", 1000, 988, 12, Decimal("1.20"), "2024-06-30", 0
        ),
        RowCount("ods_customer_service_promo_use", 300, 290, 10, Decimal("3.33"), "2024-06-29", 1),
    ]


def reject_reasons() -> list[RejectReason]:
    return [
        RejectReason("ods_customer_service_promo_send", "duplicate_key", "send_id", 7, "s000007"),
        RejectReason(
            "ods_customer_service_promo_send", "unparseable_value", "send_time", 3, SCRIPT
        ),
        RejectReason(
            "ods_customer_service_promo_send", "unparseable_value", "valid_hours", 2, "２４"
        ),
        RejectReason("ods_customer_service_promo_use", "unknown_send", "send_id", 10, None),
    ]


def checks() -> list[CheckResult]:
    conserved = "rows_conserved_dwd_customer_service_promo_send"
    return [
        CheckResult("warn_it", "dwd_x", "known_in", "有警告 / Warned", "warn", 3),
        CheckResult(
            conserved, "dwd_y", "rows_conserved", "", "pass", 0, "ods_customer_service_promo_send"
        ),
        CheckResult("never_null", "dwd_z", "not_null", SCRIPT, "fail", 1),
    ]


def all_rows(detail_count: int = 60) -> dict[type[Any], Sequence[Any]]:
    effects, used = activities()
    return {
        PeriodComparison: periods(),
        Overview: overview(),
        Reconciliation: reconciliation(),
        DailyTrend: trend(),
        ActivityEffect: effects,
        ActivityUsedSends: used,
        Performance: agents(),
        SendDetail: sends(detail_count),
        RfmCell: cells(),
        RfmCutPoint: cut_points(),
        LevelProfile: profiles(),
        LevelMigration: migrations(),
        RowCount: row_counts(),
        RejectReason: reject_reasons(),
        CheckRun: [CheckRun("dbt build", "2024-06-30 22:30:00")],
        CheckResult: checks(),
        **profile_rows(),
        **report_rows(),
        **lineage_rows(),
        **journey_rows(),
    }


def site_tables(detail_count: int = 60, **other: Sequence[Any]) -> PageRows:
    """Every table; `other` replaces the rows of one by the name of its class."""
    rows = all_rows(detail_count)
    replaced = {kind: other.get(kind.__name__, found) for kind, found in rows.items()}
    return PageRows(BUILD, replaced)


def empty_tables() -> PageRows:
    """A warehouse without a single send: tables that always have rows have zeros, others none."""
    kept: dict[type[Any], Sequence[Any]] = {
        kind: [] for kind in all_rows() if kind not in (PeriodComparison, Overview, CustomerBase)
    }
    nothing = [
        PeriodComparison(
            p,
            "2024-06-30",
            "2024-06-30",
            0,
            0,
            0,
            None,
            "2024-06-29",
            "2024-06-29",
            0,
            0,
            0,
            None,
            False,
        )
        for p in PERIODS
    ]
    zeros = [
        Overview(p, level, 0, 0, 0, None, BUILD.load_time)
        for p in PERIODS
        for level in ("整体", *LEVELS)
    ]
    shown = {PeriodComparison: nothing, Overview: zeros, CustomerBase: [nobody()]}
    return PageRows(BUILD, {**kept, **shown})
