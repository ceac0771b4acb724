"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

Turns what a Python model returned (a Spark, pandas-on-Spark or pandas frame) into a Spark frame.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from dbt_common.exceptions import DbtRuntimeError

if TYPE_CHECKING:
    from pyspark.sql import DataFrame, SparkSession


def to_spark_frame(spark: SparkSession, result: Any, *, model: str) -> DataFrame:
    """The result of ``model()`` as a Spark frame; a pandas or pandas-on-Spark index is dropped.

    Neither pandas nor pyspark.pandas is imported unless the result comes from there: both are slow.
    Raises DbtRuntimeError, one sentence that names the model, for any other type and for a pandas
    frame from which Spark cannot tell the column types.
    """
    kinds = {_kind(base) for base in type(result).__mro__}
    frame: DataFrame
    if "pyspark.sql" in kinds:
        frame = result
    elif "pyspark.pandas" in kinds:
        frame = result.to_spark()
    elif "pandas" in kinds:
        frame = _from_pandas(spark, result, model=model)
    else:
        raise DbtRuntimeError(
            f"Python model {model} returned {_type_name(result)}: model() must return a Spark,"
            " pandas-on-Spark or pandas data frame."
        )
    return frame


def _kind(base: type) -> str:
    """The library that a class named DataFrame comes from (module paths vary by version)."""
    if base.__name__ != "DataFrame":
        return ""
    names = base.__module__.split(".")
    return ".".join(names[:2]) if names[0] == "pyspark" else names[0]


def _from_pandas(spark: SparkSession, result: Any, *, model: str) -> DataFrame:
    try:
        if result.empty:
            return _empty_from_pandas(spark, result)
        return spark.createDataFrame(result)
    except Exception as error:
        rows = "an empty pandas frame" if result.empty else "a pandas frame"
        reason = str(error).splitlines()[0] if str(error) else type(error).__name__
        raise DbtRuntimeError(
            f"Python model {model} returned {rows} from which Spark cannot tell the column types"
            f" ({reason}): return a Spark frame with an explicit schema, for example"
            " session.createDataFrame(rows, 'id string, amount decimal(18,2)')."
        ) from error


def _empty_from_pandas(spark: SparkSession, result: Any) -> DataFrame:
    """An empty pandas frame still has usable types when none of its columns is of type object."""
    untyped = [str(name) for name, dtype in result.dtypes.items() if dtype.kind == "O"]
    if untyped or not len(result.columns):
        raise TypeError(f"no type in column {', '.join(untyped)}" if untyped else "no columns")
    import pyarrow  # type: ignore[import-untyped,unused-ignore]
    from pyspark.sql.pandas.types import from_arrow_schema

    schema = pyarrow.Schema.from_pandas(result, preserve_index=False)
    return spark.createDataFrame([], from_arrow_schema(schema))


def _type_name(result: Any) -> str:
    kind = type(result)
    name = kind.__qualname__
    return name if kind.__module__ == "builtins" else f"{kind.__module__}.{name}"
