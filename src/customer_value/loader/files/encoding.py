"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

Which encoding a text file has: what its first bytes say, else UTF-8 where it is that, else what the
characters suggest.
"""

import codecs
import re
from collections.abc import Iterator
from pathlib import Path

from charset_normalizer import from_bytes

from customer_value.loader.unusable import Unusable

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_CHUNK = 1 << 20
# as much of what is not ASCII as tells one encoding from another
_SAMPLE = 1 << 16
_MOSTLY = 0.8
# in Windows-1252
_FIRST_SMALL = 0xDF
# the last letter that Russian needs; those after it, of two bytes in UTF-8, are rare here
_LAST_COMMON = "\u045f"
# first bytes of the 3,755 commonest characters of Chinese in GB 2312, and of its punctuation
_COMMON_LEADS = range(0xB0, 0xD8)
_PUNCTUATION_LEADS = range(0xA1, 0xA4)


def encoding_of(path: Path) -> tuple[str, str | None]:
    """The encoding's name in Python, and a note where it is not UTF-8.

    Raises Unusable where the file is no text, or could be two encodings.
    """
    with path.open("rb") as file:
        head = file.read(4096)
    for mark, encoding in _MARKS:
        if head.startswith(mark):
            return encoding, None if encoding == "utf-8-sig" else _note(path, encoding)
    if b"\0" not in head and all(chunk.isascii() for chunk in _chunks(path)):
        return "utf-8", None
    if _decodes(path, "utf-8") and b"\0" not in head:
        chance = _is_gb18030_by_chance(path)
        return ("gb18030", _note(path, "gb18030")) if chance else ("utf-8", None)
    guess = _utf16(head)
    if guess:
        return guess, _note(path, guess)
    if b"\0" in head:
        raise Unusable(
            f"{path} is not a text file, whatever its name says; save it as CSV in UTF-8."
        )
    encoding = _by_characters(path)

    return encoding, _note(path, encoding)


def _note(path: Path, encoding: str) -> str:
    return f"{path.name} is not UTF-8; it is read as {encoding.upper()}"


def _decodes(path: Path, encoding: str) -> bool:
    decoder = codecs.getincrementaldecoder(encoding)()
    try:
        for chunk in _chunks(path):
            decoder.decode(chunk)
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return False

    return True


def _chunks(path: Path) -> Iterator[bytes]:
    with path.open("rb") as file:
        while chunk := file.read(_CHUNK):
            yield chunk


def _utf16(head: bytes) -> str | None:
    """UTF-16 without a mark, by the zeros beside the letters and separators of its header."""
    even, odd = head[0::2].count(0), head[1::2].count(0)
    if max(even, odd) * 4 < len(head) or min(even, odd) * 10 > max(even, odd):
        return None

    return "utf-16-be" if even > odd else "utf-16-le"


def _by_characters(path: Path) -> str:
    """GB 18030 or Windows-1252: Chinese letters are mostly the common ones, accented letters stand
    alone.
    """
    sample = b"".join(_lines_beyond_ascii(path))
    chinese = _decodes(path, "gb18030") and _share_of_common(sample) >= _MOSTLY
    western = _decodes(path, "windows-1252") and _share_of_single(sample) >= _MOSTLY
    if chinese != western:
        return "gb18030" if chinese else "windows-1252"
    best = from_bytes(sample).best()
    guess = f"; it looks like {best.encoding.upper()}" if best else ""
    raise Unusable(
        f"{path} is not UTF-8, and its letters do not tell which encoding it has{guess}; save it as"
        " UTF-8."
    )


def _lines_beyond_ascii(path: Path) -> Iterator[bytes]:
    size = 0
    with path.open("rb") as file:
        for line in file:
            if not line.isascii():
                yield line
                size += len(line)
            if size > _SAMPLE:
                return


def _share_of_common(sample: bytes) -> float:
    """Of its Chinese letters, and of what else is beyond ASCII but a sign of money."""
    letters = [
        letter
        for letter in sample.decode("gb18030", "ignore")
        if not letter.isascii() and letter not in "¥￥£€"
    ]
    leads = [letter.encode("gb2312", "replace")[0] for letter in letters]
    common = sum(lead in _COMMON_LEADS or lead in _PUNCTUATION_LEADS for lead in leads)

    return common / len(leads) if leads else 1.0


def _share_of_single(sample: bytes) -> float:
    """Of the runs of letters beyond ASCII, those of one letter, or two small ones, as in ação."""
    rows = re.findall(rb"[\x80-\xff]+", sample)
    single = sum(len(row) == 1 or (len(row) == 2 and min(row) >= _FIRST_SMALL) for row in rows)

    return single / len(rows) if rows else 0.0


def _is_gb18030_by_chance(path: Path) -> bool:
    """Whether it is UTF-8 only by chance: the two bytes of 元 are a letter of Abkhaz there."""
    sample = b"".join(_lines_beyond_ascii(path))
    letters = [letter for letter in sample.decode("utf-8", "ignore") if not letter.isascii()]
    unlikely = sum(letter > _LAST_COMMON and ord(letter) < 0x800 for letter in letters)

    return (
        unlikely > len(letters) / 2
        and _decodes(path, "gb18030")
        and _share_of_common(sample) >= _MOSTLY
    )
