"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

The real data sets: where they are, and how a user loads them, with the loader's own command.
"""

from __future__ import annotations

import os
from pathlib import Path

from workspace import REPOSITORY, Workspace, copy_project

from customer_value.commands.load import main

DATA = Path(os.environ.get("CUSTOMER_VALUE_DATA", REPOSITORY.parent / "shared" / "data"))


def load(workspace: Workspace, folder: Path, *arguments: str) -> None:
    """Run the loader beside a copy of the project in `folder`; it must end well."""
    project = copy_project(folder / "project")
    before = os.getcwd()
    try:
        code = main(
            [
                *arguments,
                *("--project-dir", str(project), "--profiles-dir", str(workspace.profiles)),
            ]
        )
    finally:
        os.chdir(before)
    assert code == 0
