"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

Builds and tests the committed sample, unit tests included: build_sample.py FOLDER_OF_A_WORKSPACE.
"""

from __future__ import annotations

import sys
from pathlib import Path

from kept import SAMPLE, write_outcome
from workspace import Workspace


def main(folder: Path) -> int:
    """Build; 0 when everything went well."""
    outcome = Workspace(folder).dbt("build", schema=SAMPLE, keeps_artifacts=True)
    if not outcome.success:
        for name in outcome.named("error", "fail"):
            print(f"{name}: {outcome.messages[name]}")
        print(outcome.error)
        return 1
    write_outcome(outcome, folder)
    return 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
