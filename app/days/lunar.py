"""Dates of the Hebrew and the Islamic calendar as days of the calendar on the wall."""

from collections.abc import Iterator
from datetime import date

HEBREW_MONTHS = {
    name: number
    for number, name in enumerate(
        (
            "Nisan",
            "Iyar",
            "Sivan",
            "Tammuz",
            "Av",
            "Elul",
            "Tishrei",
            "Cheshvan",
            "Kislev",
            "Tevet",
            "Shevat",
            "Adar",
        ),
        start=1,
    )
}
ISLAMIC_MONTHS = (
    "Muharram",
    "Safar",
    "Rabi al-Awwal",
    "Rabi al-Thani",
    "Jumada al-Ula",
    "Jumada al-Akhira",
    "Rajab",
    "Shaban",
    "Ramadan",
    "Shawwal",
    "Dhu al-Qadah",
    "Dhu al-Hijjah",
)
_SECOND_ADAR = 13
_UMM_AL_QURA = range(1343, 1501)
"""Islamic years whose months are known one by one."""
_LONG = 30
"""Days of each odd month, and of the last one in 11 of 30 years."""
_LAST = 12
_LEAPS = 11
_BEFORE_THE_FIRST = 227013
"""The day before 1 Muharram 1 of the calendar that astronomers used, as `date.toordinal` counts."""


def hebrew_date(day: int, month: int, hebrew_year: int) -> date | None:
    """Return the day, or nothing where that month is too short; in leap years Adar is Adar II."""
    from pyluach.dates import HebrewDate  # noqa: PLC0415  not needed before the first day is asked
    from pyluach.hebrewcal import Year  # noqa: PLC0415

    if month == HEBREW_MONTHS["Adar"] and Year(hebrew_year).leap:
        month = _SECOND_ADAR
    try:
        found: date = HebrewDate(hebrew_year, month, day).to_pydate()
    except ValueError:
        return None
    return found


def islamic_dates(day: int, month: int, year: int) -> Iterator[date]:
    """Yield the days of a civil year by the Umm al-Qura calendar: none, one or two.

    Its tables reach from 1924 to 2077; beyond them the arithmetical calendar stands in, which is
    right to one day as well (Dershowitz and Reingold, Calendrical Calculations, chapter 7).
    """
    hijri_year = (year - 622) * 33 // 32
    for candidate in range(hijri_year - 1, hijri_year + 3):
        found = _islamic_date(day, month, candidate)
        if found is not None and found.year == year:
            yield found


def _islamic_date(day: int, month: int, hijri_year: int) -> date | None:
    from hijridate import Hijri  # noqa: PLC0415  not needed before the first day is asked

    if hijri_year not in _UMM_AL_QURA:
        return _arithmetical_date(day, month, hijri_year)
    try:
        found = Hijri(hijri_year, month, day).to_gregorian()
    except ValueError:
        return None
    return date(found.year, found.month, found.day)


def _arithmetical_date(day: int, month: int, hijri_year: int) -> date | None:
    is_long = month % 2 == 1 or (month == _LAST and (11 * hijri_year + 14) % 30 < _LEAPS)
    if day > (_LONG if is_long else _LONG - 1):
        return None
    years = (hijri_year - 1) * 354 + (11 * hijri_year + 3) // 30
    return date.fromordinal(_BEFORE_THE_FIRST + years + 29 * (month - 1) + month // 2 + day)
