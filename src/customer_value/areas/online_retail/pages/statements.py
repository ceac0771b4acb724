"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

The findings as a table of the Online Retail report, worded so that the sample claims nothing about
the real file.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from customer_value.areas.online_retail import rows
from customer_value.areas.online_retail.findings import Finding, Section, Verdict, findings
from customer_value.areas.online_retail.findings.retail_tables import Customers, RetailTables
from customer_value.site.contents import Table
from customer_value.site.page_rows import PageRows, ReleasedTable

SAMPLE = "seeds"
_FIVE_DIGITS = 5


def finding_tables(tables: PageRows) -> RetailTables:
    """The rows that were read, as the findings take them."""
    customers = [row.customer_id for row in tables.of(rows.ScoredCustomer)]
    return RetailTables(
        line_classes=tables.of(rows.LineClass),
        monthly_trend=tables.of(rows.MonthlyTrend),
        monthly_orders=tables.of(rows.MonthlyOrders),
        super_orders=tables.of(rows.SuperOrder),
        price_bands=tables.of(rows.PriceBand),
        stages=tables.of(rows.CustomerStage),
        rates=tables.of(rows.RepurchaseRates),
        customers=Customers(len(customers), sum(map(_has_five_digits, customers))),
        elbow=tables.of(rows.Elbow),
        clusters=tables.of(rows.Cluster),
    )


def decided(tables: RetailTables) -> list[Finding]:
    """Every statement of the document; none where the area was not built."""
    return findings(tables) if tables.monthly_trend and tables.line_classes else []


def origin(tables: PageRows) -> str | None:
    """Where the raw rows come from; None where nothing was published yet."""
    origins = {
        row.ods_origin
        for row in tables.of(ReleasedTable)
        if row.table_name == rows.MonthlyTrend.TABLE
    }
    return origins.pop() if origins else None


def statement_table(found: Sequence[Finding], origin: str | None) -> Table:
    """One row per statement, in the document's order."""
    return Table.of(
        {
            "part": "code",
            "statement_no": "code",
            "section": "text",
            "statement": "text",
            "rule": "text",
            "measured": "text",
            "verdict": "value",
            "condition": "text",
        },
        [
            {
                "part": part(finding.section),
                "statement_no": finding.id,
                "section": finding.section.value,
                "statement": finding.statement,
                "rule": finding.rule,
                "measured": finding.measured,
                "verdict": verdict_word(finding.verdict, origin),
                "condition": finding.condition,
            }
            for finding in found
        ],
        hidden=("part",),
        search=True,
        choices=("verdict",),
        page_size=10,
    )


def verdict_table(found: Sequence[Finding]) -> Table:
    """How many statements got each verdict, in one row."""
    counts = Counter(finding.verdict for finding in found)
    row = {
        "statement_count": len(found),
        "holds_count": counts[Verdict.HOLDS],
        "only_if_count": counts[Verdict.ONLY_IF],
        "fails_count": counts[Verdict.FAILS],
        "not_measured_count": counts[Verdict.NOT_MEASURED],
    }
    return Table.of(dict.fromkeys(row, "count"), [row])


def part(section: Section) -> str:
    """The name of a section in templates: `data_set`, `rates`."""
    return section.name.lower()


def verdict_word(verdict: Verdict, origin: str | None) -> str:
    """The word of a verdict; only loaded data may say that a statement holds without more."""
    is_loaded = origin not in (None, SAMPLE)
    return verdict.name.lower() if is_loaded else f"here_{verdict.name.lower()}"


def _has_five_digits(customer: str) -> bool:
    return len(customer) == _FIVE_DIGITS and customer.isascii() and customer.isdigit()
