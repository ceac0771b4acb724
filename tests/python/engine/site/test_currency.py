"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

The sign of the shop's money: chosen by whoever writes the pages, and the same everywhere.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from customer_value.areas import AREAS
from customer_value.commands.site import LIBRARY, main, site_of_areas, whole_site

NAMES = [area.name for area in AREAS if area.pages]


@pytest.mark.parametrize("currency", ["R$", "€", "CHF"])
def test_all_words_have_the_chosen_sign(currency: str) -> None:
    words = site_of_areas(NAMES, currency).words

    assert words.text("site.currency") == words.text("site.currency", "en") == currency
    assert words.text("value_map.net_amounts", "en") == f"Net amount ({currency})"
    texts = [text for pair in words.as_lists().values() for text in pair]
    assert not [text for text in texts if "{currency}" in text or "¥" in text or "元）" in text]


def test_without_a_choice_it_is_yuan() -> None:
    assert whole_site().words.text("site.currency") == "¥"


@pytest.mark.parametrize("currency", ["", "  ", "Taler und Groschen"])
def test_what_is_no_sign_is_a_sentence(
    currency: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    library = tmp_path / LIBRARY.name
    library.touch()

    code = main(["--currency", currency, "--echarts", str(library), "--output", str(tmp_path)])

    assert code == 2
    assert f"--currency is '{currency}'; give the sign" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == [library]
