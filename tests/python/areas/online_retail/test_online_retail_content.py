"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

What the committed lines of Online Retail must hold, because a model, a test or a page depends on
meeting it.
"""

from collections import Counter, defaultdict
from collections.abc import Callable
from datetime import datetime, timedelta
from decimal import Decimal
from pathlib import Path

import pytest
from independent_line_class import COLUMNS, Line, RawRow, classified, read_rows
from sample_areas import SAMPLES

from customer_value.sample.plan import SamplePlan
from customer_value.sample.write_sample import write_sample

Classified = list[tuple[str, Line]]
BOUGHT = {"sale", "non_product", "free"}
MONTHS = [f"{2010 + month // 12}-{month % 12 + 1:02d}" for month in range(11, 24)]

# What a customer was last month, whether they buy this month, what they are then.
STAGES = {
    ("未消费", True): "new",
    ("未消费", False): "未消费",
    ("new", True): "active",
    ("new", False): "unactive",
    ("active", True): "active",
    ("active", False): "unactive",
    ("unactive", True): "back",
    ("unactive", False): "unactive",
    ("back", True): "active",
    ("back", False): "unactive",
}


@pytest.fixture(scope="module")
def rows(retail_seeds: Path) -> list[RawRow]:
    return list(read_rows(retail_seeds))


@pytest.fixture(scope="module")
def lines(rows: list[RawRow]) -> Classified:
    return [(name, line) for name, line in classified(rows) if line is not None]


@pytest.fixture(scope="module")
def bought(lines: Classified) -> list[Line]:
    """The analysis rows of the document."""
    return [line for name, line in lines if name in BOUGHT]


@pytest.fixture(scope="module")
def cancelled(lines: Classified) -> list[Line]:
    return [line for name, line in lines if name == "cancellation"]


def purchases_of(bought: list[Line], cancellation: Line) -> list[Line]:
    """Earlier purchases of the same thing by the same customer."""
    return [
        line
        for line in bought
        if (line.customer, line.code) == (cancellation.customer, cancellation.code)
        and line.date < cancellation.date
    ]


def test_size(rows: list[RawRow], bought: list[Line]) -> None:
    assert 1_000 <= len(rows) <= 1_400
    assert 70 <= len({line.customer for line in bought}) <= 90


def test_thirteen_months_from_the_first_minute_to_the_last(bought: list[Line]) -> None:
    moments = {line.date for line in bought}
    assert min(moments) == datetime(2010, 12, 1, 8, 26)
    assert max(moments) == datetime(2011, 12, 9, 12, 50)
    assert {moment.isocalendar()[2] for moment in moments} == {1, 2, 3, 4, 5, 7}
    assert {f"{moment:%Y-%m}" for moment in moments} == set(MONTHS)


def test_few_customers_hold_much_and_most_come_once(bought: list[Line]) -> None:
    amounts: dict[str | None, Decimal] = defaultdict(Decimal)
    invoices = defaultdict(set)
    for line in bought:
        if line.quantity < 70_000:
            amounts[line.customer] += line.amount
            invoices[line.customer].add(line.invoice)
    largest = sorted(amounts.values(), reverse=True)
    assert sum(largest[:4]) > sum(largest) / 4
    assert largest[3] > 4 * largest[4]
    once = [customer for customer, theirs in invoices.items() if len(theirs) == 1]
    assert len(once) > len(invoices) / 2


def test_every_stage_and_every_transition(bought: list[Line]) -> None:
    months = defaultdict(set)
    for line in bought:
        months[line.customer].add(f"{line.date:%Y-%m}")
    met: Counter[tuple[str, bool]] = Counter()
    for theirs in months.values():
        stage = "未消费"
        for month in MONTHS:
            met[stage, month in theirs] += 1
            stage = STAGES[stage, month in theirs]
    assert set(met) == set(STAGES)


def test_several_invoices_of_a_customer_in_a_month(bought: list[Line]) -> None:
    invoices = defaultdict(set)
    for line in bought:
        invoices[line.customer, f"{line.date:%Y-%m}"].add(line.invoice)
    assert len({customer for (customer, _), theirs in invoices.items() if len(theirs) > 1}) >= 5


@pytest.mark.parametrize(
    ("month", "units", "minutes"), [("2011-12", 80_995, 12), ("2011-01", 74_215, 16)]
)
def test_super_orders_undone_within_minutes(
    bought: list[Line], cancelled: list[Line], month: str, units: int, minutes: int
) -> None:
    (order,) = [line for line in bought if line.quantity == units]
    (undone,) = [line for line in cancelled if line.quantity == -units]
    assert f"{order.date:%Y-%m}" == month
    assert undone.date - order.date == timedelta(minutes=minutes)
    assert (order.customer, order.code) == (undone.customer, undone.code)


def test_cancellations_of_every_kind(bought: list[Line], cancelled: list[Line]) -> None:
    kinds: Counter[str] = Counter()
    for line in cancelled:
        quantities = [purchase.quantity for purchase in purchases_of(bought, line)]
        whole = quantities.count(-line.quantity)
        kinds["nobody's" if line.customer is None else f"{min(whole, 2)} whole"] += 1
        kinds["in part"] += not whole and any(q > -line.quantity for q in quantities)
        kinds["never bought"] += not quantities
        kinds["on the first day"] += f"{line.date:%Y-%m-%d}" == "2010-12-01"
    assert kinds["1 whole"] >= 10
    assert kinds["in part"] >= 5
    for kind in ("2 whole", "nobody's", "never bought", "on the first day"):
        assert kinds[kind] >= 1, kind
    assert {"D", "M"} <= {line.code for line in cancelled}


def test_a_line_bought_twice_and_cancelled_once(bought: list[Line], cancelled: list[Line]) -> None:
    times = Counter((line.customer, line.code, line.quantity) for line in bought)
    undone = Counter((line.customer, line.code, -line.quantity) for line in cancelled)
    assert [key for key, n in undone.items() if n == 1 and times[key] == 2]
    assert [key for key, n in undone.items() if n > 1 and times[key] == 1]


def test_customers_whose_only_purchase_was_undone(
    bought: list[Line], cancelled: list[Line]
) -> None:
    once = Counter(line.customer for line in bought)
    undone = {(line.customer, line.code, -line.quantity) for line in cancelled}
    gone = {
        line.customer
        for line in bought
        if once[line.customer] == 1 and (line.customer, line.code, line.quantity) in undone
    }
    assert {"12346", "12348"} <= gone


PRESENT: dict[str, Callable[[str, Line], bool]] = {
    "bad debt": lambda name, line: line.invoice[0] == "A" and line.price < 0 and line.code == "B",
    "stock written off": lambda name, line: (
        name == "adjustment" and line.quantity < 0 and line.price == 0 and line.description is None
    ),
    "negative without C, with a customer": lambda name, line: (
        name == "adjustment" and line.customer is not None
    ),
    "no customer and no description": lambda name, line: (
        name == "no_customer" and line.description is None
    ),
    "no description only": lambda name, line: name == "incomplete" and line.description is None,
    "no country only": lambda name, line: name == "incomplete" and line.country is None,
    "free with a customer": lambda name, line: name == "free" and line.price == 0,
    "a tenth of a penny": lambda name, line: name == "sale" and line.price == Decimal("0.001"),
    "dear": lambda name, line: name == "sale" and 50 <= line.price <= 600,
    "after the snapshot": lambda name, line: line.date == datetime(2011, 12, 10, 9),
    "at the snapshot": lambda name, line: line.date == datetime(2011, 12, 10),
    "copy of a cancellation": lambda name, line: name == "duplicate" and line.invoice[0] == "C",
    "copy without a customer": lambda name, line: name == "duplicate" and line.customer is None,
    "abroad": lambda name, line: name == "sale" and line.country != "United Kingdom",
    **{
        code: lambda name, line, code=code: name == "non_product" and line.code == code
        for code in ("POST", "M", "DOT", "BANK CHARGES")
    },
    **{
        f"named {part!r}": lambda name, line, part=part: part in (line.description or "")
        for part in ("'", ",", '"', "\\", "£", "🎁", "<script>")
    },
    "leading blank": lambda name, line: (line.description or "")[:1] == " ",
    "trailing blank": lambda name, line: (line.description or "")[-1:] == " ",
}


@pytest.mark.parametrize("condition", PRESENT.values(), ids=PRESENT.keys())
def test_lines_of_every_kind(lines: Classified, condition: Callable[[str, Line], bool]) -> None:
    assert any(condition(name, line) for name, line in lines)


@pytest.mark.parametrize(
    ("column", "cell"),
    [
        ("Quantity", "twelve"),
        ("Quantity", "１２"),
        ("UnitPrice", "free"),
        ("InvoiceDate", "2011-02-30 10:00:00"),
        *((column, None) for column in COLUMNS[:2] + COLUMNS[3:6]),
    ],
)
def test_cells_that_cannot_be_read(rows: list[RawRow], column: str, cell: str | None) -> None:
    position = COLUMNS.index(column)
    assert any(row[position] == cell for row in rows)


def test_an_exact_copy_three_times_over(rows: list[RawRow]) -> None:
    assert max(Counter(rows).values()) == 3


def test_ordinary_prices_and_countries(lines: Classified) -> None:
    sales = [line for name, line in lines if name == "sale"]
    ordinary = [line for line in sales if Decimal("0.29") <= line.price <= 12]
    assert 0.85 < len(ordinary) / len(sales) < 0.99
    at_home = [line for line in sales if line.country == "United Kingdom"]
    assert 0.7 < len(at_home) / len(sales) < 0.95
    assert all(line.customer and line.customer.isdigit() for line in sales)


def test_an_invoice_is_one_customers_at_one_moment_in_every_part(tmp_path: Path) -> None:
    plan = SamplePlan(sends=8_000, sends_per_part=2_000)
    written = write_sample(SAMPLES, plan, tmp_path, "parquet", workers=1)
    folder = next(folder for folder in written if folder.name == "online_retail")
    invoices = defaultdict(set)
    for name, line in classified(read_rows(folder)):
        if name in {"sale", "cancellation", "no_customer", "adjustment"}:
            assert line is not None
            invoices[line.invoice].add((line.customer, line.date))
    assert len(invoices) > 2_000
    assert [invoice for invoice, moments in invoices.items() if len(moments) > 1] == []
