"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

Exports a list and kills itself before one of the steps on the files. Run as a script: python
killed_export.py FOLDER STEP.
"""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable
from itertools import count
from pathlib import Path
from typing import Any

from some_list import some_list

from customer_value.lists.write import write_list

STEPS = ("write_text", "write_bytes", "open", "unlink", "replace")
before, number = int(sys.argv[2]), count(1)


def counted(step: Callable[..., Any]) -> Callable[..., Any]:
    """A step that is the last one once it is this script's turn."""

    def take(*arguments: Any, **options: Any) -> Any:
        if next(number) == before:
            os.kill(os.getpid(), signal.SIGKILL)
        return step(*arguments, **options)

    return take


for name in STEPS:
    setattr(Path, name, counted(getattr(Path, name)))
write_list(Path(sys.argv[1]), some_list(["new", "stays"], "2024-07-01", agreeing=["left"]))
