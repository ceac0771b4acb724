"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

Markdown from findings and from tables of text; whatever comes from data is escaped.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Sequence

from customer_value.areas.online_retail.findings.statement import Finding, Verdict
from customer_value.words.bilingual import Text

LEFT, RIGHT = "---", "---:"


def escaped(text: str) -> str:
    """Text that Markdown shows as it is, inside a table cell, too."""
    one_line = " ".join(html.escape(text, quote=False).split())
    return re.sub(r"([\\`*\[\]|]|(?<![A-Za-z0-9])_|_(?![A-Za-z0-9]))", r"\\\1", one_line)


def both(text: Text) -> str:
    """Chinese, and English on a line of its own."""
    zh, en = escaped(text.zh), escaped(text.en)
    return zh if zh == en else f"{zh}<br>{en}"


def markdown_table(
    header: Sequence[str], rows: Iterable[Sequence[str]], alignment: Sequence[str]
) -> list[str]:
    """The lines of a table whose cells are Markdown already."""
    return [_line(header), f"|{'|'.join(alignment)}|", *(_line(row) for row in rows)]


def findings_table(findings: Iterable[Finding]) -> list[str]:
    """One row per finding: id, statement with its rule, measured values, verdict."""
    rows = [
        (
            finding.id,
            f"{both(finding.statement)}<br><sub>{both(finding.rule)}</sub>",
            both(finding.measured),
            _verdict(finding),
        )
        for finding in findings
    ]
    header = ("#", "文档说 / stated<br><sub>规则 / rule</sub>", "测得 / measured", "判断 / verdict")
    return markdown_table(header, rows, [LEFT] * len(header))


def verdict_counts(findings: Sequence[Finding]) -> list[str]:
    """How many statements got each verdict, under which condition, and which they are."""
    order = list(Verdict)
    kinds = {_verdict(finding): order.index(finding.verdict) for finding in findings}
    rows = []
    for kind in sorted(kinds, key=lambda kind: kinds[kind]):
        ids = [finding.id for finding in findings if _verdict(finding) == kind]
        rows.append((kind, str(len(ids)), ", ".join(ids)))
    return markdown_table(("判断 / verdict", "句 / statements", "#"), rows, (LEFT, RIGHT, LEFT))


def _verdict(finding: Finding) -> str:
    word = finding.verdict.value
    if finding.condition is None:
        return f"**{word.zh}**<br>{word.en}"
    condition = finding.condition
    return f"**{word.zh}**：{escaped(condition.zh)}<br>holds only if {escaped(condition.en)}"


def _line(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"
