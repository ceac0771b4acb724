"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

What a loader says at its end: the command that builds the warehouse on the loaded tables.
"""

from __future__ import annotations

import shlex
from collections.abc import Mapping, Sequence

from customer_value.areas import AREAS
from customer_value.commands.common import Project
from customer_value.loader.area_tables import OdsTable

BY_NAME = {area.name: area for area in AREAS}


def way_on(
    schema: str,
    areas: Sequence[str],
    project: Project,
    today: str | None = None,
    further: Mapping[str, str] | None = None,
    is_apart: bool = False,
) -> str:
    """The commands that build the warehouse on the loaded tables, those that the areas need too.

    today: the day that counts as today, where the first area needs one. further: vars that the data
    need. is_apart: whether only these areas are built, into schemas of the same name.
    """
    needed = with_needed(areas)
    settings = [f"{name}_ods: source" for name in needed]
    settings += [f"as_of_date: {today}"] if today else []
    said = [f"{name}: {value}" for name, value in (further or {}).items()]
    profiles = f" --profiles-dir {shlex.quote(str(project.profiles))}"
    if schema != "ods" or areas[0] not in BY_NAME:
        settings.append(f"ods_schema: {schema}")
        chosen = [*(f"path:models/*/{name}" for name in needed), "path:seeds/reference"]
        select = f" --select {shlex.join(chosen)}" if is_apart else ""
        built = f"DBT_SCHEMA={schema} dbt build" if is_apart else "dbt build"
        return f"{built}{profiles}{select} --vars '{{{', '.join([*settings, *said])}}}'"

    build = BY_NAME[areas[0]].build + (f' VARS="{", ".join(said)}"' if said else "")
    make = f"AS_OF_DATE={today} {build}" if today else build
    return f"{make}   (or: dbt build{profiles} --vars '{{{', '.join([*settings, *said])}}}')"


def absent_tables(tables: Sequence[OdsTable], rows: Mapping[str, int]) -> dict[str, str]:
    """The var that names the loaded tables which the source has nothing for, if there are any: a
    build takes them for broken else. An optional table may be empty anyhow.
    """
    names = [table.name for table in tables if not table.is_optional and not rows[table.name]]

    return {"absent_tables": f"[{', '.join(names)}]"} if names else {}


def with_needed(areas: Sequence[str]) -> list[str]:
    """The areas, then those that they need, each once."""
    needed = [need for area in areas if area in BY_NAME for need in BY_NAME[area].needs]

    return list(dict.fromkeys([*areas, *needed]))
