"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

Every verdict follows the data: each statement holds on one table and not on another.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal

import pytest
from document_tables import changed, document_tables, without

from customer_value.areas.online_retail.findings import Finding, RetailTables, Verdict, findings
from customer_value.areas.online_retail.findings.retail_tables import Customers

HOLDS, ONLY_IF, FAILS = Verdict.HOLDS, Verdict.ONLY_IF, Verdict.FAILS
NOT_MEASURED = Verdict.NOT_MEASURED
# the last month is incomplete, and no table can have both super orders and O3
NOT_AS_SAID = {"M4": ONLY_IF, "O3": FAILS}

Change = Callable[[RetailTables], RetailTables]


def by_id(tables: RetailTables) -> dict[str, Finding]:
    return {finding.id: finding for finding in findings(tables)}


def line_class(name: str, count: int) -> Change:
    return lambda tables: changed(tables, "line_classes", {"line_class": name}, line_count=count)


def trend(month: str, basis: str | None = None, **values: object) -> Change:
    where = {"invoice_month": month} | ({"basis": basis} if basis else {})
    return lambda tables: changed(tables, "monthly_trend", where, **values)


def orders(month: str, basis: str | None = None, **values: object) -> Change:
    where = {"invoice_month": month} | ({"basis": basis} if basis else {})
    return lambda tables: changed(tables, "monthly_orders", where, **values)


def super_order(invoice_no: str, **values: object) -> Change:
    return lambda tables: changed(tables, "super_orders", {"invoice_no": invoice_no}, **values)


def band(price_from: int, basis: str | None = None, **values: object) -> Change:
    where = {"price_from": Decimal(price_from)} | ({"basis": basis} if basis else {})
    return lambda tables: changed(tables, "price_bands", where, **values)


def stage(name: str, month: str, count: int, basis: str | None = None) -> Change:
    where = {"stage": name, "invoice_month": month} | ({"basis": basis} if basis else {})
    return lambda tables: changed(tables, "stages", where, customer_count=count)


def rates(month: str | None, basis: str | None = None, **values: object) -> Change:
    where = ({"invoice_month": month} if month else {}) | ({"basis": basis} if basis else {})
    return lambda tables: changed(tables, "rates", where, **values)


def group(number: int, variant: str | None = None, **values: object) -> Change:
    where = {"cluster_no": number} | ({"variant": variant} if variant else {})
    return lambda tables: changed(tables, "clusters", where, **values)


def cost(k: int, value: int, variant: str | None = None) -> Change:
    where = {"k": k} | ({"variant": variant} if variant else {})
    return lambda tables: changed(tables, "elbow", where, cost=Decimal(value))


def each_month(table: str, column: str, of: Callable[..., object]) -> Change:
    """A column worked out from each row."""
    return lambda tables: replace(
        tables, **{table: [replace(row, **{column: of(row)}) for row in getattr(tables, table)]}
    )


def month_number(row: object) -> int:
    return int(row.invoice_month[:4]) * 12 + int(row.invoice_month[5:])  # type: ignore[attr-defined]


def swapped_rates(tables: RetailTables) -> RetailTables:
    """What the document's wording says is what retention_rate has, and the other way round."""
    return replace(
        tables,
        rates=[
            replace(
                row,
                retention_rate=row.reactivation_or_new_rate,
                reactivation_or_new_rate=row.retention_rate,
            )
            for row in tables.rates
        ],
    )


def both(*changes: Change) -> Change:
    def change(tables: RetailTables) -> RetailTables:
        for step in changes:
            tables = step(tables)
        return tables

    return change


