"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

Numbers, as people and programs write them. The column as a whole tells whether the point or the
comma begins the decimals.
"""

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from customer_value.loader.area_tables import OdsColumn
from customer_value.loader.cells.reading import Reading, contradiction, first
from customer_value.loader.plain_numbers import plain, without_noise
from customer_value.loader.unusable import Unusable

# one currency each; ¥ after NFKC stands for ￥ too
_CURRENCIES = {
    **dict.fromkeys(("¥", "元", "圆", "cny", "rmb", "人民币"), "¥"),
    **dict.fromkeys(("$", "usd", "us$"), "$"),
    **dict.fromkeys(("£", "gbp"), "£"),
    **dict.fromkeys(("€", "eur"), "€"),
}
_PARTS = re.compile(
    r"(?P<open>\()?\s*(?P<sign>[+-]?)\s*(?P<before>[^\d\s.,'+()-]*)\s*(?P<sign2>[+-]?)\s*"
    r"(?P<digits>\d[\d.,' ]*|[.,]\d+)(?P<exponent>[eE][+-]?\d{1,3})?"
    r"\s*(?P<after>[^\d\s.,()-]*)\s*(?P<close>\))?",
    re.ASCII,
)
_GROUPS = {
    mark: re.compile(rf"[1-9]\d{{0,2}}({re.escape(mark)}\d{{3}})+", re.ASCII) for mark in ".,' "
}
_MEANT_PLACES = Decimal(1).scaleb(-10)
_POINT, _COMMA = ".", ","


@dataclass(frozen=True)
class _Number:
    """What a text is cut into: its digits with their marks, and what stands around them."""

    negative: bool
    digits: str
    exponent: str
    unit: str

    def value(self, mark: str) -> Decimal | None:
        """Its value where `mark` begins the decimals; none where it cannot be written so."""
        whole, found, decimals = self.digits.rpartition(mark)
        if not found:
            whole, decimals = self.digits, ""
        if decimals and not decimals.isdigit():
            return None
        plain = _without_groups(whole, mark)
        if plain is None:
            return None
        try:
            number = Decimal(f"{plain or 0}.{decimals or 0}{self.exponent}")
        except InvalidOperation:
            return None

        return -number if self.negative else number


def read_numbers(column: OdsColumn, form: re.Pattern[str], texts: Iterable[str]) -> Reading:
    """Every text that means a number of the column's type, in the form that staging reads.

    Read are thousands separators, a currency sign or name, the column's units, full-width digits,
    brackets for negative amounts, exponents, and the noise of binary fractions. Raises Unusable
    where the column has two currencies, or where point and comma can be read in two ways.
    """
    others = [text for text in texts if not form.fullmatch(text.strip())]
    if not others:
        return Reading()
    plain = [text for text in texts if form.fullmatch(text.strip())]
    cut = {text: number for text in others if (number := _cut(column, text)) is not None}
    _assert_one_currency(column, cut)
    mark = _decimal_mark(column, cut, [text for text in plain if _POINT in text])
    rewritten: dict[str, str | None] = {}
    for text, number in cut.items():
        value = number.value(mark)
        written = None if value is None else _written(value, column)
        if written is not None:
            rewritten[text] = written

    return Reading(rewritten, _notes(column, cut, rewritten))


def _cut(column: OdsColumn, text: str) -> _Number | None:
    plain = unicodedata.normalize("NFKC", text).replace("\u2212", "-").strip()
    match = _PARTS.fullmatch(plain)
    if match is None or bool(match["open"]) != bool(match["close"]):
        return None
    signs = match["sign"] + match["sign2"]
    units = [unit.casefold() for unit in (match["before"], match["after"]) if unit]
    if len(signs) + bool(match["open"]) > 1 or len(units) > 1:
        return None
    unit = units[0] if units else ""
    known = _CURRENCIES if column.type.startswith("decimal") else column.units
    if unit and unit not in known:
        return None

    return _Number(
        signs == "-" or bool(match["open"]),
        match["digits"].strip(),
        match["exponent"] or "",
        unit,
    )


def _without_groups(whole: str, decimal_mark: str) -> str | None:
    """The whole part without its thousands separators, which are all the same."""
    separators = {character for character in whole if not character.isdigit()}
    if not separators:
        return whole
    if len(separators) > 1:
        return None
    (mark,) = separators

    return (
        whole.replace(mark, "") if mark != decimal_mark and _GROUPS[mark].fullmatch(whole) else None
    )


def _assert_one_currency(column: OdsColumn, cut: Mapping[str, _Number]) -> None:
    seen: dict[str, str] = {}
    for text in sorted(cut):
        currency = _CURRENCIES.get(cut[text].unit)
        if currency:
            seen.setdefault(currency, text)
    if len(seen) > 1:
        one, other, *_ = (f"'{text}'" for text in seen.values())
        raise contradiction(
            column.name, one, f"{other}, of another currency", "bring the column to one currency."
        )


def _decimal_mark(column: OdsColumn, cut: Mapping[str, _Number], points: Sequence[str]) -> str:
    """The mark that begins the decimals of all values, of which `points` have the plain form."""
    only_point = list(points)
    only_comma: list[str] = []
    both: list[str] = []
    for text, number in cut.items():
        by_point, by_comma = (_fits(column, number.value(mark)) for mark in (_POINT, _COMMA))
        if by_point is not None and by_comma is None:
            only_point.append(text)
        elif by_comma is not None and by_point is None:
            # 1.200 pieces may as well be 1.2
            (
                only_comma if _COMMA in number.digits or number.digits.count(_POINT) > 1 else both
            ).append(text)
        elif by_point != by_comma and _COMMA in number.digits:
            both.append(text)
    if only_point and only_comma:
        raise contradiction(
            column.name,
            f"'{first(only_point)}' with a decimal point",
            f"'{first(only_comma)}' with a decimal comma",
            "write the column in one way.",
        )
    undecided = [text for text in both if _COMMA in cut[text].digits]
    if undecided and not only_point and not only_comma:
        raise Unusable(
            f"{column.name} does not tell whether the comma of '{first(undecided)}' parts"
            " thousands, as is likely, or begins the decimals; write the column without separators"
            " and with a decimal point."
        )

    return _COMMA if only_comma else _POINT


def _fits(column: OdsColumn, value: Decimal | None) -> Decimal | None:
    return value if value is not None and _written(value, column) is not None else None


def _written(value: Decimal, column: OdsColumn) -> str | None:
    """The number in the shortest form, without the noise of a binary fraction; none where the
    column's type does not hold it.
    """
    before, after = column.places
    if value.adjusted() >= 38:
        return None
    if _places(value) > after:
        meant = without_noise(value)
        if abs(meant.adjusted()) < 38:
            meant = meant.quantize(_MEANT_PLACES) if _places(meant) > 10 else meant
        if _places(meant) > after:
            return None
        value = meant
    if value.adjusted() >= before and value:
        return None

    return plain(value)


def _places(value: Decimal) -> int:
    exponent = value.normalize().as_tuple().exponent
    assert isinstance(exponent, int)

    return max(0, -exponent)


def _notes(
    column: OdsColumn, cut: Mapping[str, _Number], rewritten: Mapping[str, str | None]
) -> list[str]:
    """One example of each way of writing that is not merely a decimal zero or noise."""
    odd = sorted(
        text
        for text in rewritten
        if cut[text].unit or set(cut[text].digits) - set("0123456789.") or cut[text].exponent
    )
    if not odd:
        return []
    longest = max(odd, key=lambda text: (len(text), text))

    return [f"{column.name}: '{longest}' is read as {rewritten[longest]} ({len(odd)} such values)"]
