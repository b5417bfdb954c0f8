"""A calendar file (.ics, RFC 5545): its events, and what they hold."""

import re
from typing import TYPE_CHECKING

from app.errors import InvalidInputError
from app.wording import _

if TYPE_CHECKING:
    from icalendar import Component

_BEGINS = b"begin:vcalendar"
_EVENT_BEGINS = re.compile(rb"^BEGIN:VEVENT[ \t\r]*$", re.IGNORECASE | re.MULTILINE)


def is_calendar(data: bytes) -> bool:
    """Tell whether bytes are a calendar file."""
    return data.lstrip(b"\xef\xbb\xbf \t\r\n")[: len(_BEGINS)].lower() == _BEGINS


def events_in(data: bytes, name: str) -> "list[Component]":
    """Return the events; InvalidInputError where the file is no calendar, or only a part of one."""
    from icalendar import Calendar  # noqa: PLC0415  an eighth of a second, only for such files

    try:
        calendars = Calendar.from_ical(data, multiple=True)
        events = [event for calendar in calendars for event in calendar.walk("VEVENT")]
    except (ValueError, LookupError, TypeError, AttributeError, RecursionError) as error:
        raise InvalidInputError(
            _("“{file}” cannot be read as a calendar: export it again as .ics.").format(file=name)
        ) from error
    if len(events) < len(_EVENT_BEGINS.findall(data)):
        raise InvalidInputError(
            _("“{file}” ends in the middle of an event: export it again as .ics.").format(file=name)
        )
    return events


def plain(value: object) -> object:
    """Return the day, moment or length that a property holds; nothing where it is damaged."""
    from icalendar.error import BrokenCalendarProperty  # noqa: PLC0415  as above

    try:
        return getattr(value, "dt", None)
    except BrokenCalendarProperty:
        return None


def text_of(event: "Component", field: str) -> str:
    """Return the text of a property, the first where it stands there twice."""
    value = event.get(field)
    return str(value[0] if isinstance(value, list) else value).strip() if value else ""


def categories_of(event: "Component") -> list[str]:
    """Return the categories of an event, in their order."""
    found = event.get("CATEGORIES") or []
    groups = found if isinstance(found, list) else [found]
    return [str(word).strip() for group in groups for word in getattr(group, "cats", [])]
