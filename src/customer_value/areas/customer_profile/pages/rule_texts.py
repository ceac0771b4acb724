"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

What a rule is called and what it says: rules of warnings, and rules on customers' records.
"""

from __future__ import annotations

from typing import Protocol

from customer_value.words.bilingual import Text


class Rule(Protocol):
    """A row with the words of a rule in both languages."""

    @property
    def rule_name(self) -> str: ...

    @property
    def rule_name_english(self) -> str: ...

    @property
    def rule_text(self) -> str: ...

    @property
    def rule_text_english(self) -> str: ...


def rule_texts(rule: Rule, name: str, text: str = "rule_text") -> dict[str, Text]:
    """Its words as two columns of a table, called `name` and `text`."""
    return {
        name: Text(rule.rule_name, rule.rule_name_english),
        text: Text(rule.rule_text, rule.rule_text_english),
    }
