"""The value of any field of a post, as people read it."""

from datetime import datetime

from app.commands.dates import language_name, moment
from app.commands.views import CalendarView
from app.domain.medium import Medium
from app.wording import _


def field_words(  # noqa: PLR0911 - one line per kind of field
    field: str, value: object, calendar: CalendarView
) -> str:
    """Return what a field of a post holds, in words; empty where it holds nothing."""
    match field, value:
        case "local", None:
            return _("no date")
        case _, datetime():
            return moment(value)
        case _, bool():
            return _("yes") if value else _("no")
        case "language", str():
            return language_name(value)
        case "channel", str():
            return next((one.name for one in calendar.channels if one.id == value), value)
        case "options", tuple():
            return ", ".join(f"{name}: {setting}" for name, setting in value)
        case "media", tuple():
            return "\n".join(_medium_words(medium) for medium in value)
        case _, tuple():
            return ", ".join(value)
    return str(value)


def _medium_words(medium: Medium) -> str:
    return " · ".join(filter(None, (medium.digest[:8], medium.url, medium.alt)))
