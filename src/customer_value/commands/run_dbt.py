"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

Run several dbt commands in one process, so that Spark starts once:
``python -m customer_value.dbt "build" "docs generate"``.
"""

from __future__ import annotations

import shlex
import sys
from collections.abc import Sequence

from dbt.cli.main import dbtRunner, dbtRunnerResult

from dbt_spark_local.interruption import EXIT_CODE, end_quietly_when_interrupted
from dbt_spark_session_python.temporary import drop_all_temporary_views


def run_commands(commands: Sequence[str]) -> int:
    """Run dbt command lines one after the other and stop at the first that does not succeed.

    Args:
        commands: dbt command lines without the leading ``dbt``, quoted as for a shell.

    Returns:
        dbt's own exit code: 0 all well, 1 a node failed, 2 dbt itself could not run; 130 where
        Ctrl-C ended it.
    """
    end_quietly_when_interrupted()
    for command in commands:
        result: dbtRunnerResult = dbtRunner().invoke(shlex.split(command))
        if isinstance(result.exception, KeyboardInterrupt):
            return EXIT_CODE
        # the commands share a session: none may see what the one before left there
        drop_all_temporary_views()
        if not result.success:
            return 2 if result.exception else 1
    return 0


def main() -> int:
    """Run the command lines that are given as arguments."""
    return run_commands(sys.argv[1:])


if __name__ == "__main__":
    raise SystemExit(main())
