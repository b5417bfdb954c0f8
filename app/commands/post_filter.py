"""Which posts a person wants to see: a plain value, the same for every view of the calendar."""

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from types import MappingProxyType
from typing import Any

from app.commands.views import CalendarView, Card
from app.domain.canonical import canonical_json
from app.domain.flag import Severity
from app.domain.market import Market
from app.storage.post_words import folded_parts, wanted_words

NO_FLAGS = "none"
"""The key of posts without flags among the severities."""


class Facet(StrEnum):
    """What posts are told apart by; each is a field of the filter."""

    MARKET = "market"
    CHANNEL = "channel"
    CAMPAIGN = "campaign"
    STAGE = "stage"
    SEVERITY = "severity"
    PERSON = "person"
    """Who wrote the present version."""


@dataclass(frozen=True, slots=True)
class PostFilter:
    """What posts must be: of each facet one of the keys that are chosen, where any are."""

    market: frozenset[str] = frozenset()
    channel: frozenset[str] = frozenset()
    campaign: frozenset[str] = frozenset()
    stage: frozenset[str] = frozenset()
    severity: frozenset[str] = frozenset()
    person: frozenset[str] = frozenset()
    text: str = ""
    """Words that must stand in it, as somebody typed them."""

    @property
    def is_empty(self) -> bool:
        """Whether every post is wanted."""
        return not self.facets and not wanted_words(self.text)

    @property
    def facets(self) -> tuple[Facet, ...]:
        """The facets by which it chooses."""
        return tuple(facet for facet in Facet if self.chosen(facet))

    def chosen(self, facet: Facet) -> frozenset[str]:
        """Return the keys that are chosen of a facet; none where all posts are wanted."""
        found: frozenset[str] = getattr(self, facet.value)
        return found

    def choosing(self, facet: Facet, keys: Iterable[str]) -> "PostFilter":
        """Return the filter with other keys of a facet."""
        changed: dict[str, Any] = {facet.value: frozenset(keys)}
        return replace(self, **changed)

    def saying(self, text: str) -> "PostFilter":
        """Return the filter with other words."""
        return replace(self, text=" ".join(text.split()))

    def matches(self, card: Card) -> bool:
        """Tell whether a post is wanted."""
        return self.test()(card)

    def test(self) -> Callable[[Card], bool]:
        """Return what tells of each of many posts whether it is wanted."""
        asked = tuple((facet, self.chosen(facet)) for facet in self.facets)
        wanted, name = wanted_words(self.text), self.text.casefold()

        def is_wanted(card: Card) -> bool:
            if any(key_of(card, facet) not in chosen for facet, chosen in asked):
                return False
            return not wanted or _says(card, wanted, name)

        return is_wanted

    def shown(self, cards: Iterable[Card]) -> tuple[Card, ...]:
        """Return the posts that are wanted, in the same order."""
        return tuple(cards) if self.is_empty else tuple(filter(self.test(), cards))

    def markets_of(self, calendar: CalendarView) -> tuple[Market, ...]:
        """Return the markets that can hold a post that is wanted, in order."""
        homes = {one.market for one in calendar.channels if one.id in self.channel}
        return tuple(
            market
            for market in calendar.markets
            if (not self.market or market.id in self.market)
            and (not self.channel or market.id in homes)
        )

    def as_text(self) -> str:
        """Return the filter as the text that keeps it."""
        kept: dict[str, object] = {facet.value: sorted(self.chosen(facet)) for facet in self.facets}
        return canonical_json(kept | ({"text": self.text} if self.text else {}))

    @classmethod
    def of_text(cls, text: str) -> "PostFilter":
        """Return the filter that a text keeps; one that wants all posts where it keeps none."""
        try:
            kept = json.loads(text)
        except ValueError:
            return EVERYTHING
        if not isinstance(kept, dict):
            return EVERYTHING
        made = cls().saying(str(kept.get("text", "")))
        for facet in Facet:
            keys = kept.get(facet.value, [])
            if isinstance(keys, list):
                made = made.choosing(facet, map(str, keys))
        return made


EVERYTHING = PostFilter()
"""The filter that wants every post."""


def key_of(card: Card, facet: Facet) -> str:
    """Return by which key of a facet a post is chosen."""
    return _KEYS[facet](card)


def fold_words(cards: Iterable[Card]) -> None:
    """Have the words of posts ready for a filter, which then only compares them."""
    for card in cards:
        folded_parts(card.searched)


def _says(card: Card, wanted: tuple[str, ...], name: str) -> bool:
    """Tell whether a post is called by a name, or has all of some words."""
    if card.name.casefold() == name:
        return True
    number = card.name.rpartition("-")[2]
    words = folded_parts(card.searched)
    return all(word in words or word in number for word in wanted)


def severity_key(severity: Severity | None) -> str:
    """Return the key of a severity; nothing is a post without flags."""
    return NO_FLAGS if severity is None else severity.name.lower()


_KEYS: Mapping[Facet, Callable[[Card], str]] = MappingProxyType(
    {
        Facet.MARKET: lambda card: card.market,
        Facet.CHANNEL: lambda card: card.channel.id,
        Facet.CAMPAIGN: lambda card: card.campaign,
        Facet.STAGE: lambda card: card.stage.value,
        Facet.SEVERITY: lambda card: severity_key(card.severity),
        Facet.PERSON: lambda card: card.editor,
    }
)
