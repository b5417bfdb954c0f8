"""One account in one market on one network."""

from dataclasses import dataclass
from typing import NewType

from app.domain.market import MarketId

ChannelId = NewType("ChannelId", str)


@dataclass(frozen=True, slots=True)
class Channel:
    """An account whose identity never changes: another handle or zone makes another channel."""

    id: ChannelId
    market: MarketId
    network: str
    """A key of resources/networks.toml, such as `instagram`."""
    name: str
    handle: str = ""
    account_id: str = ""
    account_zone: str = ""
    """IANA zone in which the scheduler's account reads clock times."""
    reach: tuple[str, ...] = ()
    """Countries that the channel also reaches."""
    is_retired: bool = False
    """Whether no more posts are planned on it; those that there were stay."""
