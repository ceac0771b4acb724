"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

What a reader of the findings has to know: how to read the values, and remarks on sections.
"""

from __future__ import annotations

from collections.abc import Mapping

from customer_value.areas.online_retail.findings.groups import EDGE, TOLERANCE
from customer_value.areas.online_retail.findings.statement import Section
from customer_value.words.bilingual import Text

READING = Text(
    "每句话由代码按所列规则判断。数字是 gross（文档的口径：取消前的分析行）；"
    "net 是同一规则扣除取消后的值，两者结论不同时判为“仅当…成立”。"
    f"近 X % = 相差不超过 {TOLERANCE} 个百分点；临界 = 离界限不到 {EDGE} 个百分点；"
    "ρ = Spearman 等级相关系数；#2/13 = 13 个月中第 2；11/12 = 12 个月中 11 个；"
    "* = 不完整的月。",
    "code decides every statement by the rule given. Values are gross, the "
    "document's way to count (nothing cancelled is taken off); net is the same rule with "
    'cancellations deducted, and where the two disagree the verdict is "only if". '
    f"Almost X % = within {TOLERANCE} points; borderline = less than {EDGE} points from the "
    "bound; ρ = Spearman's rank correlation; #2/13 = second of 13 months; 11/12 = 11 of 12 "
    "months; * = incomplete month.",
)
NOTES: Mapping[Section, Text] = {
    Section.PRICES: Text(
        "数字是每行件数；文档的图没有说明纵轴。分析行里也有邮费、手工调整等非商品行，高价区间里尤其多。",
        "Values are units per line; the document does not say what its chart shows. Postage, "
        "manual entries and the like are analysis rows, too, and weigh most at high prices.",
    ),
    Section.STAGES: Text(
        "不活跃 = 以前买过、当月没买，人数会累积。数据开始以前就买过的老客户，"
        "在数据里第一次购买时也算新客户，所以 S3 的下降有一部分来自数据的起点。",
        "Inactive = bought before, not in this month, so the number accumulates. Who had bought "
        "before the data begin counts as new once, so the fall in S3 is partly due to where the "
        "data begin.",
    ),
    Section.RATES: Text(
        "文档的“回购率”有三种读法：reactivation_or_new_rate = 上月没买 ÷ 本月买家（文档原文）；"
        "returning_buyer_rate = 上月也买 ÷ 本月买家；retention_rate = 上月也买 ÷ 上月买家。",
        "The return rate can be read in three ways: reactivation_or_new_rate = did not buy last "
        "month ÷ buyers of this month (the document's wording); returning_buyer_rate = bought last "
        "month, too ÷ buyers of this month; retention_rate = the same ÷ buyers of last month.",
    ),
    Section.CLUSTERS: Text(
        "群体按平均 M 从低到高编号；R 天、F 单、M 英镑，均为平均；Ø = 全体客户。"
        "standardised 是文档的做法，standardised_net 扣除取消，log_scale 先取对数。",
        "Groups are numbered by mean M; R in days, F in orders, M in pounds, all means; Ø = all "
        "customers. standardised is the document's way, standardised_net deducts cancellations, "
        "log_scale takes logarithms first.",
    ),
}
