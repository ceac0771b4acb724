"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

Reads Parquet files.
"""

from datetime import tzinfo
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from customer_value.loader.area_tables import OdsTable
from customer_value.loader.files.content import Content
from customer_value.loader.files.header import find_header
from customer_value.loader.files.typed_cells import column_texts
from customer_value.loader.unusable import Unusable


def read_parquet(path: Path, table: OdsTable, zone: tzinfo) -> Content:
    """A Parquet file; instants, which a time zone moves, become local times of the zone.

    Raises Unusable where the file is incomplete, lacks a column, or holds lists or structs.
    """
    try:
        with pq.ParquetFile(path) as file:
            header = find_header([file.schema_arrow.names], table)
            header.assert_sound(str(path))
            names = {name: file.schema_arrow.names[at] for name, at in header.places.items()}
            ids = {field.name for field in table.fields if field.is_id}
            content = file.read(columns=list(names.values()))
    except (pa.ArrowException, OSError) as problem:
        reason = (str(problem).splitlines() or [type(problem).__name__])[0]
        raise Unusable(
            f"{path} is not a complete Parquet file ({reason}); write it again."
        ) from None
    columns, notes = {}, []
    for name, name_in_file in names.items():
        values = content.column(name_in_file)
        if pa.types.is_nested(values.type):
            raise Unusable(f"{path}: column {name} holds {values.type}; ODS needs plain values.")
        if pa.types.is_timestamp(values.type) and values.type.tz:
            notes.append(
                f"{path.name}: {name} holds instants; they are written as local times, {zone}"
            )
        try:
            columns[name] = column_texts(values, zone, name in ids)
        except pa.ArrowInvalid:
            raise Unusable(f"{path}: column {name} holds bytes that are not UTF-8 text.") from None

    return Content(columns, header.ignored, tuple(notes))
