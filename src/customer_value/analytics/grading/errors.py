"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

The one error that a user of the grading package can cause.
"""

from __future__ import annotations

import numpy as np

from customer_value.analytics.arrays import Values


class GradingInputError(ValueError):
    """Predictions that cannot be graded; the message is one sentence for the user."""


def assert_gradable(**arrays: Values) -> None:
    """Raises GradingInputError where the arrays are empty, of several lengths or not finite."""
    lengths = {len(values) for values in arrays.values()}
    if len(lengths) != 1:
        raise GradingInputError(f"{', '.join(arrays)} must have one length, not {sorted(lengths)}.")
    if not lengths.pop():
        raise GradingInputError(f"There is no customer to grade ({', '.join(arrays)} are empty).")
    for name, values in arrays.items():
        wrong = int((~np.isfinite(values)).sum())
        if wrong:
            raise GradingInputError(f"{wrong} values of {name} are no numbers.")
