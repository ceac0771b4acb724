"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

BG/NBD and Gamma-Gamma against published numbers.
"""

from __future__ import annotations

import numpy as np
import pytest
from cdnow import histories, needs_cdnow, spending

from customer_value.analytics.lifetime_value import (
    PurchaseModel,
    fit_purchase_model,
    fit_spend_model,
)


@needs_cdnow
def test_purchases_of_cdnow() -> None:
    seen = histories()
    model = fit_purchase_model(seen)

    assert seen.population == 23_570
    assert (model.r, model.alpha, model.a, model.b) == pytest.approx(
        (0.2516, 4.789, 0.7234, 2.1611), abs=5e-4
    )
    assert model.log_likelihood(seen) == pytest.approx(-95_368.44, abs=0.01)


@needs_cdnow
def test_spend_of_cdnow() -> None:
    seen = spending()
    model = fit_spend_model(seen)

    assert seen.population == 9_450
    assert (model.p, model.q, model.v) == pytest.approx((6.275, 3.625, 14.98), abs=5e-3)


def test_the_check_value_of_the_paper() -> None:
    model = PurchaseModel(0.243, 4.414, 0.793, 2.426)

    expected = model.expected_purchases(np.array([2.0]), np.array([30.43]), np.array([38.86]), 39)

    assert expected == pytest.approx([1.226], abs=5e-4)
