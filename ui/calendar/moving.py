"""From what a person asks for to the one command that does it: move, copy, adapt, tray."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time
from functools import partial
from typing import Protocol

from app.commands.moving import NUDGE, Move, move_each
from app.commands.views import CalendarView, Card
from app.domain.change import ChangeSet
from app.domain.channel import Channel, ChannelId
from app.domain.market import MarketId
from app.domain.post import PostId
from app.errors import AppError
from ui.cards.dragging import Drop, day_for
from ui.operations import Operations

Choice = Callable[[ChannelId], None]
Question = Callable[[Sequence[Card], MarketId, Choice], None]
"""Asks which channel of a market these posts are for, and passes the answer on, if there is one."""
Told = Callable[[ChangeSet], None]


class CardsById(Protocol):
    """Where the posts under way are looked up: a Reader."""

    def cards_of(self, post_ids: Sequence[PostId]) -> tuple[Card, ...]:
        """Return the cards of some posts."""


@dataclass(frozen=True, slots=True)
class Wish:
    """Where a person wants one post; no day means the tray."""

    card: Card
    market: MarketId
    day: date | None
    clock: time | None = None

    @property
    def is_at_home(self) -> bool:
        """Whether it stays in its market."""
        return self.day is None or self.market == self.card.market

    @property
    def is_there(self) -> bool:
        """Whether it stands there already."""
        own = self.card.local
        is_its_hour = self.clock is None or own is None or own.time() == self.clock
        return self.is_at_home and self.card.day == self.day and is_its_hour


class Mover:
    """Sends posts where a person wants them; asks for a channel only where it is not plain.

    Whatever is asked for together is one command and one step of undo; where a question stays
    without an answer nothing is done. `done` is told what has changed by a drop.
    """

    def __init__(
        self,
        source: CardsById,
        operations: Operations,
        calendar: CalendarView,
        ask: Question,
        done: Told | None = None,
    ) -> None:
        self._source = source
        self._operations = operations
        self._calendar = calendar
        self._ask = ask
        self._done = done

    def set_calendar(self, calendar: CalendarView) -> None:
        """Use the present channels."""
        self._calendar = calendar

    def carry_out(self, drop: Drop) -> None:
        """Do what was asked for; nothing is run for a drop on the very same place.

        A post that somebody else has moved since it was taken up is refused, not moved on.
        """
        try:
            cards = self._source.cards_of(drop.post_ids)
        except AppError as problem:  # what was copied in another calendar is not in this one
            self._operations.refused.emit(str(problem))
            return
        as_seen = [replace(card, local=drop.seen.get(card.id, card.local)) for card in cards]
        self.place(wishes_of(drop, as_seen), is_copy=drop.is_copy)

    def nudge(self, wishes: Sequence[Wish], done: Told | None) -> None:
        """Move posts by key: what follows key by key is one step of undo."""
        moves = [Move(wish.card.id, wish.day, wish.card.local, wish.clock) for wish in wishes]
        if moves:
            self._operations.run(partial(move_each, moves=tuple(moves), joins=NUDGE), done=done)

    def place(self, wishes: Sequence[Wish], *, is_copy: bool = False) -> None:
        """Put each post where it is wanted: in its market it moves, in others a version is made."""
        moves = [
            Move(wish.card.id, wish.day, wish.card.local, wish.clock, is_copy=is_copy)
            for wish in wishes
            if wish.is_at_home and (is_copy or not wish.is_there)
        ]
        strangers: dict[tuple[MarketId, str], list[Wish]] = {}
        for wish in wishes:
            if not wish.is_at_home:
                key = wish.market, wish.card.channel.network
                strangers.setdefault(key, []).append(wish)
        self._find_channels(list(strangers.items()), moves)

    def _find_channels(
        self,
        strangers: Sequence[tuple[tuple[MarketId, str], list[Wish]]],
        moves: Sequence[Move],
    ) -> None:
        """Add the versions for other markets, network by network, and run when all are known."""
        if not strangers:
            if moves:
                self._operations.run(partial(move_each, moves=tuple(moves)), done=self._done)
            return
        ((market, network), wishes), *others = strangers

        def go_on(channel: ChannelId) -> None:
            versions = [
                Move(wish.card.id, wish.day, wish.card.local, wish.clock, channel)
                for wish in wishes
            ]
            self._find_channels(others, [*moves, *versions])

        fitting = channels_like(self._calendar.channels_of(market), network)
        if len(fitting) == 1:
            go_on(fitting[0].id)
        else:
            self._ask([wish.card for wish in wishes], market, go_on)


def wishes_of(drop: Drop, cards: Sequence[Card]) -> list[Wish]:
    """Return where each post of a drop goes.

    The first is in the hand. If it stays in its market, so do all; else those of other markets
    get versions in the one that it goes to.
    """
    if drop.day is None:
        return [Wish(card, card.market, None) for card in cards]
    held = cards[0]
    stays_home = drop.market in (None, held.market)
    return [
        Wish(
            card,
            card.market if stays_home or drop.market is None else drop.market,
            *_place_of(card, held, drop, drop.day),
        )
        for card in cards
    ]


def _place_of(card: Card, held: Card, drop: Drop, day: date) -> tuple[date, time | None]:
    """Return day and time of a post: as far from the one in the hand as it is."""
    if drop.is_together:
        return day, drop.clock
    if drop.clock is None or card.local is None or held.local is None:
        return day_for(card.day, held.day, day), drop.clock
    there = card.local + (datetime.combine(day, drop.clock) - held.local)
    return there.date(), there.time()


def channels_like(channels: Iterable[Channel], network: str) -> tuple[Channel, ...]:
    """Return the channels on a network."""
    return tuple(channel for channel in channels if channel.network == network)
