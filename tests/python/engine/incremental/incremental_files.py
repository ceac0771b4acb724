"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

A raw table as the files that arrived night after night, each with the time of its night.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from pathlib import Path
from urllib.parse import urlparse

from pyspark.sql import DataFrame, SparkSession

Row = dict[str, str | None]
Record = tuple[str | None, ...]

# before the first night, the rows had come on so many days, if a test does not say otherwise
FIRST_FILES = 12
FIRST_NIGHT = datetime(2024, 5, 1, 3)


def rows_of(spark: SparkSession, rows: Sequence[Row], columns: Sequence[str]) -> DataFrame:
    """The rows as one partition of texts."""
    return spark.createDataFrame(
        [tuple(row[column] for column in columns) for row in rows],
        ", ".join(f"{column} string" for column in columns),
    ).coalesce(1)


def spoil(file: Path) -> bytes:
    """Overwrite all of a Parquet file but its footer, and say what it held."""
    content = file.read_bytes()
    # it ends with the footer, its length, and four letters
    footer = int.from_bytes(content[-8:-4], "little") + 8
    overwrite(file, bytes(len(content) - footer) + content[-footer:])
    return content


def overwrite(file: Path, content: bytes) -> None:
    """Other bytes of the same number, unseen by whoever looks at size and time only."""
    status = file.stat()
    assert len(content) == status.st_size
    file.write_bytes(content)
    file.with_name(f".{file.name}.crc").unlink(missing_ok=True)
    os.utime(file, ns=(status.st_atime_ns, status.st_mtime_ns))


def _written(file: Path) -> date:
    return datetime.fromtimestamp(file.stat().st_mtime).date()


@dataclass
class Files:
    """One raw table; `files` holds what each night's file is called and what is in it."""

    spark: SparkSession
    table: str
    nights: int = 0
    files: dict[int, tuple[Path, list[Record]]] = field(default_factory=dict)
    # which night each row came in; the rows themselves, as an id is only theirs while they live
    arrived: list[tuple[Row, int]] = field(default_factory=list)
    first_files: int = FIRST_FILES

    def write(self, rows: Sequence[Row], columns: Sequence[str]) -> None:
        """One more night, after which the table holds these rows."""
        if not self.files:
            rows_of(self.spark, [], columns).write.mode("overwrite").saveAsTable(self.table)
        self.nights += 1
        nights = self._nights_of(rows)
        newest = max(self.files, default=None)
        for night in sorted({*self.files, *nights}):
            come = [row for row, came in zip(rows, nights, strict=True) if came == night]
            records = [tuple(row[column] for column in columns) for row in come]
            # the newest file is mended within its day, older ones tonight
            landed = night
            if night in self.files:
                file, before = self.files[night]
                if before == records:
                    continue
                file.unlink()
                del self.files[night]
                landed = night if night == newest else self._tonight
            if records:
                file = self._one_more(rows_of(self.spark, come, columns), landed)
                self.files[night] = (file, records)
        self.spark.sql(f"refresh table {self.table}")

    def without(self, since: date, *values: str) -> list[Path]:
        """The files that hold none of the values, and no time of that day or later, and came on
        another day than those that do."""
        needed = [
            file
            for file, records in self.files.values()
            if any(
                cell and (cell in values or str(since) <= cell < "2025")
                for record in records
                for cell in record
            )
        ]
        days = {_written(file) for file in needed}
        return [file for file, _ in self.files.values() if _written(file) not in days]

    def _nights_of(self, rows: Sequence[Row]) -> list[int]:
        known = {id(row): night for row, night in self.arrived}
        nights = [
            known.get(id(row), self._tonight if known else position * self.first_files // len(rows))
            for position, row in enumerate(rows)
        ]
        self.arrived = list(zip(rows, nights, strict=True))
        return nights

    @property
    def _tonight(self) -> int:
        return self.first_files + self.nights

    def _one_more(self, rows: DataFrame, landed: int) -> Path:
        before = set(self._found())
        rows.write.mode("append").saveAsTable(self.table)
        (file,) = set(self._found()) - before
        time = (FIRST_NIGHT + timedelta(days=landed, minutes=self.nights)).timestamp()
        os.utime(file, (time, time))
        return file

    def _found(self) -> list[Path]:
        self.spark.sql(f"refresh table {self.table}")
        files = self.spark.table(self.table).inputFiles()
        return [Path(urlparse(file).path) for file in files]
