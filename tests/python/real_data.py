"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

The real data sets: where they are, and how a user loads them, with the loader's own command.
"""

from __future__ import annotations

import os
from contextlib import redirect_stdout
from importlib.util import find_spec
from io import StringIO
from pathlib import Path

import pytest
from workspace import REPOSITORY, Workspace, copy_project

from customer_value.areas.shared.load.complete_journey.places import PACKAGE, folder_of
from customer_value.commands.load import main

DATA = Path(os.environ.get("CUSTOMER_VALUE_DATA", REPOSITORY.parent / "shared" / "data"))
JOURNEY = folder_of(None) if find_spec(PACKAGE) else Path()
needs_journey = pytest.mark.skipif(
    find_spec(PACKAGE) is None,
    reason=f"the package {PACKAGE} is not installed; make test installs it",
)


def load(workspace: Workspace, folder: Path, *arguments: str) -> str:
    """Run the loader beside a copy of the project in `folder`; it must end well. Returns what it
    printed.
    """
    printed = StringIO()
    project = copy_project(folder / "project")
    before = os.getcwd()
    try:
        with redirect_stdout(printed):
            code = main(
                [
                    *arguments,
                    *("--project-dir", str(project), "--profiles-dir", str(workspace.profiles)),
                ]
            )
    finally:
        os.chdir(before)
    assert code == 0, printed.getvalue()

    return printed.getvalue()
