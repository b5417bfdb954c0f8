"""The columns of the list: what each is called, says, and is sorted by."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from app.commands import dates
from app.commands.listing import Listed
from app.commands.texts import network_name, severity_name, stage_name
from app.commands.views import CalendarView, Card, Stage
from app.domain.market import MarketId
from app.domain.person import NOBODY
from app.domain.wall_time import local_at
from app.wording import _, ngettext
from ui.cards.card_words import name_and_text, queued_words, zone_words

Order = Any
"""What a column is sorted by; comparable within the column."""


class Column(StrEnum):
    """The columns, in the order in which they stand at first."""

    DAY = "day"
    TIME = "time"
    MARKET = "market"
    CHANNEL = "channel"
    WORDS = "words"
    STAGE = "stage"
    SEVERITY = "severity"
    CAMPAIGN = "campaign"
    EXPORT = "export"
    NUMBER = "number"
    NETWORK = "network"
    LANGUAGE = "language"
    LABELS = "labels"
    REVIEWER = "reviewer"
    EDITOR = "editor"
    PICTURES = "pictures"


@dataclass(frozen=True, slots=True)
class Names:
    """What markets and people are called."""

    markets: Mapping[MarketId, str]
    people: Mapping[str, str]

    @classmethod
    def of(cls, calendar: CalendarView) -> "Names":
        """Return the names of a calendar."""
        return cls(
            {market.id: market.name for market in calendar.markets},
            {person.id: person.name for person in calendar.people},
        )

    def market(self, card: Card) -> str:
        """Return what the market of a post is called."""
        return self.markets.get(card.market, card.market)

    def person(self, person: str) -> str:
        """Return what a person is called; nothing for nobody."""
        return self.people.get(person, person) if person != NOBODY else ""


@dataclass(frozen=True, slots=True)
class Look:
    """How a column says a post, how wide it is at first, and whether it is shown then."""

    words: Callable[[Listed, Names], str]
    letters: int
    order: Callable[[Listed, Names], Order] | None = None
    """What it is sorted by, where that is not its words."""
    is_shown: bool = True


def column_name(column: Column) -> str:
    """Return the head of a column."""
    return {
        Column.DAY: _("Day"),
        Column.TIME: _("Local time"),
        Column.MARKET: _("Market"),
        Column.CHANNEL: _("Channel"),
        Column.WORDS: _("Post"),
        Column.STAGE: _("Stage"),
        Column.SEVERITY: _("Risk"),
        Column.CAMPAIGN: _("Campaign"),
        Column.EXPORT: _("At the scheduler"),
        Column.NUMBER: _("Number"),
        Column.NETWORK: _("Network"),
        Column.LANGUAGE: _("Language"),
        Column.LABELS: _("Labels"),
        Column.REVIEWER: _("Reviewer"),
        Column.EDITOR: _("Last edited by"),
        Column.PICTURES: _("Pictures"),
    }[column]


def words_of(column: Column, one: Listed, names: Names) -> str:
    """Return what a column says of a post."""
    return LOOKS[column].words(one, names)


def order_of(column: Column, one: Listed, names: Names) -> Order:
    """Return by what a column sorts a post; at the same place the earlier one comes first."""
    look = LOOKS[column]
    own = look.order(one, names) if look.order else look.words(one, names).casefold()
    return own, one.card.local, one.card.name


def spoken(one: Listed, names: Names) -> str:
    """Return all that matters of a post in one line, as a screen reader says it first."""
    card = one.card
    parts = [card.name, _when(one), names.market(card), network_name(card.channel.network)]
    parts += [_severity(card), stage_name(card.stage), card.headline]
    return ", ".join(part for part in parts if part)


def flag_lines(card: Card) -> str:
    """Return the flags of a post, one in each line."""
    return "\n".join(f"{severity_name(flag.severity)}: {flag.headline}" for flag in card.flags)


def _when(one: Listed) -> str:
    return dates.moment(one.card.local) if one.card.local else ""


def _day(one: Listed, _names: Names) -> str:
    return dates.day_name(one.card.local.date(), "short") if one.card.local else ""


def _time(one: Listed, _names: Names) -> str:
    return f"{dates.clock(one.card.local)} {zone_words(one.card)}" if one.card.local else ""


def _severity(card: Card) -> str:
    if not card.is_assessed:
        return _("Checking")
    return severity_name(card.severity) if card.severity is not None else _("no flags")


def _risk(one: Listed, _names: Names) -> str:
    card = one.card
    if not card.is_assessed or card.severity is None:
        return _("Checking") if not card.is_assessed else ""
    count = len(card.flags)
    more = f" +{count - 1}" if count > 1 else ""
    return f"{severity_name(card.severity)}{more}"


def _export(one: Listed, _names: Names) -> str:
    card = one.card
    if card.stage is Stage.SENT:
        return _("Sent")
    if card.hand_over is None:
        return ""
    if card.hand_over_differs:
        return queued_words(card)
    there = local_at(card.hand_over.instant, card.zone)
    return _("In {scheduler}, {when}").format(
        scheduler=card.hand_over.preset.capitalize(), when=dates.moment(there)
    )


def _pictures(one: Listed, _names: Names) -> str:
    count = one.card.media
    words = ngettext("{count} picture", "{count} pictures", count).format(count=count)
    return words if count else ""


LOOKS: Mapping[Column, Look] = {
    Column.DAY: Look(_day, 12, lambda one, _names: one.card.local),
    Column.TIME: Look(
        _time, 12, lambda one, _names: one.card.local.time() if one.card.local else None
    ),
    Column.MARKET: Look(lambda one, names: names.market(one.card), 15),
    Column.CHANNEL: Look(lambda one, _names: one.card.channel.name, 17),
    Column.WORDS: Look(lambda one, _names: name_and_text(one.card.headline, one.card.text), 38),
    Column.STAGE: Look(
        lambda one, _names: stage_name(one.card.stage),
        21,
        lambda one, _names: list(Stage).index(one.card.stage),
    ),
    Column.SEVERITY: Look(_risk, 11, lambda one, _names: -(one.card.severity or 0)),
    Column.CAMPAIGN: Look(lambda one, _names: one.card.campaign, 15),
    Column.EXPORT: Look(_export, 24),
    Column.NUMBER: Look(lambda one, _names: one.card.name, 11),
    Column.NETWORK: Look(
        lambda one, _names: network_name(one.card.channel.network), 13, is_shown=False
    ),
    Column.LANGUAGE: Look(
        lambda one, _names: dates.language_name(one.card.language), 13, is_shown=False
    ),
    Column.LABELS: Look(lambda one, _names: ", ".join(one.labels), 18, is_shown=False),
    Column.REVIEWER: Look(lambda one, names: names.person(one.reviewer), 18, is_shown=False),
    Column.EDITOR: Look(lambda one, names: names.person(one.card.editor), 18, is_shown=False),
    Column.PICTURES: Look(_pictures, 12, lambda one, _names: -one.card.media, is_shown=False),
}
