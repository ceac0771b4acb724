"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

What to say of a query that gave no rows: the kinds that have a way out in a sentence, all others in
dbt's words.
"""

from __future__ import annotations

import re
from difflib import get_close_matches
from pathlib import Path

from customer_value.errors import CommandError
from customer_value.warehouse.session import find_project

# of a macro's own sentence, dbt names the callers below it
_CALLERS = re.compile(r"^\s*> (in|called by) macro ", re.MULTILINE)
_HEADINGS = re.compile(r"\s*(\w+ Error( in .*)?\n\s*)*")
_NO_MODEL = re.compile(r"depends on a node named '([^']+)'.*which was not found", re.DOTALL)
# the words of Spark 3.5 and 4, in a session and behind a server
_NO_TABLE = re.compile(
    r"\[(?:TABLE_OR_VIEW|SCHEMA)_NOT_FOUND\] The (?:table or view|schema) (\S+) cannot be found"
)
# what a query can refer to
_MODELS = (("models", "*.sql"), ("models", "*.py"), ("seeds", "*.csv"))


def sentence_of(failure: str) -> str:
    """The message of a failed ``dbt show`` as a person needs it."""
    if found := _NO_MODEL.search(failure):
        return _no_model(found[1])
    if found := _NO_TABLE.search(failure):
        name = found[1].replace("`", "").removeprefix("spark_catalog.")
        return (
            f"{name} does not exist: build it first (make build), name your schema with DBT_SCHEMA,"
            " or correct the name."
        )
    sentence = _HEADINGS.sub("", _CALLERS.split(failure)[0], count=1).strip()

    return sentence or "dbt gave no rows and no reason: look into logs/dbt.log."


def _no_model(name: str) -> str:
    try:
        project = find_project(Path.cwd())
    except CommandError:
        return f"There is no model {name}."
    known = {path.stem for folder, kind in _MODELS for path in (project / folder).rglob(kind)}
    nearest = get_close_matches(name, known, n=1)

    return f"There is no model {name}" + (f": did you mean {nearest[0]}?" if nearest else ".")
