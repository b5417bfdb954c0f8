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
_SECOND_ADAR = 13


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

    Its tables reach from 1924 to 2077; outside there are none.
    """
    from hijridate import Hijri  # noqa: PLC0415  not needed before the first day is asked

    hijri_year = (year - 622) * 33 // 32
    for candidate in range(hijri_year - 1, hijri_year + 3):
        try:
            found = Hijri(candidate, month, day).to_gregorian()
        except (ValueError, OverflowError):
            continue
        if found.year == year:
            yield date(found.year, found.month, found.day)
