"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

Reads checked files with Spark, every value as the text that ODS holds.
"""

import re
from collections.abc import Sequence
from pathlib import Path

from pyspark.sql import Column, DataFrame, SparkSession
from pyspark.sql import functions as F
from pyspark.sql import types as T

from customer_value.loader.discover import FoundTable

_BINARY_DECIMALS = 10
_GLOB_CHARACTERS = re.compile(r"([\\\[\]{}*?])")


def read_table(spark: SparkSession, found: FoundTable) -> DataFrame:
    """The files' rows with exactly the ODS table's columns, all string; an empty text is null.

    Typed columns become text so that no information changes: times as
    `YYYY-MM-DD HH:MM:SS[.ffffff]`, fractions without exponent or trailing zeros; binary fractions
    are rounded to ten decimals, which drops only their noise. In a CSV file with Windows line ends,
    one inside quotes becomes a plain one.
    """
    if found.suffix == ".csv":
        rows = _read_csv(spark, found.paths, found.columns)
    elif found.suffix == ".parquet":
        rows = spark.read.parquet(*_uris(found.paths))
    else:
        rows = _read_sheets(spark, found)
    return rows.select(*[_text(rows.schema[name]).alias(name) for name in found.table.columns])


def _read_csv(spark: SparkSession, paths: Sequence[Path], header: Sequence[str]) -> DataFrame:
    return (
        spark.read.schema(_text_schema(header))
        .option("header", True)
        .option("multiLine", True)
        .option("escape", '"')
        .option("mode", "FAILFAST")
        .csv(_uris(paths))
    )


def _read_sheets(spark: SparkSession, found: FoundTable) -> DataFrame:
    wanted = list(found.table.columns)
    records = [
        record
        for sheet in found.sheets
        for record in sheet[wanted].itertuples(index=False, name=None)
    ]
    return spark.createDataFrame(records, _text_schema(wanted))


def _text(entry: T.StructField) -> Column:
    column = F.col(f"`{entry.name}`")
    text = column.cast("string")
    kind = entry.dataType
    if isinstance(kind, T.DecimalType):
        # A cast would write 0E-10 for nothing.
        text = F.expr(f"format_number(`{entry.name}`, '0.{'#' * kind.scale}')")
    elif isinstance(kind, T.FractionalType):
        # The text of a 4-byte float is what was meant; its 8-byte value carries noise.
        plain = F.format_string(f"%.{_BINARY_DECIMALS}f", text.cast("double"))
        text = F.regexp_replace(plain, r"\.?0+$", "")
    return F.when(column.isNotNull() & (text != ""), text)


def _text_schema(names: Sequence[str]) -> T.StructType:
    return T.StructType([T.StructField(name, T.StringType()) for name in names])


def _uris(paths: Sequence[Path]) -> list[str]:
    """Spark takes a path for a pattern, so the characters that mean something there are escaped."""
    return ["file://" + _GLOB_CHARACTERS.sub(r"\\\1", str(path.resolve())) for path in paths]
