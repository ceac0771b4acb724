"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

What the tests of the areas share: the committed seeds, and the loader's small dbt project.
"""

from pathlib import Path

import pytest
from loader_fixtures import project, working_folder
from workspace import REPOSITORY

__all__ = ["all_seeds", "project", "retail_seeds", "working_folder"]


@pytest.fixture(scope="session")
def all_seeds() -> Path:
    """The committed seeds, in a folder for each area."""
    return REPOSITORY / "seeds"


@pytest.fixture(scope="session")
def retail_seeds() -> Path:
    """The committed seeds of Online Retail."""
    return REPOSITORY / "seeds" / "online_retail"
