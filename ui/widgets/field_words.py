"""The value of any field of a post, as people read it."""

from collections.abc import Sequence
from datetime import datetime
from pathlib import PurePosixPath
from urllib.parse import unquote, urlsplit

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


def told_apart(field: str, values: Sequence[object], calendar: CalendarView) -> tuple[str, ...]:
    """Return several values of one field in words, which differ wherever the values do.

    A picture is its alt text and the name of its file; where two would read the same, the whole
    address and the beginning of the file's digest tell them apart.
    """
    words = tuple(field_words(field, value, calendar) for value in values)
    if field != "media" or len(set(words)) == len(set(values)):
        return words
    return tuple(_exact_words(value) for value in values)


def _medium_words(medium: Medium) -> str:
    alt = medium.alt or _("no alt text")
    return " · ".join(filter(None, (alt, _file_name(medium.url))))


def _file_name(url: str) -> str:
    """Return the last part of an address, or its host where it has none."""
    try:
        parts = urlsplit(url)
    except ValueError:  # a broken address is shown as it stands
        return url
    return unquote(PurePosixPath(parts.path).name) or parts.netloc


def _exact_words(media: object) -> str:
    if not isinstance(media, tuple):
        return ""
    return "\n".join(
        " · ".join(filter(None, (one.alt or _("no alt text"), one.url, one.digest[:8])))
        for one in media
    )