CASES: list[tuple[str, Change, Verdict]] = [
    ("D1", line_class("sale", 541_899), FAILS),
    ("D2", trend("2011-12", is_partial_month=False), FAILS),
    ("D2", lambda tables: without(tables, "monthly_trend", invoice_month="2010-12"), FAILS),
    ("D3", line_class("adjustment", 1), ONLY_IF),
    ("D3", line_class("cancellation", 0), FAILS),
    ("D3", lambda tables: without(tables, "line_classes", line_class="adjustment"), NOT_MEASURED),
    ("D4", line_class("non_product", 1), FAILS),
    ("D4", super_order("541431", stock_code="85123A"), FAILS),
    ("D5", line_class("no_customer", 1), ONLY_IF),
    ("D5", lambda tables: replace(tables, customers=Customers(700, 699)), FAILS),
    ("M1", trend("2011-10", customer_count=200), FAILS),
    ("M1", trend("2011-05", customer_count=401), FAILS),
    ("M1", trend("2011-10", "net", customer_count=200), ONLY_IF),
    ("M1", trend("2011-10", "gross", customer_count=200), ONLY_IF),
    ("M1", lambda tables: without(tables, "monthly_trend", invoice_month="2011-10"), NOT_MEASURED),
    ("M2", trend("2011-10", amount=Decimal(1)), FAILS),
    ("M2", trend("2011-05", amount=Decimal(10**9)), FAILS),
    ("M2", trend("2011-05", "net", amount=Decimal(10**9)), ONLY_IF),
    ("M3", trend("2011-05", amount_per_customer=Decimal(10**6)), FAILS),
    ("M3", trend("2011-12", "net", amount_per_customer=Decimal(1000)), ONLY_IF),
    ("M4", trend("2011-12", is_partial_month=False), HOLDS),
    ("M4", trend("2011-01", customer_count=130), FAILS),
    ("M5", trend("2011-05", amount_per_customer=Decimal(10**6)), FAILS),
    ("M5", super_order("581483", amount=Decimal(1)), FAILS),
    ("M5", lambda tables: without(tables, "super_orders", invoice_no="581483"), NOT_MEASURED),
    ("M6", super_order("541431", quantity=74214), FAILS),
    ("M6", super_order("541431", customer_id="12347"), FAILS),
    ("M6", lambda tables: without(tables, "super_orders", month_rank=4), FAILS),
    (
        "M7",
        super_order("581483", undone_by_invoice_no="C581484", undone_after_minutes=12),
        FAILS,
    ),
    ("O1", each_month("monthly_orders", "order_count", month_number), FAILS),
    (
        "O1",
        each_month(
            "monthly_orders",
            "order_count",
            lambda row: row.order_count if row.basis == "gross" else month_number(row),
        ),
        ONLY_IF,
    ),
    ("O1", each_month("monthly_orders", "order_count", lambda row: 7), NOT_MEASURED),
    ("O2", each_month("monthly_orders", "units", lambda row: -row.units), FAILS),
    (
        "O3",
        each_month(
            "monthly_orders", "units_per_order", lambda row: Decimal(row.units - row.order_count)
        ),
        HOLDS,
    ),
    ("O4", orders("2011-05", units_per_order=Decimal(10**6)), FAILS),
    ("O4", orders("2011-01", "net", units_per_order=Decimal(1)), ONLY_IF),
    ("O5", super_order("541431", quantity=1), FAILS),
    ("O5", orders("2011-05", units_per_order=Decimal(10**6)), FAILS),
    ("O6", orders("2011-05", units_per_order=Decimal(500)), FAILS),
    ("O6", orders("2011-05", "net", units_per_order=Decimal(500)), ONLY_IF),
    ("O6", orders("2011-08", units_per_order=Decimal(10**6)), FAILS),
    ("P1", band(100, units_per_line=Decimal("2.51")), FAILS),
    ("P1", band(100, units_per_line=Decimal("2.50")), HOLDS),
    ("P1", band(100, "net", units_per_line=Decimal("2.51")), ONLY_IF),
    ("P1", lambda tables: without(tables, "price_bands", price_from=Decimal(50)), NOT_MEASURED),
    ("P2", band(0, units=100), FAILS),
    ("P2", band(0, "net", units=100), ONLY_IF),
    ("S1", rates("2011-05", retention_rate=Decimal(50)), FAILS),
    ("S1", rates("2011-12", retention_rate=Decimal(50)), HOLDS),
    ("S1", rates("2011-05", "net", retention_rate=Decimal(50)), ONLY_IF),
    ("S2", stage("unactive", "2011-09", 81), FAILS),
    ("S2", stage("unactive", "2011-05", 40), FAILS),
    ("S2", stage("unactive", "2011-05", 40, "net"), ONLY_IF),
    ("S3", both(stage("new", "2011-08", 90), stage("new", "2011-07", 85)), FAILS),
    ("S3", stage("new", "2010-12", 0), HOLDS),
    ("S3", both(stage("new", "2011-08", 90, "net"), stage("new", "2011-07", 85, "net")), ONLY_IF),
    *[
        (number, stage(name, "2011-10", 0), FAILS)
        for number, name in (("S4", "new"), ("S5", "back"), ("S6", "active"))
    ],
    *[
        (number, stage(name, "2011-10", 0, "net"), ONLY_IF)
        for number, name in (("S4", "new"), ("S5", "back"), ("S6", "active"))
    ],
    (
        "R1",
        both(*(rates(f"2011-0{m}", repurchase_rate=Decimal("30.49")) for m in (3, 4, 5))),
        HOLDS,
    ),
    (
        "R1",
        both(*(rates(f"2011-0{m}", repurchase_rate=Decimal("30.50")) for m in (3, 4, 5))),
        FAILS,
    ),
    (
        "R1",
        both(*(rates(f"2011-0{m}", "net", repurchase_rate=Decimal("31")) for m in (3, 4, 5))),
        ONLY_IF,
    ),
    ("R2", rates(None, reactivation_or_new_rate=Decimal(60)), FAILS),
    ("R2", swapped_rates, ONLY_IF),
    ("R3", rates("2011-11", reactivation_or_new_rate=Decimal(1)), FAILS),
    ("R3", swapped_rates, ONLY_IF),
    ("R3", rates(None, retention_rate=Decimal(40)), NOT_MEASURED),
    ("R4", rates("2011-05", repurchase_rate=Decimal(99)), FAILS),
    ("R4", rates("2011-12", repurchase_rate=Decimal(1)), ONLY_IF),
    ("R4", rates("2011-05", "net", repurchase_rate=Decimal(99)), ONLY_IF),
    (
        "R5",
        both(
            *(
                rates("2011-05", **{name: Decimal(99)})
                for name in ("reactivation_or_new_rate", "returning_buyer_rate", "retention_rate")
            )
        ),
        FAILS,
    ),
    ("R5", rates("2011-12", reactivation_or_new_rate=Decimal(1)), ONLY_IF),
    ("R5", swapped_rates, ONLY_IF),
    ("K1", cost(2, 20), FAILS),
    ("K1", cost(2, 60), HOLDS),
    ("K1", cost(2, 20, "standardised_net"), ONLY_IF),
    ("K2", group(1, customer_share=Decimal("24.99")), FAILS),
    ("K2", group(1, customer_share=Decimal("25.00")), HOLDS),
    ("K2", group(1, "standardised_net", customer_share=Decimal("35.01")), ONLY_IF),
    ("K3", group(1, mean_recency_days=Decimal(60)), FAILS),
    ("K3", group(1, mean_frequency=Decimal(3)), FAILS),
    ("K3", group(1, "standardised_net", mean_monetary=Decimal(900)), ONLY_IF),
    ("K4", group(2, customer_share=Decimal("75.01")), FAILS),
    ("K5", group(2, mean_recency_days=Decimal(200)), FAILS),
    ("K5", group(2, mean_monetary=Decimal(100)), FAILS),
    ("K6", group(3, customer_share=Decimal("1.00")), FAILS),
    ("K6", group(3, "standardised_net", customer_share=Decimal("1.00")), ONLY_IF),
    ("K7", group(3, customer_count=27), FAILS),
    ("K7", group(3, "standardised_net", customer_count=22), ONLY_IF),
    ("K8", group(3, amount_share=Decimal("25.00"), net_amount_share=Decimal(20)), FAILS),
    ("K8", group(3, "standardised", net_amount_share=Decimal("25.00")), ONLY_IF),
    ("K8", group(3, "standardised_net", amount_share=Decimal("25.00")), ONLY_IF),
    ("K9", group(3, mean_recency_days=Decimal(50)), FAILS),
    ("K10", group(3, mean_frequency=Decimal(6)), FAILS),
    ("K10", group(3, mean_monetary=Decimal(1000)), FAILS),
    ("K11", group(3, "log_scale", customer_share=Decimal(17)), FAILS),
    ("K11", group(3, "log_scale", amount_share=Decimal(25)), FAILS),
    (
        "K2",
        lambda tables: without(tables, "clusters", variant="standardised", cluster_no=2),
        NOT_MEASURED,
    ),
]


