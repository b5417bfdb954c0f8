"""The queue in the order that a reviewer chooses, under headings that say why."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from itertools import groupby

from app.commands.dates import moment_seen_from
from app.commands.review_queue import Hindrance, Waiting
from app.commands.texts import severity_name
from app.commands.views import CalendarView
from app.domain.person import NOBODY, PersonId
from app.wording import _

_A_WEEK = timedelta(days=7)


class Order(StrEnum):
    """What stands first in the queue."""

    DUE = "due"
    RISK = "risk"
    MARKET = "market"


@dataclass(frozen=True, slots=True)
class Group:
    """Posts below one heading."""

    title: str
    posts: tuple[Waiting, ...]


def grouped(
    found: Iterable[Waiting], order: Order, calendar: CalendarView, now: datetime
) -> tuple[Group, ...]:
    """Return the posts under their headings; within each, what must be decided first comes first.

    `found` is in that order already; what this person cannot decide stands at the end in any order.
    """
    keys: dict[Order, Callable[[Waiting], tuple[int, str]]] = {
        Order.DUE: lambda one: _due(one, now),
        Order.RISK: _risk,
        Order.MARKET: lambda one: (0, calendar.market(one.card.market).name),
    }

    def key(one: Waiting) -> tuple[bool, int, str]:
        if one.hindrance is not None:
            return True, 0, _("Not yours to decide now")
        place, title = keys[order](one)
        return False, place, title

    ordered = sorted(found, key=key)
    return tuple(
        Group(title, tuple(posts)) for (_last, _place, title), posts in groupby(ordered, key=key)
    )


def due_words(one: Waiting, this_year: int) -> str:
    """Return by when a post must be decided, as the clocks here show it; overdue is said."""
    if one.decide_by is None:
        return _("No date yet")
    when = moment_seen_from(this_year, _here(one.decide_by))
    words = _("Overdue since {when}") if one.is_overdue else _("Decide by {when}")
    return words.format(when=when)


def asked_words(one: Waiting, calendar: CalendarView, me: PersonId = NOBODY) -> str:
    """Return whom the decision was asked of; nothing where it was nobody in particular."""
    if one.assignee == NOBODY:
        return ""
    return _("you") if one.assignee == me else calendar.person_name(one.assignee)


def hindrance_words(hindrance: Hindrance) -> str:
    """Return why a person cannot decide a post now."""
    return {
        Hindrance.OWN: _("Your own work"),
        Hindrance.HELD: _("On hold"),
        Hindrance.BLOCKED: _("Must be mended first"),
    }[hindrance]


def _due(one: Waiting, now: datetime) -> tuple[int, str]:
    if one.decide_by is None:
        return 9, _("No date yet")
    if one.is_overdue:
        return 0, _("Overdue")
    day, today = _here(one.decide_by).date(), _here(now).date()
    if day == today:
        return 1, _("Decide today")
    if day == today + timedelta(days=1):
        return 2, _("Decide tomorrow")
    if day < today + _A_WEEK:
        return 3, _("Decide in the next 7 days")
    return 4, _("Decide later")


def _risk(one: Waiting) -> tuple[int, str]:
    if one.severity is None:
        return 9, _("No flags")
    return -one.severity, severity_name(one.severity)


def _here(at: datetime) -> datetime:
    return at.astimezone().replace(tzinfo=None)
