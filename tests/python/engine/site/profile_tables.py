"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

Rows of the customer profile's pages, made without Spark: small, complete, adding up, and with names
that try to be HTML.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Any

from customer_value.areas.customer_profile import quality_rows, rows

AS_OF, BEFORE, EARLIER = "2024-06-30", "2024-05-31", "2024-05-01"
SCRIPT = "<script>window.injected = 1</script>"
IMAGE = '"><img src=x onerror="window.injected = 2">'
POPULATION = 120
SEGMENTS = ("钻石", "黄金", "白银", "青铜", "普通")


def overviews() -> list[rows.CustomerBase]:
    """Three stored dates; the last has everybody."""
    last = rows.CustomerBase(
        *(AS_OF, POPULATION, 112, 100, 80, 60, 150),
        *(Decimal("123456789.50"), Decimal("789.50"), Decimal("123456000.00")),
        *(25, Decimal("7.25"), 16, 12, Decimal("0.6125"), 9),
    )
    return [
        replace(last, as_of_date=EARLIER, customer_count=90, active_count=None),
        replace(
            last, as_of_date=BEFORE, customer_count=100, buyer_count=50, warned_customer_count=0
        ),
        last,
    ]


def cell(attribute: str, value: str, detail: str, of: str, count: int) -> rows.ValueCell:
    """A cell with an order of 50.25 per customer, by every second of them, so that cells add up."""
    buyers = count // 2
    net = Decimal("50.25") * count
    return rows.ValueCell(
        *(attribute, value, detail, of, count, _percent(count, POPULATION), buyers),
        *(_percent(buyers, count), count, net, Decimal("100.50") if buyers else None),
        *(Decimal("90.00") if buyers and detail == "total" else None, Decimal("4.50")),
    )


def cells() -> list[rows.ValueCell]:
    """Every attribute divides the same people, and each value its own."""
    divided = {
        "customer_type": {"个人": 70, "企业": 30, "未授权": 20},
        "industry": {"不适用": 70, "制造": 8, SCRIPT: 6, IMAGE: 6, "其他": 10, "未授权": 20},
        "company_size": {"1000人以上": 6, "1-49人": 14, "50-199人": 10, "不适用": 70, "未授权": 20},
        "credit_rating": {"D": 5, "AAA": 25, "BBB": 40, "未知": 30, "未授权": 20},
        "greater_region": {"华东": 60, "西南": 30, "未知": 10, "未授权": 20},
        "ltv_segment": {**dict.fromkeys(SEGMENTS, 10), "未购买": 50, "未授权": 20},
    }
    found = []
    for attribute, values in divided.items():
        for value, count in values.items():
            found.append(cell(attribute, value, "total", "整体", count))
            rest = count - 5 if count > 10 and value != "未授权" else 0
            parts = {"钻石": 5, "未购买": rest - 5, "其他": 5} if rest else {"其他": count}
            found += [cell(attribute, value, "ltv_segment", of, n) for of, n in parts.items()]
    places = {"华东": {"上海": 40, "其他": 20}, "西南": {"四川": 30}, "未知": {"未知": 10}}
    for region, provinces in {**places, "未授权": {"未授权": 20}}.items():
        found += [
            cell("greater_region", region, "province", province, n)
            for province, n in provinces.items()
        ]
    return found


def places() -> list[rows.MapPlace]:
    """Two provinces with customers, one merged, one empty, one without a tile."""

    def place(
        region: str, province: str, tile: tuple[int, int] | None, count: int | None
    ) -> rows.MapPlace:
        row, column = tile or (None, None)
        buyers = None if count is None else count // 2
        net = None if count is None else Decimal("50.25") * count
        return rows.MapPlace(
            *(region, province if tile else None, province, row, column, count is None),
            *(count, buyers, count, net, Decimal("100.50") if buyers else None),
        )

    return [
        place("华东", "上海", (4, 7), 40),
        place("西南", "四川", (4, 2), 30),
        place("华东", "其他", None, 20),
        place("未授权", "未授权", None, 20),
        place("未知", "未知", None, 10),
        place("华东", "浙江", (5, 7), None),
        place("华东", "江苏", (3, 6), None),
        place("华北", IMAGE, (1, 5), 0),
    ]


def distributions() -> list[rows.Distribution]:
    """What each measure says of everybody, on two dates."""
    measures = {
        "lifecycle_stage": {"潜客": 50, "流失": 9, "沉睡": 11, "新客": 10, "成长": 12, "成熟": 8},
        "order_level": {"流失用户": 10, "一般用户": 15, "高价值用户": 25, "无": 50},
        "promo_level": {"流失用户": 30, "潜力用户": 20, "无": 50},
        "activity_band": {"0": 75, "0–20": 20, "20–40": 5},
        "service_health_band": {"0": 2, "0.4–0.6": 6, "0.8–1": 4, "无": 88},
        "penetration_band": {"0": 50, "0.1–0.25": 40, "0.5–1": 10},
    }
    return [
        rows.Distribution(date, measure, value, at, count, _percent(count, POPULATION))
        for date in (BEFORE, AS_OF)
        for measure, values in measures.items()
        for at, (value, count) in enumerate({**values, "未授权": 20}.items(), 1)
    ]


