"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

What the committed sample of the shared dimensions must hold, because tests and pages depend on
meeting it.
"""

import csv
from pathlib import Path

import pytest


def rows(seeds: Path, table: str) -> list[dict[str, str]]:
    with (seeds / "shared" / f"{table}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.mark.parametrize(
    "name",
    [
        "<script>alert(1)</script>",
        '"><img src=x onerror=alert(1)>',
        "L'Oréal 口红, 正红",
        "🎁 端午礼盒 🎉",
        "蓝牙音箱\\",
        " 前后有空格的毛巾 ",
    ],
)
def test_awkward_product_names(all_seeds: Path, name: str) -> None:
    assert name in {row["product_name"] for row in rows(all_seeds, "ods_product")}


def test_every_sku_and_agent_has_its_product_and_shop(all_seeds: Path) -> None:
    products = rows(all_seeds, "ods_product")
    skus, agents = rows(all_seeds, "ods_sku"), rows(all_seeds, "ods_customer_service")
    assert {row["product_id"] for row in skus} - {""} <= {row["product_id"] for row in products}
    assert {row["shop_id"] for row in agents} <= {row["shop_id"] for row in products}
