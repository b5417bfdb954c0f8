"""Events of a calendar file (.ics, RFC 5545) as entries of a roster."""

from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from typing import TYPE_CHECKING, Any

from app.days.fields import Fields
from app.errors import InvalidInputError
from app.exchange.calendar_file import categories_of, events_in, plain, text_of
from app.wording import _

if TYPE_CHECKING:
    from icalendar import Component

_ONE_DAY = timedelta(days=1)
_WEEKDAYS = {
    "MO": "mon",
    "TU": "tue",
    "WE": "wed",
    "TH": "thu",
    "FR": "fri",
    "SA": "sat",
    "SU": "sun",
}
_KNOWN = {"FREQ", "INTERVAL", "BYDAY", "UNTIL", "WKST"}


def duty_events(data: bytes, name: str) -> Iterator[Fields | InvalidInputError]:
    """Yield each event as the fields of an entry, or what is wrong with it.

    Who is there: the first attendee by name, else the title. Where: the place, else a category.
    InvalidInputError where the file is no calendar.
    """
    for place, event in enumerate(events_in(data, name), start=1):
        title = text_of(event, "SUMMARY")
        empty = Fields(name, f"#{place} “{title}”" if title else f"#{place}", {})
        try:
            yield Fields(name, empty.entry, _entry(event, empty))
        except InvalidInputError as problem:
            yield problem


def _entry(event: "Component", fields: Fields) -> dict[str, str]:
    starts = _moment(event, "DTSTART", fields)
    if starts is None:
        raise fields.wrong("DTSTART", _("a day and a time are expected"))
    ends = _end(event, starts, fields)
    zone = _zone(starts, fields)
    entry = {
        "person": _who(event),
        "market": text_of(event, "LOCATION") or _category(event),
        "zone": zone,
    }
    weekly = _weekly(event, starts, fields)
    if not weekly:
        return entry | {"from": _written(starts), "to": _written(ends)}
    if ends - starts > _ONE_DAY:
        raise fields.wrong("DTEND", _("duty that comes back lasts a day at most"))
    clocks = {"from": f"{starts:%H:%M}", "to": f"{ends:%H:%M}"}
    return entry | clocks | {"since": starts.date().isoformat()} | weekly


def _moment(event: "Component", field: str, fields: Fields) -> datetime | None:
    value = event.get(field)
    if value is None:
        return None
    found = plain(value)
    if isinstance(found, datetime):
        return found
    if isinstance(found, date):
        return datetime.combine(found, time())
    raise fields.wrong(field, _("“{day}” is no day of the calendar").format(day=value))


def _end(event: "Component", starts: datetime, fields: Fields) -> datetime:
    ends = _moment(event, "DTEND", fields)
    lasts = plain(event.get("DURATION"))
    if ends is None:
        ends = starts + (lasts if isinstance(lasts, timedelta) else _ONE_DAY)
    if (ends.tzinfo is None) != (starts.tzinfo is None):
        raise fields.wrong("DTEND", _("it has another kind of time than the beginning"))
    if starts.tzinfo is not None:
        ends = ends.astimezone(starts.tzinfo)
    if ends <= starts:
        raise fields.wrong("DTEND", _("it ends before it begins"))
    return ends


def _zone(moment: datetime, fields: Fields) -> str:
    """Return the IANA name of a moment's zone, nothing where its clock is that of the market."""
    zone: tzinfo | None = moment.tzinfo
    if zone is None:
        return ""
    name = getattr(zone, "key", "")
    if name:
        return str(name)
    if zone is UTC or moment.utcoffset() == timedelta():
        return "UTC"
    raise fields.wrong("DTSTART", _("its time zone is not known"))


def _weekly(event: "Component", starts: datetime, fields: Fields) -> dict[str, str]:
    """Return weekdays and last day of an event that comes back, nothing where it does not."""
    for field in ("EXDATE", "RDATE", "RECURRENCE-ID"):
        if event.get(field) is not None:
            raise fields.wrong(field, _("single days of a rule are not read; add them by hand"))
    found = event.get("RRULE")
    if found is None:
        return {}
    rule: dict[str, list[Any]] = (
        {key.upper(): value for key, value in found.items()} if isinstance(found, Mapping) else {}
    )
    often = str(rule.get("FREQ", [""])[0]).upper()
    if not rule.keys() <= _KNOWN or rule.get("INTERVAL", [1]) != [1]:
        raise fields.wrong("RRULE", _only_weekly())
    last = {"until": _last_day(rule["UNTIL"][0])} if "UNTIL" in rule else {}
    if often == "DAILY" and "BYDAY" not in rule:
        return {"weekdays": "daily"} | last
    codes = [str(code).upper() for code in rule.get("BYDAY", [])] or [
        list(_WEEKDAYS)[starts.weekday()]
    ]
    if often != "WEEKLY" or not set(codes) <= _WEEKDAYS.keys():
        raise fields.wrong("RRULE", _only_weekly())
    return {"weekdays": ",".join(_WEEKDAYS[code] for code in codes)} | last


def _only_weekly() -> str:
    return _("only duty that comes back each day or each week can be kept")


def _last_day(until: object) -> str:
    return until.date().isoformat() if isinstance(until, datetime) else str(until)


def _who(event: "Component") -> str:
    found = event.get("ATTENDEE")
    attendee = found[0] if isinstance(found, list) and found else found
    name = getattr(attendee, "params", {}).get("CN", "")
    return str(name).strip() or text_of(event, "SUMMARY")


def _category(event: "Component") -> str:
    return next(iter(categories_of(event)), "")


def _written(moment: datetime) -> str:
    return f"{moment:%Y-%m-%d %H:%M}"
