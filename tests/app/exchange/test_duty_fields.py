"""One entry of a roster file as duty."""

from dataclasses import replace
from datetime import date, datetime, time

import pytest

from app.days.fields import Fields
from app.domain.duty import EVERY_MARKET, Gap, Shift, Week
from app.domain.person import PersonId
from app.errors import InvalidInputError
from app.exchange.duty_fields import Names, duty_of
from tests.builders.domain import GERMANY, LENA, PEOPLE

NAMES = Names.of(PEOPLE, [GERMANY])
HERE = replace(NAMES, usual=GERMANY)
SHIFT = {"person": "Lena Brandt", "from": "2027-12-24 09:00", "to": "2027-12-24 18:00"}
WEEK = {"person": "lena brandt", "weekdays": "mon-fri", "from": "9:00", "to": "18:00"}


def duty(entry, names=HERE):
    return duty_of(Fields("roster.csv", "of row 2", entry), names)


def test_a_person_with_two_moments_is_a_shift():
    found = duty(SHIFT)
    assert isinstance(found, Shift)
    assert (found.person, found.market, found.zone) == (LENA, GERMANY.id, "Europe/Berlin")
    assert (found.starts, found.ends) == (datetime(2027, 12, 24, 9), datetime(2027, 12, 24, 18))


def test_after_a_date_both_are_clock_times_and_a_night_ends_tomorrow():
    found = duty({"person": "Lena Brandt", "date": "2027-12-24", "from": "22:00", "to": "06:00"})
    assert (found.starts, found.ends) == (datetime(2027, 12, 24, 22), datetime(2027, 12, 25, 6))
    whole = duty({"person": "Lena Brandt", "date": "2027-12-24", "from": "00:00", "to": "24:00"})
    assert whole.ends == datetime(2027, 12, 25)


@pytest.mark.parametrize("person", ["", "Nobody", "–"])
def test_where_nobody_is_named_nobody_is_there(person):
    assert isinstance(duty(SHIFT | {"person": person}), Gap)


def test_weekdays_make_a_pattern():
    found = duty(WEEK | {"since": "2027-01-01", "until": "2027-06-30", "holidays": "Yes"})
    assert isinstance(found, Week)
    assert (found.starts, found.ends) == (time(9), time(18))
    assert found.weekdays == frozenset(range(5))
    assert (found.since, found.until) == (date(2027, 1, 1), date(2027, 6, 30))
    assert found.on_holidays
    assert not duty(WEEK).on_holidays


@pytest.mark.parametrize(
    ("written", "days"),
    [
        ("Mon, Wednesday", {0, 2}),
        ("sat-mon", {5, 6, 0}),
        ("mon–fri", {0, 1, 2, 3, 4}),
        ("daily", set(range(7))),
        ("sun", {6}),
    ],
)
def test_weekdays_are_written_in_many_ways(written, days):
    assert duty(WEEK | {"weekdays": written}).weekdays == days


def test_market_and_zone_are_found_or_follow():
    assert duty(WEEK | {"market": "germany"}, NAMES).market == GERMANY.id
    assert duty(WEEK | {"market": "DE", "zone": "Asia/Tokyo"}).zone == "Asia/Tokyo"
    everywhere = duty(WEEK | {"market": "All markets"})
    assert (everywhere.market, everywhere.zone) == (EVERY_MARKET, "UTC")
    assert duty(WEEK, NAMES).market == EVERY_MARKET


@pytest.mark.parametrize(
    ("entry", "field", "problem"),
    [
        (SHIFT | {"person": "Zoe"}, "person", "nobody in the team is called “Zoe”"),
        (WEEK | {"person": ""}, "person", "nobody in the team"),
        (SHIFT | {"market": "Atlantis"}, "market", "there is no market “Atlantis”"),
        (SHIFT | {"zone": "Mars/Base"}, "zone", "no time zone"),
        (SHIFT | {"to": "2027-12-24 08:00"}, "to", "ends before it begins"),
        (SHIFT | {"from": "2027-02-30 09:00"}, "from", "no date and time"),
        (SHIFT | {"from": "2027-12-24T09:00+01:00"}, "from", "no date and time"),
        (SHIFT | {"date": "30.2.2027"}, "date", "no date such as"),
        (WEEK | {"from": "25:00"}, "from", "no time such as"),
        (WEEK | {"to": "late"}, "to", "no time such as"),
        (WEEK | {"weekdays": "mon-xyz"}, "weekdays", "no weekdays such as"),
        (WEEK | {"since": "2027-06-30", "until": "2027-01-01"}, "until", "ends before"),
    ],
)
def test_what_is_wrong_is_named_by_file_entry_and_field(entry, field, problem):
    said = rf"roster\.csv, entry of row 2, field {field}: .*{problem}"
    with pytest.raises(InvalidInputError, match=said):
        duty(entry)


def test_the_same_entry_is_the_same_duty_and_another_is_not():
    assert duty(SHIFT).id == duty(SHIFT).id != duty(SHIFT | {"to": "2027-12-24 19:00"}).id
    assert duty(WEEK).id != duty(WEEK | {"weekdays": "mon"}).id


def test_whoever_has_left_is_not_known():
    names = Names.of([replace(PEOPLE[0], is_active=False)], [GERMANY])
    assert names.people == {}
    assert PersonId("lena") in NAMES.people.values()
