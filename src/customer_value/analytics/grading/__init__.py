"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

Grades of predictions on customers whose outcome the model has not seen, and of the gain over a
simpler model. Numbers in, numbers out; no result depends on the order of the customers.
"""

from customer_value.analytics.grading.amounts import AmountGrades, amount_grades
from customer_value.analytics.grading.chances import ChanceGrades, ReliabilityBin, chance_grades
from customer_value.analytics.grading.errors import GradingInputError
from customer_value.analytics.grading.gain import Gain, gain
from customer_value.analytics.grading.ranking import RankingGrades, ndcg_of_each, ranking_grades

__all__ = [
    "AmountGrades",
    "ChanceGrades",
    "Gain",
    "GradingInputError",
    "RankingGrades",
    "ReliabilityBin",
    "amount_grades",
    "chance_grades",
    "gain",
    "ndcg_of_each",
    "ranking_grades",
]
