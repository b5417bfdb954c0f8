"""One entry of a roster file as duty: whoever and wherever is meant is looked up by name."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import available_timezones

from app.days.fields import Fields
from app.domain.canonical import canonical_json, sha256
from app.domain.duty import EVERY_MARKET, Duty, DutyId, Gap, Shift, Week
from app.domain.market import EVERY_WEEKDAY, Market, MarketId
from app.domain.person import Person, PersonId
from app.wording import _

COLUMNS = ("person", "market", "date", "from", "to", "weekdays", "since", "until", "zone")
HOLIDAYS = "holidays"
"""Whether a weekly pattern counts on public holidays: yes or no."""

_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_DAILY = frozenset({"daily", "every day", "all"})
_NOBODY = frozenset({"", "nobody", "no one", "none", "-", "–"})
_ALL_MARKETS = frozenset({"all", "all markets", "*", "global"})
_YES = frozenset({"yes", "y", "true", "1", "x"})
_CLOCK = re.compile(r"(\d{1,2}):(\d{2})(?::\d{2})?")
_UTC = "UTC"


@dataclass(frozen=True, slots=True)
class Names:
    """Whom and where the names of a file mean."""

    people: Mapping[str, PersonId]
    markets: Mapping[str, Market]
    usual: Market | None = None
    """The market of entries that name none; without it they are for all markets."""

    @classmethod
    def of(
        cls, people: Iterable[Person], markets: Iterable[Market], usual: Market | None = None
    ) -> "Names":
        """Return the names of active people, and the names and codes of markets."""
        known = {
            name.casefold(): market
            for market in markets
            for name in (market.id, market.code, market.name)
        }
        return cls({one.name.casefold(): one.id for one in people if one.is_active}, known, usual)


def duty_of(fields: Fields, names: Names) -> Duty:
    """Return the duty that an entry describes; InvalidInputError names the field that is wrong.

    With weekdays it is a weekly pattern, without a person a gap, else a shift.
    """
    market = _market(fields, names)
    zone = _zone(fields, market)
    place = EVERY_MARKET if market is None else market.id
    if fields.text("weekdays", ""):
        return _week(fields, names, place, zone)
    starts, ends = _moments(fields)
    if fields.text("person", "").strip().casefold() in _NOBODY:
        name = _id("gap", place, starts.isoformat(), ends.isoformat(), zone)
        return Gap(name, place, starts, ends, zone)
    person = _person(fields, names)
    name = _id("shift", person, place, starts.isoformat(), ends.isoformat(), zone)
    return Shift(name, person, place, starts, ends, zone)


def _week(fields: Fields, names: Names, place: MarketId, zone: str) -> Week:
    person = _person(fields, names)
    starts, ends = (_clock(fields, field) for field in ("from", "to"))
    since, until = _day(fields, "since", date.min), _day(fields, "until", date.max)
    if until < since:
        raise fields.wrong("until", _("it ends before it begins"))
    weekdays = _weekdays(fields)
    name = _id("week", person, place, str(starts), str(ends), zone, *map(str, sorted(weekdays)))
    on_holidays = fields.text(HOLIDAYS, "").strip().casefold() in _YES
    return Week(name, person, place, starts, ends, zone, weekdays, on_holidays, since, until)


def _id(*facts: str) -> DutyId:
    """Return a name that follows from what is written: read twice, it is still the same duty."""
    return DutyId(sha256(canonical_json(facts))[:20])


def _person(fields: Fields, names: Names) -> PersonId:
    written = fields.text("person", "").strip()
    found = names.people.get(written.casefold())
    if found is None:
        raise fields.wrong(
            "person", _("nobody in the team is called “{name}”").format(name=written)
        )
    return found


def _market(fields: Fields, names: Names) -> Market | None:
    written = fields.text("market", "").strip()
    if not written:
        return names.usual
    if written.casefold() in _ALL_MARKETS:
        return None
    found = names.markets.get(written.casefold())
    if found is None:
        raise fields.wrong("market", _("there is no market “{name}”").format(name=written))
    return found


def _zone(fields: Fields, market: Market | None) -> str:
    written = fields.text("zone", "").strip()
    if not written:
        return market.zone if market else _UTC
    if written not in available_timezones():
        raise fields.wrong("zone", _("“{zone}” is no time zone").format(zone=written))
    return written


def _moments(fields: Fields) -> tuple[datetime, datetime]:
    """Return start and end; after `date` both are clock times, and an end before is tomorrow's."""
    if fields.text("date", ""):
        day = _day(fields, "date", date.min)
        starts, ends = (datetime.combine(day, _clock(fields, field)) for field in ("from", "to"))
        return starts, ends if ends > starts else ends + timedelta(days=1)
    starts, ends = (_moment(fields, field) for field in ("from", "to"))
    if ends <= starts:
        raise fields.wrong("to", _("it ends before it begins"))
    return starts, ends


def _moment(fields: Fields, field: str) -> datetime:
    written = fields.text(field, "").strip()
    try:
        moment = datetime.fromisoformat(written)
    except ValueError as error:
        raise fields.wrong(field, _impossible_moment(written)) from error
    if moment.tzinfo is not None:
        raise fields.wrong(field, _impossible_moment(written))
    return moment.replace(second=0, microsecond=0)


def _impossible_moment(written: str) -> str:
    return _("“{moment}” is no date and time such as 2027-12-24 09:00").format(moment=written)


def _day(fields: Fields, field: str, usual: date) -> date:
    written = fields.text(field, "").strip()
    if not written:
        return usual
    try:
        return date.fromisoformat(written)
    except ValueError as error:
        problem = _("“{day}” is no date such as 2027-12-24").format(day=written)
        raise fields.wrong(field, problem) from error


def _clock(fields: Fields, field: str) -> time:
    written = fields.text(field, "").strip()
    if written == "24:00":
        return time(0)
    found = _CLOCK.fullmatch(written)
    try:
        return time(int(found[1]), int(found[2])) if found else time.fromisoformat("")
    except ValueError as error:
        problem = _("“{clock}” is no time such as 09:00").format(clock=written)
        raise fields.wrong(field, problem) from error


def _weekdays(fields: Fields) -> frozenset[int]:
    written = fields.text("weekdays").strip().casefold()
    if written in _DAILY:
        return EVERY_WEEKDAY
    try:
        return frozenset(
            day for part in re.split(r"[,;/\s]+", written) for day in _span_of_weekdays(part)
        )
    except ValueError as error:
        problem = _("“{days}” are no weekdays such as mon-fri").format(days=written)
        raise fields.wrong("weekdays", problem) from error


def _span_of_weekdays(part: str) -> list[int]:
    """Return the days of `mon`, `mon-fri` or, over the weekend, `sat-mon`."""
    first, dash, last = re.sub("[–—]", "-", part).partition("-")
    start = _WEEKDAYS.index(first[:3])
    end = _WEEKDAYS.index(last[:3]) if dash else start
    return [day % 7 for day in range(start, end + 1 if end >= start else end + 8)]
