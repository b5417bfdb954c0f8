"""Duty as people read it."""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta

from app.commands.dates import clock, day_name, moment
from app.commands.duty import RosterFile, duty_in
from app.commands.duty_days import on_duty
from app.commands.session import now_utc
from app.commands.views import CalendarView
from app.domain.duty import EVERY_MARKET, Duty, Gap, Roster, Shift, Week
from app.domain.market import EVERY_WEEKDAY, MarketId
from app.wording import _, ngettext
from ui.widgets.two_line_list import Entry

_A_MONDAY = date(2026, 11, 9)


def market_entry(calendar: CalendarView, market: MarketId) -> Entry:
    """Return the row of a market: how much duty there is, or that nothing is checked."""
    own = calendar.roster.of(market)
    detail = " · ".join(filter(None, (_how_much(own, market), call_words(calendar, market))))
    return Entry(str(market), market_name(calendar, market), detail)


def call_words(calendar: CalendarView, market: MarketId) -> str:
    """Return who can be called for a market now; nothing where there is no roster."""
    if market == EVERY_MARKET:
        return ""
    there = on_duty(calendar.roster, [calendar.market(market)], now_utc()).get(market)
    if there is None:
        return ""
    names = ", ".join(map(calendar.person_name, there))
    return _("now: {names}").format(names=names) if names else _("nobody there now")


def duty_entry(calendar: CalendarView, duty: Duty) -> Entry:
    """Return the row of a piece of duty, below its market's."""
    return Entry(str(duty.id), who(calendar, duty), when(duty), level=1)


def entries(calendar: CalendarView) -> Iterator[Entry]:
    """Yield all markets with the duty that belongs to them alone, after that for all markets."""
    for market in (EVERY_MARKET, *(market.id for market in calendar.markets)):
        yield market_entry(calendar, market)
        for duty in duty_in(calendar.roster, market):
            if duty.market == market:
                yield duty_entry(calendar, duty)


def found_words(found: RosterFile) -> str:
    """Return how much of a file can be put on the roster."""
    return ngettext(
        "{count} entry can be put on the roster.",
        "{count} entries can be put on the roster.",
        len(found.duty),
    ).format(count=len(found.duty))


def found_entries(calendar: CalendarView, found: RosterFile) -> Iterator[Entry]:
    """Yield the row of each piece of duty in a file, with its market."""
    for duty in found.duty:
        row = duty_entry(calendar, duty)
        yield Entry(row.key, f"{row.name}, {market_name(calendar, duty.market)}", row.detail)


def market_name(calendar: CalendarView, market: MarketId) -> str:
    """Return the name of a market, or that all are meant."""
    if market == EVERY_MARKET:
        return _("All markets")
    return calendar.market(market).name


def who(calendar: CalendarView, duty: Duty) -> str:
    """Return who is there."""
    return _("Nobody is there") if isinstance(duty, Gap) else calendar.person_name(duty.person)


def what(duty: Duty) -> str:
    """Return which kind of duty it is."""
    match duty:
        case Week():
            return _("every week")
        case Shift():
            return _("once")
        case Gap():
            return _("nobody is there")


def when(duty: Duty) -> str:
    """Return when it is, in one line."""
    match duty:
        case Shift() | Gap() if duty.starts.date() == duty.ends.date():
            return f"{moment(duty.starts)}–{clock(duty.ends)}"
        case Shift() | Gap():
            return f"{moment(duty.starts)} – {moment(duty.ends)}"
        case Week():
            parts = [weekdays_name(duty.weekdays), hours_name(duty)]
            if duty.on_holidays:
                parts.append(_("holidays too"))
            if duty.since != date.min:
                parts.append(_("from {day}").format(day=day_name(duty.since)))
            if duty.until != date.max:
                parts.append(_("until {day}").format(day=day_name(duty.until)))
            return " · ".join(parts)


def weekdays_name(weekdays: frozenset[int]) -> str:
    """Return weekdays as `Mon–Fri`, `Sat, Sun`, or as every day."""
    if weekdays >= EVERY_WEEKDAY:
        return _("every day")
    days = sorted(weekdays)
    names = [_weekday(day) for day in days]
    if len(days) > 2 and days[-1] - days[0] == len(days) - 1:
        return f"{names[0]}–{names[-1]}"
    return ", ".join(names)


def hours_name(week: Week) -> str:
    """Return the hours of a pattern as `09:00–18:00`."""
    return f"{_clock(week.starts)}–{_clock(week.ends)}"


def _how_much(own: Roster, market: MarketId) -> str:
    if not own.is_known:
        return _("No roster: nothing is checked") if market else _("Who is there in which market")
    people = {one.person for one in own.shifts} | {one.person for one in own.weeks}
    said = ngettext("{count} person on duty", "{count} people on duty", len(people))
    covers = "" if market else _("for every market")
    return " · ".join(filter(None, (said.format(count=len(people)), covers)))


def _weekday(day: int) -> str:
    return day_name(_A_MONDAY + timedelta(days=day), "brief")


def _clock(at: time) -> str:
    return clock(datetime.combine(_A_MONDAY, at))
