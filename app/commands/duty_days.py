"""Who is there on each day of a market, when nobody is, and who can be called now."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta

from app.commands.dates import clock
from app.days.days_off import days_off
from app.domain.duty import Roster, Span
from app.domain.market import Market, MarketId
from app.domain.person import PersonId
from app.domain.wall_time import instant_of, local_at
from app.risks.duty import TOO_LONG
from app.wording import _

_ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Hours:
    """A piece of a day on the clocks of a market; it may end with the day."""

    starts: datetime
    ends: datetime

    @property
    def is_whole_day(self) -> bool:
        """Whether it is the day from its beginning to its end."""
        return self.ends - self.starts >= _ONE_DAY


@dataclass(frozen=True, slots=True)
class DutyDay:
    """One day of one market."""

    there: Mapping[PersonId, tuple[Hours, ...]] = field(default_factory=dict)
    nobody: tuple[Hours, ...] = ()
    """When posts may go out and nobody is there; nothing where there is no roster at all."""


def duty_days(roster: Roster, market: Market, first: date, last: date) -> dict[date, DutyDay]:
    """Return who is there on each day of a span, both ends included."""
    own = roster.of(market.id)
    return {day: _duty_day(own, market, day) for day in _days(first, last)}


def duty_gaps(
    roster: Roster, markets: Iterable[Market], first: date, last: date
) -> dict[tuple[MarketId, date], tuple[Hours, ...]]:
    """Return when nobody is there on days of markets with a roster; only days with a gap."""
    return {
        (market.id, day): gaps
        for market in markets
        if roster.of(market.id).is_known
        for day in _days(first, last)
        if (gaps := _nobody(roster.of(market.id), market, day))
    }


def on_duty(
    roster: Roster, markets: Iterable[Market], instant: datetime
) -> dict[MarketId, tuple[PersonId, ...]]:
    """Return who can be called at an instant for each market that has a roster."""
    return {
        market.id: roster.on_duty(
            market.id, instant, _holidays(market, local_at(instant, market.zone).date())
        )
        for market in markets
        if roster.of(market.id).is_known
    }


def hours_words(hours: Iterable[Hours]) -> str:
    """Return pieces of a day as `09:00–18:00, 20:00–24:00`, or as the whole day."""
    return ", ".join(
        _("all day") if one.is_whole_day else f"{clock(one.starts)}–{_end(one)}" for one in hours
    )


def nobody_words(hours: Iterable[Hours]) -> str:
    """Return when nobody is there, as `Nobody 18:00–20:00`."""
    return _("Nobody {hours}").format(hours=hours_words(hours))


def _end(hours: Hours) -> str:
    is_midnight = hours.ends.time() == time() and hours.ends > hours.starts
    return "24:00" if is_midnight else clock(hours.ends)


def _duty_day(own: Roster, market: Market, day: date) -> DutyDay:
    if not own.is_known:
        return DutyDay()
    there: dict[PersonId, list[Span]] = {}
    for person, span in own.near(day).duty(_whole(market, day), _holidays(market, day)):
        there.setdefault(person, []).append(span)
    return DutyDay(
        {
            person: tuple(_hours(market, span) for span in _joined(spans))
            for person, spans in there.items()
        },
        _nobody(own, market, day),
    )


def _nobody(own: Roster, market: Market, day: date) -> tuple[Hours, ...]:
    """Return when nobody is there within the publishing hours of a day.

    Not where it is less than what a post would be flagged for. Of a market that publishes at any
    hour only a day on which nobody comes at all: nights are none.
    """
    near, off = own.near(day), _holidays(market, day)
    hours = market.hours
    whole = _whole(market, day)
    if hours is None:
        is_empty = next(iter(near.duty(whole, off)), None) is None
        return (_hours(market, whole),) if is_empty else ()
    if day.weekday() not in hours.weekdays:
        return ()
    last = day if hours.opens < hours.closes else day + _ONE_DAY
    open_hours = Span(
        instant_of(datetime.combine(day, hours.opens), market.zone),
        instant_of(datetime.combine(last, hours.closes), market.zone),
    )
    gaps = [gap for gap in near.uncovered(open_hours, off) if gap.length]
    is_long = sum((gap.length for gap in gaps), timedelta()) >= TOO_LONG
    return tuple(_hours(market, gap) for gap in gaps) if is_long else ()


def _whole(market: Market, day: date) -> Span:
    starts, ends = (datetime.combine(one, time()) for one in (day, day + _ONE_DAY))
    return Span(instant_of(starts, market.zone), instant_of(ends, market.zone))


def _hours(market: Market, span: Span) -> Hours:
    return Hours(local_at(span.starts, market.zone), local_at(span.ends, market.zone))


def _joined(spans: Iterable[Span]) -> Iterator[Span]:
    """Yield pieces of time in their order; those that touch are one."""
    present: Span | None = None
    for span in sorted(spans):
        if present is not None and span.starts <= present.ends:
            present = Span(present.starts, max(present.ends, span.ends))
            continue
        if present is not None:
            yield present
        present = span
    if present is not None:
        yield present


def _holidays(market: Market, day: date) -> Collection[date]:
    """Return which of a day and its neighbours are public holidays of the market."""
    return [
        near
        for near in (day - _ONE_DAY, day, day + _ONE_DAY)
        if near in days_off(market.country, market.subdivisions, near.year)
    ]


def _days(first: date, last: date) -> Iterator[date]:
    day = first
    while day <= last:
        yield day
        day += _ONE_DAY
