"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

The scoring macros against their Python twins on any customers, for every method, ANSI on and off.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal
from functools import cache

import pytest
from dbt.cli.main import dbtRunner
from hypothesis import HealthCheck, Phase, example, given, settings
from hypothesis import strategies as st
from pyspark.sql import DataFrame, SparkSession
from torture import only_in_torture
from workspace import REPOSITORY, Outcome, Workspace

from customer_value.analytics.rfm import RfmParameters, calculate_rfm
from customer_value.analytics.rfm.exact import to_number

PROMO = "customer_service_promo"
VIEW = "rfm_methods_customers"
# other columns than promo's, in another order, and three decimal places
SCHEMA = "monetary {money}, customer_id string, frequency bigint, basis string, recency_days int"
Customers = Sequence[tuple[int, int, int]]


def sql_of(workspace: Workspace, method: str, bins: int) -> str:
    """The macro calculate_rfm over the view, as dbt compiles it."""
    arguments = [
        *("--quiet", "compile", "--inline", f"{{{{ calculate_rfm('{VIEW}', 'any') }}}}"),
        *("--vars", json.dumps(settings_of(method, bins))),
        *("--project-dir", str(REPOSITORY), "--profiles-dir", str(workspace.profiles)),
        *("--target-path", str(workspace.target_path("methods"))),
        *("--log-path", str(workspace.folder / "logs" / "methods")),
    ]
    before = dict(os.environ)
    os.environ["DBT_SCHEMA"] = "methods"
    try:
        compiled = dbtRunner().invoke(arguments)
    finally:
        os.environ.clear()
        os.environ.update(before)
    assert compiled.success, compiled.exception
    return compiled.result.results[0].node.compiled_code


def settings_of(method: str, bins: int) -> dict[str, object]:
    return {
        "rfm_method": method,
        "rfm_bins": bins,
        "rfm_levels": [{"user_level": "all", "max_total": 3 * bins}],
    }


def parameters_of(method: str, bins: int) -> RfmParameters:
    return RfmParameters(bins=bins, levels=(("all", 3 * bins),), method=method)


def customers_of(spark: SparkSession, rows: Customers, scale: int) -> DataFrame:
    customers = spark.createDataFrame(
        [(to_number(m, scale), f"c{i}", f, "gross", r) for i, (r, f, m) in enumerate(rows)],
        SCHEMA.format(money=f"decimal(28,{scale})"),
    )
    customers.createOrReplaceTempView(VIEW)
    return customers


@pytest.fixture(scope="module", autouse=True)
def no_view_left_behind(spark: SparkSession) -> Iterator[None]:
    """The session outlives this file, and lists its temporary views with every schema."""
    yield
    spark.catalog.dropTempView(VIEW)


@pytest.fixture(scope="module")
def compiled(workspace: Workspace, spark: SparkSession) -> Callable[[str, int], str]:
    """`sql_of`, each method and number of bins once."""
    return cache(lambda method, bins: sql_of(workspace, method, bins))


@pytest.fixture
def ansi(spark: SparkSession) -> Iterator[Callable[[bool], None]]:
    """Switches ANSI on or off, and back after the test."""
    before = spark.conf.get("spark.sql.ansi.enabled")
    yield lambda on: spark.conf.set("spark.sql.ansi.enabled", str(on).lower())
    spark.conf.set("spark.sql.ansi.enabled", before)


few_days = st.one_of(st.just(999), st.integers(0, 12), st.integers(0, 998))
few_orders = st.one_of(st.integers(0, 8), st.integers(-(2**63), 2**63 - 1))
# ties, neighbours in the last place, values a cut apart, and as many digits as the type holds
amounts = st.one_of(
    st.integers(-3, 3),
    st.integers(-6000, 6000),
    st.integers(10**28 - 40, 10**28 - 1),
    st.integers(-(10**28) + 1, 10**28 - 1),
)


