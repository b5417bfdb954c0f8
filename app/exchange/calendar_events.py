"""Events of a calendar file (.ics, RFC 5545) as days: one date, or a rule that comes every year."""

from collections.abc import Collection, Iterator, Mapping
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Any

from app.days.fields import Fields
from app.days.rules import WEEKDAYS
from app.errors import InvalidInputError
from app.exchange.calendar_file import categories_of, events_in, plain, text_of
from app.exchange.team_day_fields import SEVERITIES, TONES
from app.wording import _

if TYPE_CHECKING:
    from icalendar import Component

_ONE_DAY = timedelta(days=1)
_ICAL_WEEKDAYS = {weekday[:2].upper(): weekday for weekday in WEEKDAYS}
_ONCE_A_YEAR = {"FREQ", "INTERVAL", "BYMONTH", "BYMONTHDAY", "BYDAY", "BYSETPOS", "WKST"}


def events_of(
    data: bytes, name: str, markets: Collection[str]
) -> Iterator[Fields | InvalidInputError]:
    """Yield each event as the fields of a day, or what is wrong with it.

    A category that is a tone, a severity or one of the `markets` counts as such.
    InvalidInputError where the file is no calendar.
    """
    for place, event in enumerate(events_in(data, name), start=1):
        if text_of(event, "STATUS").upper() != "CANCELLED":
            yield _day(event, name, place, markets)


def _day(
    event: "Component", name: str, place: int, markets: Collection[str]
) -> Fields | InvalidInputError:
    title = text_of(event, "SUMMARY")
    fields = Fields(name, f"“{title}”" if title else f"#{place}", {})
    try:
        return Fields(
            name,
            fields.entry,
            {
                "id": _id(event),
                "name": title,
                "rule": _rule(event, fields),
                "why": text_of(event, "DESCRIPTION"),
                "source": text_of(event, "URL"),
                **_categories(event, markets),
            },
        )
    except InvalidInputError as problem:
        return problem


def _id(event: "Component") -> str:
    """Return the id of an event; one day that was moved out of its series has one of its own."""
    moved = event.get("RECURRENCE-ID")
    return text_of(event, "UID") + (f" {moved.to_ical().decode()}" if moved is not None else "")


def _rule(event: "Component", fields: Fields) -> str:
    first = _date(event, "DTSTART", fields)
    if first is None:
        raise fields.wrong("DTSTART", _("a day is expected"))
    days = _duration(event, first, fields)
    span = f" for {days} days" if days > 1 else ""
    for field in ("EXDATE", "RDATE"):
        if event.get(field) is not None:
            raise fields.wrong(field, _("a rule with single days cannot be kept; add it by hand"))
    return (_yearly(event, first, fields) or first.isoformat()) + span


def _date(event: "Component", field: str, fields: Fields) -> date | None:
    value = event.get(field)
    if value is None:
        return None
    found = plain(value)
    if isinstance(found, datetime):
        return found.date()
    if isinstance(found, date):
        return found
    raise fields.wrong(field, _("“{day}” is no day of the calendar").format(day=value))


def _duration(event: "Component", first: date, fields: Fields) -> int:
    """Return for how many days an event lasts; its end is the day after, or an hour of the last."""
    end = _date(event, "DTEND", fields)
    if end is None:
        lasts = plain(event.get("DURATION"))
        return max(1, -(-lasts // _ONE_DAY)) if isinstance(lasts, timedelta) else 1
    at = plain(event.get("DTEND"))
    is_open = isinstance(at, datetime) and at.time() > datetime.min.time()
    days = (end - first).days + is_open
    if days < 0:
        raise fields.wrong("DTEND", _("it ends before it begins"))
    return max(1, days)


def _yearly(event: "Component", first: date, fields: Fields) -> str:
    """Return the rule of an event that comes back every year, nothing where it does not."""
    found = event.get("RRULE")
    if found is None:
        return ""
    if not isinstance(found, Mapping):
        raise fields.wrong("RRULE", _("only one rule is possible"))
    rule: dict[str, list[Any]] = {key.upper(): value for key, value in found.items()}
    if str(rule.get("FREQ", [""])[0]).upper() != "YEARLY":
        raise fields.wrong("RRULE", _only_yearly())
    months = [int(month) for month in rule.get("BYMONTH", [first.month])]
    days = [int(day) for day in rule.get("BYMONTHDAY", [first.day])]
    weekdays = [str(day) for day in rule.get("BYDAY", [])]
    is_plain = rule.keys() <= _ONCE_A_YEAR and rule.get("INTERVAL", [1]) == [1]
    is_single = len(months) == len(days) == 1 and len(weekdays) <= 1
    if not is_plain or not is_single:
        raise fields.wrong("RRULE", _only_yearly())
    if not weekdays:
        return f"fixed {months[0]:02d}-{days[0]:02d}"
    number = weekdays[0][:-2].lstrip("+") or str(rule.get("BYSETPOS", [""])[0])
    return f"nth {number} {_ICAL_WEEKDAYS.get(weekdays[0][-2:].upper(), '?')} {months[0]}"


def _only_yearly() -> str:
    return _("only a day that comes once in every year can be kept")


def _categories(event: "Component", markets: Collection[str]) -> dict[str, str]:
    lower = [word.casefold() for word in categories_of(event)]
    return {
        "tone": next((word for word in lower if word in TONES), ""),
        "severity": next((word for word in lower if word in SEVERITIES), ""),
        "markets": ",".join(word for word in lower if word in markets),
    }
