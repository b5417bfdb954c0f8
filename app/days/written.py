"""A day as people read it, for the sentences of flags."""

from datetime import date, datetime
from functools import lru_cache

from babel.dates import format_skeleton

_READER = "en_GB"
"""The language of the sentences; English without a country puts the day first."""


@lru_cache(maxsize=1024)
def written_day(day: date) -> str:
    """Return a day as `9 Nov 2027`."""
    return format_skeleton("yMMMd", datetime(day.year, day.month, day.day), locale=_READER)
