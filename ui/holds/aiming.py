"""What a hold is aimed at when a person points at posts."""

from collections.abc import Sequence

from app.commands.views import Card
from app.domain.hold import Scope

Aim = tuple[Scope, str]
"""How far it reaches, and what it covers."""


def aim_at(cards: Sequence[Card]) -> Aim:
    """Return the smallest hold that covers all of these posts: a channel, market, or everything."""
    channels = {card.channel.id for card in cards}
    markets = {card.market for card in cards}
    if len(channels) == 1:
        return Scope.CHANNEL, channels.pop()
    if len(markets) == 1:
        return Scope.MARKET, markets.pop()
    return Scope.EVERYTHING, ""
