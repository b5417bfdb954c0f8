"""A stop order: what it covers, why, and when it was lifted."""

import unicodedata
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import NewType

from app.domain.channel import Channel
from app.domain.market import Market, MarketId
from app.domain.person import PersonId
from app.domain.post import Content, PostId

HoldId = NewType("HoldId", str)


class Scope(StrEnum):
    """How far a hold reaches."""

    EVERYTHING = "everything"
    REGION = "region"
    MARKET = "market"
    NETWORK = "network"
    CHANNEL = "channel"
    CAMPAIGN = "campaign"
    POST = "post"


@dataclass(frozen=True, slots=True)
class HeldPost:
    """The one post that a hold covers."""

    name: str
    """What people call it, such as DE-0142."""
    market: MarketId


@dataclass(frozen=True, slots=True)
class Hold:
    """A hold; `target` is a region, market id, network, channel id, campaign or post id."""

    id: HoldId
    scope: Scope
    target: str
    reason: str
    placed_seq: int
    placed_by: PersonId
    placed_at: datetime
    lifted_seq: int | None = None
    lifted_by: PersonId | None = None
    lifted_at: datetime | None = None
    lift_reason: str = ""
    country: str = ""
    """Of the market that is its target: channels of other markets may reach it too."""
    post: HeldPost | None = None
    """What is known of the post that is its target."""

    @property
    def is_active(self) -> bool:
        """Whether nobody has lifted it yet."""
        return self.lifted_seq is None

    def is_of(self, post: PostId) -> bool:
        """Tell whether it covers this post by itself."""
        return self.scope is Scope.POST and self.target == post

    def matches(self, post: PostId, content: Content, market: Market, channel: Channel) -> bool:
        """Tell whether it covers what a post says; a market's hold covers what reaches it too."""
        if self.scope is Scope.POST:
            return self.is_of(post)
        return self._covers(content, market, channel)

    def _covers(self, content: Content, market: Market, channel: Channel) -> bool:
        match self.scope:
            case Scope.EVERYTHING:
                return True
            case Scope.REGION:
                return market.region == self.target
            case Scope.MARKET:
                reaches_it = bool(self.country) and self.country in channel.reach
                return content.market == self.target or reaches_it
            case Scope.NETWORK:
                return channel.network == self.target
            case Scope.CHANNEL:
                return content.channel == self.target
            case _:
                return folded(content.campaign) == folded(self.target)


def folded(campaign: str) -> str:
    """Return a campaign's name without what people do not see in it: case, blanks, widths."""
    return " ".join(unicodedata.normalize("NFKC", campaign).casefold().split())
