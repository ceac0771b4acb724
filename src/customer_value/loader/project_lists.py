"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

Evaluates a macro of the dbt project that only returns a value, so that a list which dbt and Python
both need has one home.
"""

import re
from pathlib import Path
from typing import Any

from jinja2 import Environment, StrictUndefined

from customer_value.errors import LoadError


def macro_value(file: Path, *arguments: object) -> Any:
    """What the macro of the file returns; the file has its name, as everywhere in the project.

    Such a macro may call nothing but `return`, `modules.re` and `exceptions`, and none of dbt's
    context. Raises LoadError where the file is missing.
    """
    if not file.is_file():
        raise LoadError(f"The project has no {file.name}; it must be at {file}.")
    returned: list[Any] = []
    environment = Environment(
        extensions=["jinja2.ext.do"], undefined=StrictUndefined, autoescape=False
    )
    environment.globals.update({"return": returned.append, "modules": {"re": re}})
    macros = environment.from_string(file.read_text(encoding="utf-8")).module
    text = getattr(macros, file.stem)(*arguments)

    return returned[-1] if returned else str(text).strip()
