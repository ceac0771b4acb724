"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

Which ODS tables a subject area has and which columns each must have, as its dbt sources file says.
"""

from dataclasses import dataclass
from pathlib import Path

import yaml

from customer_value.errors import LoadError


@dataclass(frozen=True)
class OdsTable:
    """An ODS table: its name and its columns in order."""

    name: str
    columns: tuple[str, ...]


def ods_tables(project_dir: Path, area: str) -> list[OdsTable]:
    """The tables in `models/staging/<area>/_sources.yml`, in its order.

    Raises LoadError where the project has no such area.
    """
    staging = project_dir / "models" / "staging"
    areas = {path.parent.name: path for path in sorted(staging.glob("*/_sources.yml"))}
    if area not in areas:
        known = ", ".join(areas) or "none"
        raise LoadError(f"The project has no ODS area '{area}' (it has: {known}).")
    content = yaml.safe_load(areas[area].read_text(encoding="utf-8"))
    return [
        OdsTable(table["name"], tuple(column["name"] for column in table["columns"]))
        for source in content["sources"]
        for table in source["tables"]
    ]
