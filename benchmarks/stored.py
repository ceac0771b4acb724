"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

Results by size, as an earlier call of a benchmark left them.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any


def stored_results(file: Path) -> dict[int, Any]:
    """What a JSON file holds of each size; nothing where there is no file yet."""
    if not file.exists():
        return {}

    return {int(size): result for size, result in json.loads(file.read_text("utf-8")).items()}
