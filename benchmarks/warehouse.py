"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

A throw-away warehouse: the project as it is, on embedded Spark, in a folder of its own.
"""

from __future__ import annotations

import json
import os
import shlex
import shutil
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from benchmarks.measured import Usage, measure

REPOSITORY = Path(__file__).resolve().parents[1]
AREA = "customer_service_promo"
DIMENSIONS = "shared"
SCHEMA = "mart"


def area_models(*layers: str, area: str = AREA) -> list[str]:
    """dbt's selection of an area's models in some layers, the shared dimensions included."""
    paths = [f"models/{layer}/{folder}" for layer in layers for folder in (area, DIMENSIONS)]

    return [f"path:{path}" for path in paths if (REPOSITORY / path).is_dir()]


@dataclass(frozen=True)
class Node:
    """What dbt did with one node: its id, table, compiled code and wall seconds."""

    unique_id: str
    relation: str
    code: str
    seconds: float

    @property
    def name(self) -> str:
        return self.unique_id.split(".")[2]

    @property
    def is_model(self) -> bool:
        return self.unique_id.startswith("model.")

    @property
    def is_test(self) -> bool:
        return self.unique_id.startswith(("test.", "unit_test."))

    @property
    def layer(self) -> str:
        """The layer of a model, as its name says."""
        return {"stg": "staging"}.get(self.name[:3], self.name[:3])

    @property
    def file_name(self) -> str:
        """A name for a file: a unit test's begins with its model's, and ends with its own."""
        return "_".join(self.unique_id.split(".")[2:])

    @property
    def is_view(self) -> bool:
        """Whether DuckDB, which reads everything, needs no table of it."""
        return self.layer == "staging"


@dataclass(frozen=True)
class Warehouse:
    """One folder with a copy of the profiles, Spark's files beside it, and dbt's artifacts; what
    runs there has the variables of `environment`."""

    folder: Path
    environment: Mapping[str, str] = field(default_factory=dict)

    @classmethod
    def create(cls, folder: Path, environment: Mapping[str, str] | None = None) -> Warehouse:
        """An empty warehouse; one that was there before is removed."""
        shutil.rmtree(folder, ignore_errors=True)
        shutil.copytree(REPOSITORY / "profiles", folder / "profiles")

        return cls(folder, environment or {})

    def command(self, name: str, arguments: Sequence[str], settings: Mapping[str, Any]) -> str:
        """A dbt command line against this warehouse, with its artifacts under a name."""
        return shlex.join(
            [
                *arguments,
                *("--project-dir", str(REPOSITORY)),
                *("--profiles-dir", str(self.folder / "profiles")),
                *("--target-path", str(self._artifacts(name))),
                *("--log-path", str(self.folder / "logs")),
                *("--vars", json.dumps(settings)),
            ]
        )

    def run(self, name: str, arguments: Sequence[str], settings: Mapping[str, Any]) -> Usage:
        """Run a dbt command in a new process and measure it."""
        return self.python(
            name, ["-m", "customer_value.dbt", self.command(name, arguments, settings)]
        )

    def python(self, name: str, arguments: Sequence[str]) -> Usage:
        """Run this Python with the project's package, wherever the command was given."""
        paths = [str(REPOSITORY), str(REPOSITORY / "src"), os.environ.get("PYTHONPATH", "")]

        return measure(
            [sys.executable, *arguments],
            self.folder / "output" / f"{name}.txt",
            {
                "PYTHONPATH": os.pathsep.join(filter(None, paths)),
                "DBT_SCHEMA": SCHEMA,
                "DO_NOT_TRACK": "1",
                **self.environment,
            },
        )

    def nodes(self, name: str) -> list[Node]:
        """What a run did, in its order."""
        results = json.loads((self._artifacts(name) / "run_results.json").read_text("utf-8"))

        return [
            Node(
                result["unique_id"],
                (result["relation_name"] or "").replace("`", ""),
                result["compiled_code"] or "",
                result["execution_time"],
            )
            for result in results["results"]
        ]

    def files(self, table: str) -> str:
        """The Parquet files of a table; of an ADS table, those of its newest release."""
        folders = sorted((self.folder / ".spark" / "warehouse").glob(f"{SCHEMA}_*.db/{table}"))
        if not folders:
            raise FileNotFoundError(f"no run in {self.folder} wrote {table}")

        return f"{folders[-1]}/**/*.parquet"

    def _artifacts(self, name: str) -> Path:
        return self.folder / "target" / name