def test_the_document_is_right_on_tables_made_for_it() -> None:
    verdicts = {number: finding.verdict for number, finding in by_id(document_tables()).items()}

    assert verdicts == {number: NOT_AS_SAID.get(number, HOLDS) for number in verdicts}


@pytest.mark.parametrize(
    ("number", "change", "verdict"),
    [pytest.param(*case, id=f"{case[0]}-{at}") for at, case in enumerate(CASES)],
)
def test_verdict_follows_the_data(number: str, change: Change, verdict: Verdict) -> None:
    finding = by_id(change(document_tables()))[number]

    assert finding.verdict is verdict
    assert (finding.condition is not None) == (verdict is ONLY_IF)


def test_every_statement_has_a_case_that_turns_its_verdict() -> None:
    before = {number: finding.verdict for number, finding in by_id(document_tables()).items()}
    turned = {number for number, _, verdict in CASES if verdict is not before[number]}

    assert turned == set(before)


def test_without_clusters_only_they_are_not_measured() -> None:
    of = by_id(replace(document_tables(), clusters=[], elbow=[]))

    unmeasured = {number for number, finding in of.items() if finding.verdict is NOT_MEASURED}
    assert unmeasured == {number for number in of if number.startswith("K")}
    assert "SQL" in of["K2"].measured.en and "SQL" in of["K2"].measured.zh


