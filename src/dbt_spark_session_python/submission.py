"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

The submission method ``session``: run a compiled Python model in dbt's own Spark session.
"""

from __future__ import annotations

import ast
import traceback
from collections.abc import Callable
from contextlib import AbstractContextManager, ExitStack
from pathlib import Path
from types import CodeType
from typing import TYPE_CHECKING, Any

from dbt.adapters.base.impl import PythonJobHelper
from dbt.adapters.events.logging import AdapterLogger
from dbt.adapters.spark.connections import SparkConnectionMethod, SparkCredentials
from dbt.flags import get_flags
from dbt_common.exceptions import DbtRuntimeError

from dbt_spark_session_python.failure import ModelSource, describe
from dbt_spark_session_python.workers import start_workers_with_this_python

if TYPE_CHECKING:
    from pyspark.sql import SparkSession

logger = AdapterLogger("Spark")
_guards: list[Callable[[SparkSession], AbstractContextManager[object]]] = []


def run_models_inside(guard: Callable[[SparkSession], AbstractContextManager[object]]) -> None:
    """Run every Python model from now on inside `guard(session)`.

    This is for other plug-ins; a DbtRuntimeError that a guard raises is reported as the model's.
    Giving the same guard again changes nothing.
    """
    if guard not in _guards:
        _guards.append(guard)


class SessionPythonJobHelper(PythonJobHelper):
    """Runs one Python model; dbt makes one helper per model run.

    Raises DbtRuntimeError at once when the profile's connection is not ``method: session``.
    """

    def __init__(self, parsed_model: dict[str, Any], credential: SparkCredentials) -> None:
        if credential.method != SparkConnectionMethod.SESSION:
            raise DbtRuntimeError(
                f"Python model {parsed_model['name']} needs a connection with `method: session`,"
                f" but this profile uses `method: {credential.method}`: use the SQL implementation"
                " of this model, or set `submission_method` explicitly to run it on Databricks."
            )
        self.parsed_model = parsed_model
        self.credential = credential

    def submit(self, compiled_code: str) -> None:
        """Execute the model and its generated tail, which writes the result.

        Raises DbtRuntimeError with the model's file, line, error type and message; dbt then marks
        the model as failed, skips what depends on it and goes on with the rest.
        """
        source = _source_of(self.parsed_model)
        session = session_of(self.credential)
        start_workers_with_this_python(session)
        namespace = {
            # Not importable, so that functions of the model travel to Spark workers by value.
            "__name__": f"dbt_python_model.{self.parsed_model['name']}",
            "__file__": source.path,
            "spark": session,
        }
        guards = [guard(session) for guard in _guards]
        try:
            with ExitStack() as stack:
                for guard in guards:
                    stack.enter_context(guard)
                exec(_compile(compiled_code, source), namespace)
        except DbtRuntimeError:
            raise
        # sys.exit() in a model must end the model, not the build.
        except (Exception, SystemExit) as error:
            logger.debug(traceback.format_exc())
            raise DbtRuntimeError(describe(error, source)) from error


def session_of(credential: SparkCredentials) -> SparkSession:
    """The session in which dbt-spark runs SQL, obtained as its session cursor obtains it.

    The builder reads SPARK_REMOTE, so this is a Spark Connect session where dbt's is one.
    """
    # Only here: dbt-spark is also installed where pyspark is not.
    from pyspark.sql import SparkSession

    builder = SparkSession.builder.enableHiveSupport()
    for parameter, value in credential.server_side_parameters.items():
        builder = builder.config(parameter, value)
    return builder.getOrCreate()


def _source_of(parsed_model: dict[str, Any]) -> ModelSource:
    shown_path = str(parsed_model["original_file_path"])
    flags: Any = get_flags()  # type: ignore[no-untyped-call]
    absolute_path = Path(flags.PROJECT_DIR).absolute() / shown_path
    code = str(parsed_model["raw_code"])
    # dbt strips blank lines from the top of the file; line numbers would all be too small.
    text = absolute_path.read_bytes().decode("utf-8") if absolute_path.is_file() else code
    return ModelSource(
        path=str(absolute_path if absolute_path.is_file() else shown_path),
        shown_path=shown_path,
        code=code,
        first_line=1 + _lines_before(code, text),
    )


def _compile(compiled_code: str, source: ModelSource) -> CodeType:
    tree = ast.parse(compiled_code, filename=source.path)
    ast.increment_lineno(tree, source.first_line - 1 - _lines_before(source.code, compiled_code))
    # The model's own __future__ imports count, this module's do not.
    return compile(tree, source.path, "exec", dont_inherit=True)


def _lines_before(part: str, text: str) -> int:
    return text.count("\n", 0, max(text.find(part), 0))
