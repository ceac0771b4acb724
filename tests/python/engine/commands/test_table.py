"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

`make show` draws rows in full and aligned, and says in a sentence why there are none.
"""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal

import pytest
from wcwidth import wcswidth

from customer_value.commands.show import as_table, main
from customer_value.commands.show_failure import sentence_of


def test_columns_are_complete_and_aligned_with_chinese_values() -> None:
    names = ["user_level", "use_rate", "strategy"]
    rows = [["整体", 26.83, "唤醒式优惠：" * 20], ["高价值用户", None, "x"]]

    drawn = as_table(names, rows)

    assert "唤醒式优惠：" * 20 in drawn and "26.83" in drawn
    assert len({wcswidth(line) for line in drawn.splitlines()}) == 1


def test_values_are_as_the_table_has_them() -> None:
    row = [Decimal("10.00"), Decimal("1E+3"), datetime(2024, 6, 30, 3, 30), "007", None]

    line = as_table(["a", "b", "c", "d", "e"], [row]).splitlines()[3]

    assert [cell.strip() for cell in line.strip("│").split("│")] == [
        *("10.00", "1000", "2024-06-30 03:30:00", "007", "")
    ]


def test_no_rows_is_said() -> None:
    assert as_table(["a"], []) == "(no rows)"


def test_no_query_is_said(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--inline="]) == 1
    assert capsys.readouterr().err.startswith("error: Give a query: make show Q=")


@pytest.mark.parametrize(
    "failure",
    [
        # Spark 4 and 3.5 in a session, and a Thrift server
        "Runtime Error in sql_operation inline_query (from remote system.sql)\n  Runtime Error\n"
        "    [TABLE_OR_VIEW_NOT_FOUND] The table or view `my_dwd`.`sends` cannot be found. Verify",
        "[TABLE_OR_VIEW_NOT_FOUND] The table or view `spark_catalog`.`my_dwd`.`sends` cannot be"
        " found.",
        "Error running query: [TABLE_OR_VIEW_NOT_FOUND] org.apache.spark.sql.catalyst."
        "ExtendedAnalysisException: [TABLE_OR_VIEW_NOT_FOUND] The table or view `my_dwd`.`sends`"
        " cannot be found.",
    ],
)
def test_a_table_that_is_missing_is_named_with_the_way_out(failure: str) -> None:
    assert sentence_of(failure).startswith("my_dwd.sends does not exist: build it first")


def test_a_macro_s_sentence_comes_without_its_callers() -> None:
    failure = (
        "Compilation Error in sql_operation inline_query (from remote system.sql)\n"
        "  rfm_bins is 'x'; give a number\n"
        "  \n"
        "  > in macro number_setting (macros/number_setting.sql)\n"
        "  > called by sql_operation inline_query (from remote system.sql)"
    )

    assert sentence_of(failure) == "rfm_bins is 'x'; give a number"


def test_other_failures_are_said_in_dbt_s_words() -> None:
    assert sentence_of("Env var required but not provided: 'X'").endswith("provided: 'X'")
    assert "logs/dbt.log" in sentence_of("")
