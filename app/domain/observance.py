"""What a date means in a market."""

from dataclasses import dataclass
from datetime import date, time
from enum import StrEnum

from app.domain.flag import Severity


class Tone(StrEnum):
    """How a day feels to the people of the market."""

    MOURNING = "mourning"
    SOLEMN = "solemn"
    FASTING = "fasting"
    RESTRICTED = "restricted"
    SENSITIVE_POLITICS = "sensitive-politics"
    CAREFUL = "celebratory-but-careful"
    HOLIDAY = "holiday"


class Part(StrEnum):
    """Which part of the occasion a day is."""

    DAY = "day"
    EVE = "eve"
    """From 16:00 of the day before, where the occasion begins at sunset."""
    MOMENT = "moment"
    """A quiet minute or hour, from `starts` to `ends`."""
    BAND = "band"
    """One day of a month-long occasion, shown as a band in the header."""
    AFTER = "after"
    """The day after a gravest one: some wake up to it."""
    SIGHTING = "sighting"
    """A neighbour of a day that follows the moon: it may turn out to be the day itself."""
    WEEKEND = "weekend"
    """A day of the long weekend that ends with the occasion."""


@dataclass(frozen=True, slots=True)
class Observance:
    """One day of one occasion in one market."""

    id: str
    """Stable name of the occasion, such as `de-reichspogromnacht`."""
    day: date
    part: Part
    name: str
    """In English, or for a public holiday in the reader's language where it is known."""
    tone: Tone
    severity: Severity
    short: str = ""
    """For a narrow cell; empty where the name is short itself."""
    local_name: str = ""
    why: str = ""
    source: str = ""
    """Who says what the day is."""
    source_url: str = ""
    is_checked: bool = False
    """Whether the page at `source_url` was read when the entry was written."""
    incident: str = ""
    """What went wrong on it once, and who tells of it."""
    incident_url: str = ""
    starts: time | None = None
    ends: time | None = None
    """Local; only for an eve or a moment."""
    terms: tuple[str, ...] = ()
    """Words that name the day, wherever a post is scheduled."""
    clash: str = ""
    legal: str = ""
    is_estimate: bool = False
    """By sighting of the moon: the day may shift by one."""
    subdivisions: tuple[str, ...] = ()
    replaces: tuple[str, ...] = ()
    """Ids of worldwide days about the same occasion."""
    is_own: bool = False
    """Whether the team has added it."""
    switched_off: str = ""
    """Who has switched it off here, and why; then it is no more than a note."""
