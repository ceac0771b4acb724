"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

The regions and channels, as text.
"""

from collections.abc import Sequence

import pyarrow as pa

from customer_value.sample.draws import Ints
from customer_value.sample.text_columns import chosen, string_table

CHANNELS = [
    ("CH01", "手机 app", "线上", "app", "true"),
    ("CH02", "网站", "线上", "web", "true"),
    ("CH03", "小程序", "线上", "小程序", "true"),
    ("CH04", "门店, 直营", "线下", "门店", "false"),
    ("CH05", "电话订购", "线下", "电话", "false"),
]

# 大区 → 省 (place in the tile map) → 市
REGIONS: dict[str, dict[tuple[str, int, int], list[str]]] = {
    "华东": {
        ("上海", 4, 7): ["上海市"],
        ("江苏", 3, 6): ["南京市", "苏州市"],
        ("浙江", 5, 7): ["杭州市", "宁波市"],
    },
    "华南": {("广东", 7, 5): ["广州市", "深圳市"], ("海南", 8, 5): ["海口市"]},
    "华北": {("北京", 1, 5): ["北京市"], ("河北", 2, 5): ["石家庄市"]},
    "西南": {("四川", 4, 2): ["成都市", '绵阳市 "科技城"'], ("重庆", 5, 3): ["重庆市"]},
}


def _regions() -> list[tuple[str | None, ...]]:
    rows: list[tuple[str | None, ...]] = []
    for number, (area, provinces) in enumerate(REGIONS.items(), start=1):
        code = f"R{number}"
        rows.append((code, area, "大区", None, None, None))
        for inner, ((province, row, column), cities) in enumerate(provinces.items(), start=1):
            rows.append((f"{code}{inner}", province, "省", code, str(row), str(column)))
            rows += [
                (f"{code}{inner}{last}", city, "市", f"{code}{inner}", None, None)
                for last, city in enumerate(cities, start=1)
            ]
    return rows


_REGION_ROWS = _regions()
CITIES = [str(row[0]) for row in _REGION_ROWS if row[2] == "市"]


def channel_ids(numbers: Ints) -> pa.Array:
    """The ids of the channels with these numbers."""
    return chosen([row[0] for row in CHANNELS], numbers)


def region_table() -> pa.Table:
    """One row per region; only provinces have a place in the tile map."""
    return _table(
        ("region_id", "region_name", "region_level", "parent_region_id", "grid_row", "grid_column"),
        _REGION_ROWS,
    )


def channel_table() -> pa.Table:
    """One row per channel."""
    return _table(
        ("channel_id", "channel_name", "channel_type", "terminal", "is_self_service"), CHANNELS
    )


def _table(names: tuple[str, ...], rows: Sequence[tuple[str | None, ...]]) -> pa.Table:
    cells = zip(*rows, strict=True)
    return string_table(
        {name: pa.array(column, pa.string()) for name, column in zip(names, cells, strict=True)}
    )
