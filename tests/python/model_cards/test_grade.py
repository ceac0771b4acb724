"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

The command that grades predictions of lifetime value and churn: what it writes, and that a model
which does not fit its customers does not win.
"""

from __future__ import annotations

import csv
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from cdnow import LOG, needs_cdnow
from workspace import REPOSITORY

from customer_value.commands.grade import GRADES, PAGE, main
from customer_value.model_cards.lifetime_value import COVERAGE, graded, interval_is_shown
from customer_value.model_cards.page import PAGES
from customer_value.model_cards.purchase_days import purchase_days, split
from customer_value.model_cards.record import date_of

UNTIL, HORIZON = "2023-06-30", "182"


def drawn(season: float = 1.0) -> pd.DataFrame:
    """Purchases of 2,000 customers over a year, at rates of their own until they leave, as BG/NBD
    has it; after UNTIL everything costs `season` times as much, which no past can tell.
    """
    random = np.random.default_rng(23)
    rows = []
    for customer in range(2_000):
        day = float(random.integers(0, 120))
        rate, level = random.gamma(0.8, 0.05) + 0.002, random.gamma(4, 10)
        while day < 363:
            rows.append((f"c{customer:04}", day, level * random.gamma(6, 1 / 6) + 0.01))
            if random.random() < 0.12:
                break
            day += random.exponential(1 / rate)
    log = pd.DataFrame(rows, columns=["customer_id", "purchase_date", "amount"])
    days = pd.to_timedelta(log["purchase_date"].astype(int), unit="D")
    log["purchase_date"] = pd.Timestamp("2023-01-01") + days
    later = log["purchase_date"] > pd.Timestamp(UNTIL)

    return log.assign(amount=log["amount"].mask(later, season * log["amount"]).round(2))


@pytest.fixture
def project(tmp_path: Path) -> Path:
    for folder in (GRADES.parent, PAGE.parent):
        (tmp_path / folder).mkdir(parents=True, exist_ok=True)
    (tmp_path / "dbt_project.yml").touch()
    return tmp_path


def grade(project: Path, name: str, log: Path, *more: str) -> int:
    where = ("--project-dir", str(project), "--until", UNTIL, "--horizon", HORIZON)
    return main([name, "--log", str(log), *where, *more])


def test_grades_are_written_beside_those_of_other_data(
    project: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    log = tmp_path / "purchases.csv"
    drawn().to_csv(log, index=False)

    assert grade(project, "Zoo", log) == 0
    assert grade(project, "Ark", log) == 0
    first = (project / GRADES).read_text("utf-8")
    assert grade(project, "Zoo", log) == 0

    assert (project / GRADES).read_text("utf-8") == first
    rows = list(csv.DictReader(first.splitlines()))
    assert list(dict.fromkeys(row["data_set"] for row in rows)) == ["Ark", "Zoo"]
    decided = [row for row in rows if row["gain"]]
    assert {row["won"] for row in decided} == {"true"} and len(decided) == 2 * (3 + 2)
    pages = [(project / str(PAGE).format(task=task)).read_text("utf-8") for task in PAGES]
    assert [page.count("| won |") for page in pages] == [2 * 3, 2 * 2]
    assert all(page.index("## Ark") < page.index("## Zoo") for page in pages)
    said = capsys.readouterr().out.splitlines()[-2:]
    assert said[0].startswith(
        "Zoo, lifetime_value: 2,000 customers; ours is better than last_spend,"
    )
    assert said[1] == (
        "Zoo, churn: 2,000 customers; ours is better than base_rate, better than recency_share."
    )


def test_a_model_that_does_not_fit_does_not_win() -> None:
    card = graded(split(purchase_days(drawn(season=8)), date_of(UNTIL), int(HORIZON)))

    assert not card.rivals["rfm_cell_outcome"].won and not card.won
    assert not interval_is_shown(card.further[COVERAGE])


@pytest.mark.parametrize(
    ("more", "why"),
    [
        (("--columns", "who,purchase_date,amount"), "has no column who; it has customer_id,"),
        (("--columns", "customer_id"), "--columns names 1 columns"),
        (("--horizon", "0"), "The horizon is 0 days"),
        (("--until", "30.06.2023"), "'30.06.2023' is no day"),
    ],
)
def test_wrong_options_are_a_sentence(
    project: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    more: tuple[str, str],
    why: str,
) -> None:
    log = tmp_path / "purchases.csv"
    log.write_text("customer_id,purchase_date,amount\na,2023-01-01,5\n")

    assert grade(project, "Shop", log, *more) == 2
    assert why in capsys.readouterr().err
    assert not (project / GRADES).exists()


def test_a_shop_where_nobody_comes_back_is_a_sentence(
    project: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    log = tmp_path / "purchases.csv"
    log.write_text("customer_id,purchase_date,amount\na,2023-01-01,5\nb,2023-12-31,5\n")

    assert grade(project, "Shop", log) == 2
    assert "No customer bought on a second day" in capsys.readouterr().err


@needs_cdnow
def test_the_committed_grades_of_cdnow_are_those_of_its_log(project: Path) -> None:
    columns = ("--columns", "customer_id,date,dollar_value")
    days = ("--until", "1997-09-30", "--horizon", "273")
    assert grade(project, "CDNOW", LOG, *columns, *days) == 0

    def rows(file: Path) -> list[dict[str, str]]:
        found = csv.DictReader(file.read_text("utf-8").splitlines())
        return [row for row in found if row["data_set"] == "CDNOW"]

    ours, committed = rows(project / GRADES), rows(REPOSITORY / GRADES)
    assert [row["grade"] for row in ours] == [row["grade"] for row in committed]
    for one, other in zip(ours, committed, strict=True):
        assert float(one["value"]) == pytest.approx(float(other["value"]), rel=1e-4)
        assert one["won"] == other["won"]