def test_a_verdict_that_hangs_on_half_a_point_says_so() -> None:
    change = both(
        group(1, "standardised", customer_share=Decimal("25.05")),
        group(3, "standardised", amount_share=Decimal("25.11")),
    )
    before, after = by_id(document_tables()), by_id(change(document_tables()))

    for number in ("K2", "K8"):
        assert "borderline" not in before[number].measured.en
        assert "borderline" in after[number].measured.en and "临界" in after[number].measured.zh


@pytest.mark.parametrize(
    ("basis", "condition"),
    [
        ("gross", "cancelled orders are deducted"),
        ("net", "orders that were cancelled later are counted"),
    ],
)
def test_the_condition_says_which_way_to_count(basis: str, condition: str) -> None:
    change = trend("2011-10", basis, customer_count=200)
    finding = by_id(change(document_tables()))["M1"]

    assert finding.condition is not None and finding.condition.en == condition


def test_super_orders_take_their_customer_and_their_order_with_them() -> None:
    of = by_id(document_tables())

    # 100 × £1,000 and 100 × 100 units, left to 99
    assert "2011-01 £1,010.10 (#13/13)" in of["M5"].measured.en
    assert "2011-01 101.01 (#13/13)" in of["O5"].measured.en


def test_the_condition_names_the_reading_that_fits() -> None:
    finding = by_id(swapped_rates(document_tables()))["R2"]

    assert finding.condition is not None and finding.condition.en == "it is read as retention_rate"


def test_an_incomplete_month_is_a_condition_where_only_it_makes_the_rates_agree() -> None:
    # eleven complete months with rho 0.75, and a twelfth that is the lowest of both: 0.81
    repurchase = (20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 1)
    wording = (20, 21, 24, 22, 28, 23, 25, 30, 29, 26, 27, 1)
    change = both(
        *(
            rates(
                f"2011-{month:02}",
                repurchase_rate=Decimal(repurchase[month - 1]),
                reactivation_or_new_rate=Decimal(wording[month - 1]),
            )
            for month in range(1, 13)
        )
    )
    finding = by_id(change(document_tables()))["R3"]

    assert finding.verdict is ONLY_IF and finding.condition is not None
    assert finding.condition.en == "the incomplete 2011-12 counts as a month"