def moves() -> list[rows.Migration]:
    """Moves between stages, into the last date and into the one before it."""
    named = [
        *(("潜客", "新客", 10), ("潜客", "潜客", 48), ("成熟", "沉睡", 3), ("沉睡", "成长", 2)),
        *(("新增", "潜客", 2), ("成熟", "离开", 1), ("未授权", "未授权", 20)),
    ]
    return [
        rows.Migration(*dates, measure, start, end, count, is_same_config=True)
        for dates in ((EARLIER, BEFORE), (BEFORE, AS_OF))
        for measure in ("lifecycle_stage", "order_level")
        for start, end, count in named
    ]


def payments() -> list[rows.PaymentMix]:
    """150 orders."""
    named = {"微信支付": 90, SCRIPT: 40, "其他": 15, "未知": 5}
    return [
        rows.PaymentMix(
            *(method, count, _percent(count, 150), count - 2),
            *(Decimal("50.10") * count, Decimal("50.10")),
        )
        for method, count in named.items()
    ]


def warnings() -> list[rows.WarningSummary]:
    """Two rules that hold for somebody and one that holds for nobody."""
    return [
        rows.WarningSummary(
            *(f"rule_{at}", name, f"English {name}", severity),
            *(f"{name}：30 天", f"{name} within 30 days", count, BEFORE, previous),
        )
        for at, (name, severity, count, previous) in enumerate(
            [("高价值客户沉睡", "高", 7, 5), (IMAGE, "中", 3, 0), ("加购放弃", "低", 0, 2)]
        )
    ]


def ledger() -> list[quality_rows.LedgerLine]:
    """122 ids in: 120 people and two who were erased."""
    lines = [
        *(("in", "registered", 112), ("in", "profile_facts", 8), ("in", "promo_facts", 0)),
        *(("in", "both_facts", 0), ("in", "erased", 2), ("excluded", "erased", 2)),
        *(("population", "profiled_and_marketable", 80), ("population", "profiled_only", 20)),
        *(("population", "without_consent", 12), ("population", "without_master_data", 8)),
    ]
    return [quality_rows.LedgerLine(date, *line) for date in (BEFORE, AS_OF) for line in lines]


def coverage() -> list[quality_rows.Coverage]:
    """Fields that are covered, that are not, that no test names, and that apply to no row."""
    fields = [
        ("behavior_fact", "scroll_depth", "page_view", 0, 0, True),
        ("service_fact", "nps_score", "human", 100, 47, True),
        ("customer_dim", "industry", "company", 30, 25, True),
        ("customer_dim", "customer_id", "all", POPULATION, POPULATION, True),
        ("transaction_fact", "amount", "all", 150, 150, False),
    ]
    return [
        quality_rows.Coverage(
            *(table, column, applies, rows_, filled),
            Decimal(filled) / rows_ if rows_ else None,
            tested,
            tested and rows_ > 0 and filled >= Decimal("0.95") * rows_,
        )
        for table, column, applies, rows_, filled, tested in fields
    ]


def quality() -> list[quality_rows.QualitySummary]:
    """Most people are complete."""
    return [
        quality_rows.QualitySummary(
            *(code, name, f"English {name}", f"{name}。", f"{name}."),
            *(count, _percent(count, POPULATION)),
        )
        for code, name, count in [(None, "数据完整", 90), ("a", "地区缺失", 28), ("b", SCRIPT, 4)]
    ]


def reconciliation(difference: str = "0") -> list[quality_rows.ProfileReconciliation]:
    off = Decimal(difference)
    return [
        quality_rows.ProfileReconciliation(layer, measure, total, total + off, off)
        for layer in ("channel", "lifecycle_stage")
        for measure, total in (("order_count", Decimal(150)), ("net_amount", Decimal("99.50")))
    ]


def restatements() -> list[quality_rows.Restatement]:
    table = "dws_customer_profile_lifecycle"
    return [
        quality_rows.Restatement("2024-06-30 08:00:00", BEFORE, table, "late_rows", 3),
        quality_rows.Restatement(None, EARLIER, "dws_customer_profile_input", "erasure", None),
    ]


def row_counts() -> list[quality_rows.ProfileRowCount]:
    return [
        quality_rows.ProfileRowCount("ods_order", 160, 158, 2, Decimal("1.25"), "2024-06-30", 0),
    ]


def reject_reasons() -> list[quality_rows.ProfileReject]:
    return [quality_rows.ProfileReject("ods_order", "missing_key", "order_id", 2, None)]


def nobody() -> rows.CustomerBase:
    """The customer base of a warehouse in which nothing has happened yet."""
    zero = Decimal(0)
    return rows.CustomerBase(
        *(AS_OF, 0, 0, 0, 0, 0, 0, zero, zero, zero),
        *(None, None, None, None, None, 0),
    )


def profile_rows() -> dict[type[Any], Sequence[Any]]:
    """Every table of the customer profile."""
    return {
        rows.CustomerBase: overviews(),
        rows.ValueCell: cells(),
        rows.MapPlace: places(),
        rows.Distribution: distributions(),
        rows.Migration: moves(),
        rows.PaymentMix: payments(),
        rows.WarningSummary: warnings(),
        quality_rows.LedgerLine: ledger(),
        quality_rows.Coverage: coverage(),
        quality_rows.QualitySummary: quality(),
        quality_rows.ProfileReconciliation: reconciliation(),
        quality_rows.Restatement: restatements(),
        quality_rows.ProfileRowCount: row_counts(),
        quality_rows.ProfileReject: reject_reasons(),
    }


def _percent(part: int, whole: int) -> Decimal:
    return (Decimal(100 * part) / whole).quantize(Decimal("0.01"))
