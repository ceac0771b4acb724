"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

Counts the kept rows of a part that deserve a warning: what they name is unknown, or a value is
longer than the document allows. All rows of a customer are in one part.
"""

from collections import Counter

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from customer_value.areas.customer_profile.sample.dimensions import channel_table, region_table
from customer_value.areas.customer_profile.sample.sessions import EVENT_TYPES
from customer_value.areas.customer_profile.sample.tables import (
    CONTACT,
    CUSTOMER,
    EVENT,
    LINE,
    ORDER,
    REVIEW,
    Tables,
)
from customer_value.areas.shared.sample.catalogue import Catalogue
from customer_value.areas.shared.sample.dimensions import PRODUCT_WIDTH, SKU_WIDTH
from customer_value.sample.text_columns import identifiers

# the document's VARCHAR(n) of the columns that are kept as they are
LONGEST = {
    CUSTOMER: {
        "customer_id": 20,
        "customer_type": 20,
        "industry": 50,
        "company_size": 20,
        "credit_rating": 5,
    },
    ORDER: {"customer_id": 20, "channel_id": 10, "payment_method": 20},
    LINE: {"product_id": 20},
    EVENT: {"session_id": 40, "customer_id": 20, "event_type": 30},
    CONTACT: {"customer_id": 20, "contact_type": 20, "issue_category": 50},
}


def warnings_of(catalogue: Catalogue, tables: Tables) -> Counter[str]:
    """The kept rows by kind of warning; a row may deserve several."""
    kept = {name: table.filter(pa.array(~refused)) for name, (table, refused) in tables.items()}
    customers = kept[CUSTOMER]["customer_id"]
    products = identifiers("P", np.arange(catalogue.products), PRODUCT_WIDTH)
    skus = identifiers("K", np.arange(len(catalogue.sku_product)), SKU_WIDTH)
    channels, regions = channel_table()["channel_id"], region_table()["region_id"]
    known = [
        ("order_of_unknown_customer", ORDER, "customer_id", customers),
        ("event_of_unknown_customer", EVENT, "customer_id", customers),
        ("contact_of_unknown_customer", CONTACT, "customer_id", customers),
        ("customer_of_unknown_region", CUSTOMER, "region_id", regions),
        ("order_of_unknown_channel", ORDER, "channel_id", channels),
        ("event_of_unknown_channel", EVENT, "channel_id", channels),
        ("line_of_unknown_product", LINE, "product_id", products),
        ("event_of_unknown_product", EVENT, "product_id", products),
        ("contact_of_unknown_product", CONTACT, "product_id", products),
        ("review_of_unknown_product", REVIEW, "product_id", products),
        ("line_of_unknown_sku", LINE, "sku_id", skus),
        ("unknown_event_type", EVENT, "event_type", pa.array(EVENT_TYPES)),
        ("order_without_lines", ORDER, "order_id", kept[LINE]["order_id"]),
    ]
    found = Counter(
        {kind: _unknown(kept[table][column], values) for kind, table, column, values in known}
    )
    found["value_longer_than_the_document"] = sum(
        pc.sum(pc.greater(pc.utf8_length(kept[table][column]), longest)).as_py() or 0
        for table, lengths in LONGEST.items()
        for column, longest in lengths.items()
    )
    return +found


def _unknown(column: pa.ChunkedArray, known: pa.Array) -> int:
    """How many values are there and not among the known ones."""
    missing = pc.and_(pc.is_valid(column), pc.invert(pc.is_in(column, value_set=known)))
    return int(pc.sum(missing).as_py() or 0)
