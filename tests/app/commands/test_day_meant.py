"""The day that is meant by what somebody types."""

from datetime import date

import pytest

from app.commands.day_meant import days_meant

SUNDAY = date(2026, 11, 29)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("2027-01-12", ["2027-01-12"]),
        ("2027-1", ["2027-01-01"]),
        ("2027-W03", ["2027-01-18"]),
        ("week 48", ["2026-11-23"]),
        ("KW 3", ["2027-01-18"]),
        ("12 Jan", ["2027-01-12", "2026-01-12"]),
        ("January 12th, 2027", ["2027-01-12"]),
        ("mon, 12 jan", ["2027-01-12", "2026-01-12"]),
        ("Dec", ["2026-12-01", "2025-12-01"]),
        ("12.1.27", ["2027-01-12", "2027-12-01"]),
        ("1/13", ["2027-01-13", "2026-01-13"]),
        ("29 Feb", ["2028-02-29", "2024-02-29"]),
        ("today", ["2026-11-29"]),
        ("Tomorrow", ["2026-11-30"]),
        ("in 3 days", ["2026-12-02"]),
        ("in 2 weeks", ["2026-12-13"]),
        ("2 weeks ago", ["2026-11-15"]),
        ("+10", ["2026-12-09"]),
        ("- 1", ["2026-11-28"]),
        ("next week", ["2026-11-30"]),
        ("last month", ["2026-10-01"]),
        ("Friday", ["2026-12-04"]),
        ("on friday", ["2026-12-04"]),
        ("next Friday", ["2026-12-04", "2026-12-11"]),
        ("next sunday", ["2026-12-06", "2026-12-13"]),
        ("last sunday", ["2026-11-22"]),
        ("last friday", ["2026-11-27"]),
        ("morgen", ["2026-11-30"]),
        ("12. Jänner", ["2027-01-12", "2026-01-12"]),
        ("vendredi", ["2026-12-04"]),
        ("1月12日", ["2027-01-12", "2026-01-12"]),
        ("2027年1月12日", ["2027-01-12"]),
        ("明日", ["2026-11-30"]),
    ],
)
def test_a_day_is_understood_however_it_is_said(typed, meant):
    found = days_meant(typed, SUNDAY, ("de", "fr", "ja"))
    assert [day.isoformat() for day in found] == meant


@pytest.mark.parametrize(
    "typed",
    [
        *("", "  ", "Sale", "31 Feb", "99/99", "2027-13-01", "week 60", "in 3 loaves", "in a week"),
        *(
            "may we sell",
            "next",
            "friday friday",
            "some friday",
            "next loaf",
            "+9999999",
            "DE-0142",
        ),
        *("3 loaves ago", "in 99999999999 days"),
    ],
)
def test_other_words_mean_no_day(typed):
    assert days_meant(typed, SUNDAY) == ()
