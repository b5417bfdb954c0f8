"""Duty as a form begins with it."""

from datetime import date, datetime, time, timedelta
from uuid import uuid4

from app.domain.duty import DutyId, Gap, Shift, Week
from app.domain.market import Market
from app.domain.person import PersonId

_WORKDAYS = frozenset(range(5))
_OPENS, _CLOSES = time(9), time(18)


def new_week(market: Market, person: PersonId) -> Week:
    """Return an office week of a market."""
    return Week(_name(), person, market.id, _OPENS, _CLOSES, market.zone, _WORKDAYS)


def new_shift(market: Market, person: PersonId, day: date) -> Shift:
    """Return an office day of a market."""
    starts, ends = (datetime.combine(day, at) for at in (_OPENS, _CLOSES))
    return Shift(_name(), person, market.id, starts, ends, market.zone)


def new_shift_on(market: Market, person: PersonId, starts: datetime, until: time) -> Shift:
    """Return a shift from a moment to a time of day; an earlier one is the next day's."""
    ends = datetime.combine(starts.date(), until)
    if ends <= starts:
        ends += timedelta(days=1)
    return Shift(_name(), person, market.id, starts, ends, market.zone)


def new_gap(market: Market, day: date) -> Gap:
    """Return a whole day on which nobody is there."""
    starts = datetime.combine(day, time())
    return Gap(_name(), market.id, starts, starts + timedelta(days=1), market.zone)


def _name() -> DutyId:
    return DutyId(str(uuid4()))
