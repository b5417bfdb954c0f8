"""The grammar of dates, for any year."""

import tomllib
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.days.rules import YEARS, dates_in, parse_rule
from app.days.solemn import SOLEMN_DAYS
from app.errors import InvalidInputError

ENTRIES = tomllib.loads(SOLEMN_DAYS.read_text("utf-8"))["day"]


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry["id"])
def test_each_entry_falls_on_the_days_that_are_known(entry):
    rule = parse_rule(entry["rule"])
    found = [day for year in range(2024, 2028) for day in dates_in(rule, year)]
    assert [day for day in found if day.year >= entry.get("since", 0)] == entry["dates"]


@pytest.mark.parametrize(
    ("rule", "year", "days"),
    [
        ("fixed 02-29", 2028, [date(2028, 2, 29)]),
        ("fixed 02-29", 2027, []),
        ("nth -1 mon 5", 2027, [date(2027, 5, 31)]),
        ("nth 5 sat 2", 2027, []),
        ("nth 5 mon 3", 2027, [date(2027, 3, 29)]),
        ("before 1 sun 12-25", 2027, [date(2027, 12, 19)]),
        ("before 1 sun 12-26", 2027, [date(2027, 12, 19)]),  # strictly before a Sunday
        ("onafter sun 12-31", 2028, [date(2028, 1, 2), date(2028, 12, 31)]),
        ("onafter mon 12-31", 2028, [date(2028, 1, 3)]),  # from the last day of 2027
        ("before 1 sun 02-29", 2027, []),
        ("onafter sun 02-29", 2027, []),
        ("hebrew 30 Cheshvan", 2024, [date(2024, 12, 1)]),
        ("hebrew 30 Cheshvan", 2023, []),  # 29 days long in 5784
        ("easter -2", 2027, [date(2027, 3, 26)]),
        ("pascha 0", 2027, [date(2027, 5, 2)]),
        ("hebrew 9 Av sunday", 2029, [date(2029, 7, 22)]),
        ("islamic 1 9", 2030, [date(2030, 1, 5), date(2030, 12, 26)]),
        ("islamic 1 9", 2150, [date(2150, 4, 27)]),
        ("once 2027-05-01", 2027, [date(2027, 5, 1)]),
        ("once 2027-05-01", 2028, []),
        ("solar qingming", 2150, [date(2150, 4, 5)]),
        ("library ID en_US Day of Silence", 2026, [date(2026, 3, 19)]),
        ("library ID en_US Day of Silence", 2190, []),
        ("library ID en_US No such day", 2026, []),
        ("library ZZ en_US Day of Silence", 2026, []),
        ("daily 09:00", 2026, []),
    ],
)
def test_a_rule_gives_the_days_of_its_year(rule, year, days):
    assert list(dates_in(parse_rule(rule), year)) == days


@pytest.mark.parametrize(
    ("shift", "year", "day"),
    [
        ("27 Nisan yomhashoah", 2024, date(2024, 5, 6)),  # from Sunday to Monday
        ("27 Nisan yomhashoah", 2025, date(2025, 4, 24)),  # from Friday to Thursday
        ("4 Iyar yomhazikaron", 2025, date(2025, 4, 30)),  # from Friday to Wednesday
        ("4 Iyar yomhazikaron", 2024, date(2024, 5, 13)),  # from Sunday to Monday
        ("12 Cheshvan rabin", 2026, date(2026, 10, 22)),  # from Friday to Thursday
        ("9 Av sunday", 2022, date(2022, 8, 7)),  # from Saturday to Sunday
    ],
)
def test_a_hebrew_day_moves_off_the_weekdays_it_may_not_fall_on(shift, year, day):
    assert dates_in(parse_rule(f"hebrew {shift}"), year) == (day,)


@given(st.sampled_from(sorted({entry["rule"] for entry in ENTRIES})), st.sampled_from(YEARS))
def test_every_rule_gives_days_of_the_year_that_was_asked(rule, year):
    days = dates_in(parse_rule(rule), year)
    assert all(day.year == year for day in days)
    assert list(days) == sorted(set(days))


@pytest.mark.parametrize("year", [1, 1899, 2201, 9999])
def test_years_out_of_range_have_no_days(year):
    assert dates_in(parse_rule("fixed 01-01"), year) == ()


@pytest.mark.parametrize("year", [1900, 2200])
def test_the_first_and_the_last_year_are_worked_out_for_every_entry(year):
    found = [dates_in(parse_rule(entry["rule"]), year) for entry in ENTRIES]
    assert sum(map(bool, found)) > 300


@pytest.mark.parametrize(
    "rule",
    [
        "",
        "fixed",
        "fixed 13-01",
        "once 2027-02-30",
        "once 27-02-03",
        "fixed 02-30",
        "fixed 2-3",
        "fixed 01-01 extra",
        "nth 0 mon 5",
        "nth 6 mon 5",
        "nth 1 mon 13",
        "nth 1 xyz 5",
        "before 0 sun 12-25",
        "onafter noday 12-25",
        "easter two",
        "hebrew 9 Foo",
        "hebrew 31 Av",
        "hebrew 9 Av tuesday",
        "islamic 1 13",
        "islamic 31 1",
        "solar solstice",
        "library Indonesia en_US Nyepi",
        "daily 25:00",
        "monthly 1",
    ],
)
def test_a_wrong_rule_is_quoted(rule):
    with pytest.raises(InvalidInputError, match=f"“{rule}” is no rule"):
        parse_rule(rule)
