"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

Kinds of planted rows that any table may have, one function per defect.
"""

from customer_value.sample.planting import Kind

# of the words that programs write where a value is missing
NOTHING = "NaN"


def empty(reason: str, *columns: str) -> list[Kind]:
    """A row without a value, for each of the columns."""
    return [Kind({column: None}, reason) for column in columns]


def unparseable(column: str, values: tuple[str, ...]) -> list[Kind]:
    """A row for each text that the column's type does not know; a word for nothing is none."""
    return [
        Kind({column: value}, "missing_value" if value == NOTHING else "unparseable_value")
        for value in values
    ]


def far(column: str, *values: str) -> list[Kind]:
    """A row for each time that cannot be right."""
    return [Kind({column: value}, "time_out_of_range") for value in values]


def negative(column: str, value: str) -> Kind:
    """A row with a number below zero."""
    return Kind({column: value}, "negative_amount")


def beyond(column: str, *values: str) -> list[Kind]:
    """A row for each number outside of the scale of its column."""
    return [Kind({column: value}, "out_of_range") for value in values]


def copy(**cells: str | None) -> Kind:
    """A row with the key of another, and some cells of its own."""
    return Kind(cells, "duplicate_key")
