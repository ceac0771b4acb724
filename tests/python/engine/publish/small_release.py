"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

A project with the repository's macros and settings, and two small ADS tables: a release in seconds.
"""

from __future__ import annotations

import shutil
from pathlib import Path

from workspace import PROJECT_PARTS, REPOSITORY, Outcome, Workspace

PARTS = [part for part in PROJECT_PARTS if part == "dbt_project.yml" or part.endswith("macros")]
DWD = "select {send_id} as send_id, timestamp '2024-06-30 03:30:00' as send_time"
ADS = "select *, {{ etl_load_time() }} as etl_load_time from {{ ref('dwd_small') }}"
OTHER = "select 1 as one, {{ etl_load_time() }} as etl_load_time"
COLUMNS = """
models:
  - name: ads_small
    columns:
      - {name: send_id, data_type: string, data_tests: [not_null]}
      - {name: send_time, data_type: timestamp}
      - {name: etl_load_time, data_type: timestamp}
  - name: ads_other
    columns:
      - {name: one, data_type: int}
      - {name: etl_load_time, data_type: timestamp}
"""


class SmallRelease:
    """The models dwd_small and ads_small, one send each, and ads_other, in their own folder."""

    def __init__(self, folder: Path, workspace: Workspace, schema: str) -> None:
        self.folder, self.workspace, self.schema = folder, workspace, schema
        for part in PARTS:
            (folder / part).parent.mkdir(parents=True, exist_ok=True)
            copy = shutil.copytree if (REPOSITORY / part).is_dir() else shutil.copy
            copy(REPOSITORY / part, folder / part)
        self._write("dwd", "dwd_small.sql", DWD.format(send_id="'s1'"))
        self._write("ads", "ads_small.sql", ADS)
        self._write("ads", "ads_other.sql", OTHER)
        self._write("ads", "ads_small.yml", COLUMNS)

    def build(self, send_id: str, *selection: str) -> Outcome:
        """Build with one send of this id (SQL); its test fails where that is null."""
        self._write("dwd", "dwd_small.sql", DWD.format(send_id=send_id))

        return self.workspace.dbt("build", *selection, schema=self.schema, project=self.folder)

    @property
    def options(self) -> list[str]:
        """What a dbt command needs to work on the project."""
        return [
            *("--project-dir", str(self.folder)),
            *("--profiles-dir", str(self.workspace.profiles)),
            *("--target-path", str(self.workspace.target_path(self.schema))),
            *("--log-path", str(self.workspace.folder / "logs" / self.schema)),
        ]

    def _write(self, layer: str, name: str, text: str) -> None:
        file = self.folder / "models" / layer / "customer_service_promo" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")
