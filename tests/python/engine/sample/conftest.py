"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

A sample that several tests look at.
"""

from pathlib import Path

import pytest
from sample_areas import SAMPLES

from customer_value.sample.plan import SamplePlan
from customer_value.sample.write_sample import write_sample


@pytest.fixture(scope="session")
def small_sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample that the command writes when nothing is asked of it: one folder per area."""
    out = tmp_path_factory.mktemp("small")
    write_sample(SAMPLES, SamplePlan(), out, "csv", workers=1)
    return out
