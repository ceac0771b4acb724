"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

Temporary views end with the model that made them. dbt-spark counts on a connection per thread that
takes them along when it closes; in a session they would stay until the process ends, and whatever
lists relations would find them, without a schema.
"""

from __future__ import annotations

import re
import sys
import threading
import traceback
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from dbt.adapters.events.logging import AdapterLogger

if TYPE_CHECKING:
    from pyspark.sql import SparkSession

logger = AdapterLogger("Spark")

_COMMENT = r"--[^\n]*\n|/\*(?:[^*]|\*(?!/))*\*/"
_CREATED_VIEW = re.compile(
    rf"\s*(?:(?:{_COMMENT})\s*)*create\s+(?:or\s+replace\s+)?temp(?:orary)?\s+view\s+"
    r"(?:if\s+not\s+exists\s+)?(?:`(?P<quoted>[^`]+)`|(?P<plain>\w+))",
    re.IGNORECASE,
)

# dbt runs a model from beginning to end in one thread
_made = threading.local()


def end_temporary_views_with_their_models() -> None:
    """Teach dbt-spark to drop a model's temporary views after it, and to list none.

    Calling this again changes nothing.
    """
    # Only here, because importing the adapter is slow and dbt starts plug-ins for every command.
    from dbt.adapters.spark.impl import SparkAdapter

    adapter_class: Any = SparkAdapter
    own_before = adapter_class.pre_model_hook
    own_after = adapter_class.post_model_hook
    own_list = adapter_class.list_relations_without_caching
    if getattr(own_after, "drops_temporary_views", False):
        return

    def before_model(adapter: Any, config: Mapping[str, Any]) -> Any:
        _made.views = []
        return own_before(adapter, config)

    # dbt calls this for failed models too
    def after_model(adapter: Any, config: Mapping[str, Any], context: Any) -> None:
        try:
            own_after(adapter, config, context)
        finally:
            _drop_views_of_this_model()

    # Spark lists the session's temporary views with every schema
    def list_stored(adapter: Any, schema_relation: Any) -> list[Any]:
        relations = own_list(adapter, schema_relation)
        return [relation for relation in relations if relation.schema]

    after_model.drops_temporary_views = True  # type: ignore[attr-defined]
    adapter_class.pre_model_hook = before_model
    adapter_class.post_model_hook = after_model
    adapter_class.list_relations_without_caching = list_stored


def note_temporary_view(name: str) -> None:
    """Have a view dropped when the model that this thread runs has ended."""
    if hasattr(_made, "views"):
        _made.views.append(name)


def note_statement(sql: str) -> None:
    """The same for the view that a statement creates, if it creates one."""
    found = _CREATED_VIEW.match(sql)
    if found:
        note_temporary_view(found["quoted"] or found["plain"])


def drop_all_temporary_views() -> None:
    """Drop what is temporary in the session of this process, also what Python models made.

    For a process that runs several commands and has no temporary views of its own. Does not start
    Spark where it is not running, and never fails.
    """
    session = _running_session()
    if session is None:
        return
    try:
        # this schema is always there, and its list includes the views without a schema
        views = session.sql("show views in global_temp").collect()
        for view in (view for view in views if view["isTemporary"]):
            drop = (
                session.catalog.dropGlobalTempView
                if view["namespace"]
                else session.catalog.dropTempView
            )
            drop(view["viewName"])
    # an application that has ended, a server that is gone: the next command says so itself
    except Exception:
        logger.debug(traceback.format_exc())


def _drop_views_of_this_model() -> None:
    views, _made.views = getattr(_made, "views", []), []
    session = _running_session() if views else None
    if session is None:
        return
    for view in views:
        try:
            session.catalog.dropTempView(view)
        # whatever it is, it must not hide what the model itself said
        except Exception:
            logger.debug(traceback.format_exc())


def _running_session() -> SparkSession | None:
    if "pyspark.sql" not in sys.modules:
        return None
    from pyspark.errors import PySparkException
    from pyspark.sql import SparkSession

    try:
        return SparkSession.active()
    except PySparkException:
        return None
