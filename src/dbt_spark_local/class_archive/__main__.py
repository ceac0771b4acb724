"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

The command `python -m dbt_spark_local.class_archive`: writes the archive of this
environment, which takes half a minute or more.
"""

from __future__ import annotations

import sys
from pathlib import Path

from dbt_spark_local.class_archive.use import archive_of
from dbt_spark_local.class_archive.write import ClassArchiveError, write_class_archive


def main() -> int:
    """Write the archive; 0 also without one, as Spark only starts more slowly then."""
    try:
        write_class_archive(archive_of(Path(sys.prefix)))
    except ClassArchiveError as none:
        print(f"{none} Spark starts without one, more slowly.", file=sys.stderr)

    return 0


if __name__ == "__main__":
    sys.exit(main())
