"""工单编号：大数据 - 电商数仓 - 08 - 商品主题营销工具客服专属优惠看板

The acts of stories that have to do with what the customer does on the site, says and asks for.
"""

from dataclasses import dataclass

from customer_value.areas.customer_profile.sample import names
from customer_value.areas.customer_profile.sample.stories.story import Row, Told, product_id


@dataclass(frozen=True)
class Does:
    """Something on the site; `session` None has no session, `is_named` false no customer."""

    ago: int
    event: str = "page_view"
    time: str = "20:00:00"
    product: int | None = None
    seconds: int | None = None
    scroll: str | None = None
    session: str | None = "a"
    channel: str | None = "CH01"
    device: str = "1"
    is_named: bool = True

    def rows(self, told: Told) -> list[Row]:
        """A row of ods_behavior_event."""
        cells = {
            "event_id": f"E-{told.digits}-{told.number():03d}",
            "session_id": self.session and f"N-{told.digits}-{self.session}",
            "customer_id": told.customer_id if self.is_named else None,
            "device_fingerprint": f"fp-{told.digits}-{self.device}",
            "event_type": self.event,
            "event_timestamp": told.at(self.ago, self.time),
            "page_duration": None if self.seconds is None else str(self.seconds),
            "scroll_depth": self.scroll,
            "product_id": product_id(self.product),
            "channel_id": self.channel,
        }
        return [Row("behavior_event", cells)]


@dataclass(frozen=True)
class Calls:
    """A contact with the service; `minutes` None is not solved yet. `service_id` in place of a
    number of the story; `sentiment` is that of what was said.
    """

    ago: int
    issue: str = "咨询"
    minutes: int | None = 30
    answer: int | None = None
    escalated: int = 0
    time: str = "10:00:00"
    source: str = names.HUMAN
    way: str = "电话"
    product: int | None = None
    service_id: str | None = None
    said: str | None = None
    sentiment: str | None = None

    def rows(self, told: Told) -> list[Row]:
        """A row of ods_service_contact."""
        cells = {
            "service_id": self.service_id or f"{told.digits}{told.number():02d}",
            "customer_id": told.customer_id,
            "contact_type": self.way,
            "contact_source": self.source,
            "issue_category": self.issue,
            "contact_time": told.at(self.ago, self.time),
            "resolution_time": None if self.minutes is None else str(self.minutes),
            "nps_score": None if self.answer is None else str(self.answer),
            "escalation_level": str(self.escalated),
            "product_id": product_id(self.product),
            "transcript": self.said,
        }
        return [Row("service_contact", cells, sentiment=self.sentiment)]


@dataclass(frozen=True)
class Reviews:
    """A review of a product, with the sentiment of its text."""

    ago: int
    product: int
    stars: int
    text: str | None = None
    sentiment: str | None = None

    def rows(self, told: Told) -> list[Row]:
        """A row of ods_review."""
        cells = {
            "review_id": f"W-{told.digits}-{told.number():02d}",
            "customer_id": told.customer_id,
            "product_id": product_id(self.product),
            "review_time": told.at(self.ago, "21:00:00"),
            "rating": str(self.stars),
            "review_text": self.text,
        }
        return [Row("review", cells, sentiment=self.sentiment)]


@dataclass(frozen=True)
class Knows:
    """A relation to another customer."""

    other: str
    relation: str = "好友"
    consent: str | None = "true"
    ago: int = 90

    def rows(self, told: Told) -> list[Row]:
        """A row of ods_customer_relation."""
        cells = {
            "customer_id": told.customer_id,
            "related_customer_id": self.other,
            "relation_type": self.relation,
            "consent": self.consent,
            "create_time": told.at(self.ago, "08:00:00"),
        }
        return [Row("customer_relation", cells)]
