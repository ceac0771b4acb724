"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

The one error that a user of the lifetime value package can cause, and what refuses rows by it.
"""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray


class LifetimeValueInputError(ValueError):
    """Customers whose purchases no model can be fitted to; the message is one sentence for the
    user.
    """


def refuse_where(what: str, wrong: Mapping[str, NDArray[np.bool_]]) -> None:
    """Raises LifetimeValueInputError where a mask holds for any of `what`; its key says why."""
    for why, mask in wrong.items():
        if mask.any():
            raise LifetimeValueInputError(f"{int(mask.sum())} {what} have {why}.")
