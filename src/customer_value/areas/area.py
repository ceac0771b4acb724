"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

What a subject area is to the engines and commands.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from customer_value.lists.area_lists import AreaLists
from customer_value.sample.plan import AreaSample
from customer_value.site.area_pages import AreaPages
from customer_value.warehouse.row_reader import Query


@dataclass(frozen=True)
class Findings:
    """A page in the project that is written from the area's tables.

    about: what it says, for the command's help. file: where it is, in the project. text: the page,
    read through a query from the tables of a dbt schema.
    """

    about: str
    file: Path
    text: Callable[[Query, str], str]


@dataclass(frozen=True)
class Area:
    """A subject area, with what it hands in to each engine.

    build: the make command that builds on tables which were loaded into the schema `ods`. pages:
    none where the area only has dimensions. needs: the areas with the dimensions that its facts
    refer to; their raw tables are loaded together with its own. time_zone: of the clocks that its
    raw tables were written by; instants in files become local times of it. today: the raw table and
    column whose last day the warehouse is built for, where the area follows AS_OF_DATE.
    """

    name: str
    build: str
    sample: AreaSample
    time_zone: str = "Asia/Shanghai"
    today: tuple[str, str] | None = None
    pages: AreaPages | None = None
    needs: Sequence[str] = ()
    findings: Findings | None = None
    lists: AreaLists | None = None
