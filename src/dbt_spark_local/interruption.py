"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

Ctrl-C ends dbt with one line instead of a stack trace.
"""

from __future__ import annotations

import sys
from typing import Any

from dbt.events.types import MainEncounteredError, MainStackTrace
from dbt_common.events.functions import fire_event
from dbt_common.events.types import Note

INTERRUPTED = (
    "Interrupted: nothing was published, and readers keep what they have (where the publication"
    " had begun, the next build finishes it). Run the same command again."
)
# what a shell says of a program that Ctrl-C ended
EXIT_CODE = 130


def end_quietly_when_interrupted() -> None:
    """Let dbt say one line where Ctrl-C ended it. Calling this again changes nothing."""
    from dbt.cli import requires

    module: Any = requires
    if module.fire_event is not _fire_event:
        module.fire_event = _fire_event


def _fire_event(event: Any, *arguments: Any, **named: Any) -> None:
    if isinstance(sys.exc_info()[1], KeyboardInterrupt):
        if isinstance(event, MainEncounteredError):
            event = Note(msg=INTERRUPTED)
        elif isinstance(event, MainStackTrace):
            return
    fire_event(event, *arguments, **named)
