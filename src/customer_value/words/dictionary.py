"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

The dictionary of the two languages: every word that a page shows and that does not come from data.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from customer_value.errors import WordsError

COMMON = Path(__file__).with_name("common.yml")
LANGUAGES = ("zh", "en")


@dataclass(frozen=True)
class Words:
    """Text by key, for each language; the files are parts of one dictionary."""

    by_key: Mapping[str, Mapping[str, str]]

    def text(self, key: str, language: str = "zh") -> str:
        """The text of one key; WordsError where the dictionary does not know it."""
        if key not in self.by_key:
            raise WordsError(f"The dictionary has no word '{key}': add it to words.yml.")
        return self.by_key[key][language]

    def filled(self, name: str, value: str) -> Words:
        """The same words with a value in the place of `{name}`."""
        return Words(
            {
                key: {language: of.replace(f"{{{name}}}", value) for language, of in text.items()}
                for key, text in self.by_key.items()
            }
        )

    def as_lists(self) -> dict[str, list[str]]:
        """What the browser gets: [Chinese, English] by key."""
        return {key: [text[name] for name in LANGUAGES] for key, text in self.by_key.items()}


def read_words(files: Sequence[Path] = ()) -> Words:
    """The dictionary: the words that all pages share, and those of the given files.

    Raises WordsError for a key given twice and for a missing language.
    """
    return _read((COMMON, *files))


@cache
def _read(files: tuple[Path, ...]) -> Words:
    words: dict[str, Mapping[str, str]] = {}
    for path in files:
        place = f"{path.parent.name}/{path.name}"
        part: Mapping[str, Any] = yaml.safe_load(path.read_text("utf-8"))
        for key, text in part.items():
            if key in words:
                raise WordsError(f"The dictionary has '{key}' twice, again in {place}.")
            if set(text) != set(LANGUAGES) or not all(map(_is_text, text.values())):
                raise WordsError(f"'{key}' in {place} needs text for zh and en, and no other.")
            words[key] = text
    return Words(words)


def _is_text(value: object) -> bool:
    """YAML reads a bare yes, no or number as something else."""
    return isinstance(value, str) and value != ""