@pytest.mark.parametrize(
    ("method", "bins"),
    [
        ("computed", 5),
        ("rfm_package", 5),
        pytest.param("rfm_package", 7, marks=only_in_torture("the same with other bins")),
    ],
)
@settings(
    max_examples=2,
    deadline=None,
    derandomize=True,
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(
    rows=st.lists(st.tuples(few_days, few_orders, amounts), min_size=8, max_size=40),
    scale=st.sampled_from([3, 2, 4, 0]),
    ansi_on=st.booleans(),
)
# the better of the two lies exactly on the last cut of five, or a fifth of the last place below it
@example(rows=[(5, 0, 0), (0, 5, 5000)], scale=3, ansi_on=True)
@example(rows=[(5, 0, 0), (0, 5, 49999)], scale=4, ansi_on=False)
# a day more than the quantile is not yet worse
@example(rows=[(3, 2, 4), (9, 9, 1), (9, 9, 12), (1, 3, 7), (2, 2, 7)], scale=0, ansi_on=False)
def test_macro_and_python_give_the_same_columns_types_and_rows(
    spark, compiled, ansi, method, bins, rows, scale, ansi_on
):
    ansi(ansi_on)
    customers = customers_of(spark, rows, scale)

    by_macro = spark.sql(compiled(method, bins))
    by_python = calculate_rfm(customers, parameters_of(method, bins))

    assert by_macro.dtypes == by_python.dtypes
    assert sorted(by_macro.collect()) == sorted(by_python.collect())


@pytest.mark.parametrize(
    ("money", "amount"),
    [
        ("decimal(10,2)", None),
        ("decimal(10,5)", Decimal("0.00005")),
        ("decimal(38,2)", Decimal("1e30")),
    ],
    ids=["null", "five places", "too large"],
)
def test_what_the_macro_cannot_hold_stops_the_query(spark, compiled, ansi, money, amount):
    rows = [(Decimal(1), "c1", 1, "gross", 1), (amount, "c2", 2, "gross", 2)]
    spark.createDataFrame(rows, SCHEMA.format(money=money)).createOrReplaceTempView(VIEW)

    for ansi_on in (True, False):
        ansi(ansi_on)
        with pytest.raises(Exception, match="monetary is null, or has more digits than decimal"):
            spark.sql(compiled("rfm_package", 5)).collect()


def test_no_customers_give_no_rows(spark, compiled):
    customers_of(spark, [], 3)

    assert spark.sql(compiled("rfm_package", 5)).collect() == []


@only_in_torture("an area twice")
def test_the_package_scores_the_same_in_both_engines_and_from_its_cut_points(
    sample: Outcome, workspace: Workspace, spark: SparkSession
) -> None:
    scores, cuts = f"dws_{PROMO}_consumer_rfm", f"dws_{PROMO}_rfm_cut_points"
    rescored = "assert_cut_points_rescore_to_the_same_scores"

    for engine in ("python", "sql"):
        built = workspace.dbt(
            *("build", "--indirect-selection", "cautious"),
            *("--select", f"dws_{PROMO}_consumer_metrics", scores, cuts),
            *("assert_rfm_python_equals_sql", rescored),
            *("--defer", "--favor-state", "--state", str(workspace.target_path("sample"))),
            schema=f"package_{engine}",
            settings={"rfm_method": "rfm_package", "rfm_engine": engine},
        )
        assert built.success and built.statuses[rescored] == "pass", built

    found = [spark.table(f"package_{engine}_dws.{scores}") for engine in ("python", "sql")]
    assert found[0].exceptAll(found[1]).isEmpty() and found[1].exceptAll(found[0]).isEmpty()
    assert found[0].dtypes == found[1].dtypes == spark.table(f"sample_dws.{scores}").dtypes
    assert not found[0].exceptAll(spark.table(f"sample_dws.{scores}")).isEmpty()


def test_an_unknown_method_is_one_sentence(workspace: Workspace, spark: SparkSession) -> None:
    refused = workspace.dbt("parse", schema="refused", settings={"rfm_method": "ntile"})

    assert not refused.success
    sentence = "rfm_method is 'ntile'; choose one of computed, rfm_package, fixed"
    assert sentence in refused.error
