"""From what a person asks for to the commands that do it: move, copy, adapt, tray."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from typing import Protocol

from app.commands.posts import adapt_posts, duplicate_posts, move_posts, put_in_tray
from app.commands.views import CalendarView, Card
from app.domain.change import ChangeSet
from app.domain.channel import Channel, ChannelId
from app.domain.market import MarketId
from app.domain.post import PostId
from ui.cards.dragging import Drop
from ui.operations import Operations

Choice = Callable[[ChannelId], None]
Question = Callable[[Sequence[Card], MarketId, Choice], None]
"""Asks which channel of a market these posts are for, and passes the answer on, if there is one."""


class CardsById(Protocol):
    """Where the posts under way are looked up: a Reader."""

    def cards_of(self, post_ids: Sequence[PostId]) -> tuple[Card, ...]:
        """Return the cards of some posts."""


class Mover:
    """Sends posts where a person wants them; asks for a channel only where it is not plain."""

    def __init__(
        self, source: CardsById, operations: Operations, calendar: CalendarView, ask: Question
    ) -> None:
        self._source = source
        self._operations = operations
        self._calendar = calendar
        self._ask = ask

    def set_calendar(self, calendar: CalendarView) -> None:
        """Use the present channels."""
        self._calendar = calendar

    def carry_out(self, drop: Drop) -> None:
        """Do what was asked for; nothing is run for a drop on the very same place."""
        cards = self._source.cards_of(drop.post_ids)
        if drop.day is None:
            self._run(put_in_tray, [card for card in cards if card.local is not None])
            return
        here = [card for card in cards if drop.market in (None, card.market)]
        if drop.is_copy:
            self._run(duplicate_posts, here, to_day=drop.day)
        else:
            moved = [card for card in here if card.day != drop.day]
            seen = {card.id: card.local for card in moved}
            self._run(move_posts, moved, to_day=drop.day, seen=seen)
        if drop.market is not None:
            self._adapt([card for card in cards if card.market != drop.market], drop)

    def _adapt(self, cards: Sequence[Card], drop: Drop) -> None:
        """Make versions for another market, network by network."""
        by_network: dict[str, list[Card]] = defaultdict(list)
        for card in cards:
            by_network[card.channel.network].append(card)
        for network, same in by_network.items():
            self._adapt_alike(network, same, drop)

    def _adapt_alike(self, network: str, cards: Sequence[Card], drop: Drop) -> None:
        market, day = drop.market, drop.day
        if market is None:
            return

        def adapt(channel: ChannelId) -> None:
            self._run(adapt_posts, cards, to_channel_id=channel, to_day=day)

        channels = self._calendar.channels_of(market)
        fitting = channels_like(channels, network)
        if len(fitting) == 1:
            adapt(fitting[0].id)
        else:
            self._ask(cards, market, adapt)

    def _run(
        self, command: Callable[..., ChangeSet], cards: Iterable[Card], **facts: object
    ) -> None:
        post_ids = tuple(card.id for card in cards)
        if post_ids:
            self._operations.run(partial(command, post_ids=post_ids, **facts))


def channels_like(channels: Iterable[Channel], network: str) -> tuple[Channel, ...]:
    """Return the channels on a network."""
    return tuple(channel for channel in channels if channel.network == network)
