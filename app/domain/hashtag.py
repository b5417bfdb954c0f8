"""Hashtags that a person has looked at: for which market, when, and for how long that counts."""

import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from app.domain.market import MarketId

GOOD_FOR = timedelta(days=180)
"""A hashtag can come to mean another thing within weeks; nobody looks at one every month."""

EVERY_MARKET = MarketId("")


@dataclass(frozen=True, slots=True)
class Confirmation:
    """A person looked at what a hashtag is used for."""

    hashtag: str
    """Folded."""
    market: MarketId
    """EVERY_MARKET for all of them."""
    day: date

    def counts(self, market: MarketId, day: date | None) -> bool:
        """Tell whether it counts for a post of a market and day; in the tray it always does."""
        is_there = self.market in (EVERY_MARKET, market)
        return is_there and (day is None or day - self.day <= GOOD_FOR)


Confirmations = Mapping[str, Sequence[Confirmation]]
"""By folded hashtag."""


def folded(hashtag: str) -> str:
    """Return a hashtag as networks compare it: without its sign, case and width."""
    return unicodedata.normalize("NFKC", hashtag).casefold().removeprefix("#")


def confirmed(
    known: Confirmations, used: Iterable[str], market: MarketId, day: date | None
) -> frozenset[str]:
    """Return which of these folded hashtags count as confirmed for a post of a market and day."""
    return frozenset(
        tag for tag in used if any(one.counts(market, day) for one in known.get(tag, ()))
    )
