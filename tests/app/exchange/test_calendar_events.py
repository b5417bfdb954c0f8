"""Days of a calendar file."""

import pytest

from app.domain.flag import Severity
from app.domain.observance import Tone
from app.errors import InvalidInputError
from app.exchange.calendar_events import events_of
from app.exchange.day_files import read_days
from app.exchange.team_day_fields import Usual
from tests.builders.domain import GERMANY

ALL_DAY = "DTSTART;VALUE=DATE:20270314"


def calendar(*events):
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//test//EN"]
    for number, event in enumerate(events):
        has_id = any(line.startswith("UID:") for line in event)
        lines += ["BEGIN:VEVENT", *([] if has_id else [f"UID:{number}@a"]), *event, "END:VEVENT"]
    return "\r\n".join([*lines, "END:VCALENDAR", ""]).encode()


@pytest.fixture
def read(tmp_path):
    def reading(*events):
        path = tmp_path / "days.ics"
        path.write_bytes(calendar(*events))
        return read_days(path, [GERMANY], Usual())

    return reading


@pytest.mark.parametrize(
    ("lines", "rule"),
    [
        ([ALL_DAY], "2027-03-14"),
        ([ALL_DAY, "RRULE:FREQ=YEARLY"], "fixed 03-14"),
        ([ALL_DAY, "RRULE:FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=14;INTERVAL=1"], "fixed 03-14"),
        ([ALL_DAY, "RRULE:FREQ=YEARLY;BYMONTH=5;BYDAY=-1MO"], "nth -1 mon 5"),
        ([ALL_DAY, "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=+2SU"], "nth 2 sun 3"),
        ([ALL_DAY, "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=SU;BYSETPOS=2"], "nth 2 sun 3"),
        ([ALL_DAY, "DTEND;VALUE=DATE:20270315"], "2027-03-14"),
        ([ALL_DAY, "DTEND;VALUE=DATE:20270317", "RRULE:FREQ=YEARLY"], "fixed 03-14 for 3 days"),
        ([ALL_DAY, "DURATION:P2D"], "2027-03-14 for 2 days"),
        ([ALL_DAY, "DURATION:PT1H"], "2027-03-14"),
        (["DTSTART;TZID=Asia/Tokyo:20270314T010000"], "2027-03-14"),
        (["DTSTART:20270314T230000Z", "DTEND:20270315T010000Z"], "2027-03-14 for 2 days"),
        (["DTSTART:20270314T230000Z", "DTEND:20270315T000000Z"], "2027-03-14"),
    ],
)
def test_an_event_is_a_date_or_a_yearly_rule(read, lines, rule):
    found = read(["SUMMARY:Fire", *lines])
    assert [day.rule for day in found.days] == [rule], found.problems


def test_an_event_says_its_name_reason_and_source(read):
    (day,) = read(
        ["SUMMARY:Fire", ALL_DAY, "DESCRIPTION:Five died.", "URL:https://a.de", "UID:x@y"]
    ).days
    assert (day.id, day.name, day.why, day.source) == (
        "team-x-y",
        "Fire",
        "Five died.",
        "https://a.de",
    )


def test_categories_may_be_tone_severity_and_market(read):
    (day,) = read(["SUMMARY:Fire", ALL_DAY, "CATEGORIES:Mourning,stop,work", "CATEGORIES:DE"]).days
    assert (day.tone, day.severity, day.markets) == (Tone.MOURNING, Severity.STOP, (GERMANY.id,))


def test_a_cancelled_event_is_no_day(read):
    assert read(["SUMMARY:Fire", ALL_DAY, "STATUS:CANCELLED"]).days == ()


def test_a_moved_day_of_a_series_is_a_day_of_its_own(read):
    series = ["SUMMARY:Fire", "UID:x", ALL_DAY, "RRULE:FREQ=YEARLY"]
    moved = ["SUMMARY:Fire", "UID:x", "DTSTART;VALUE=DATE:20280315"]
    found = read(series, [*moved, "RECURRENCE-ID;VALUE=DATE:20280314"])
    assert [day.rule for day in found.days] == ["fixed 03-14", "2028-03-15"]


@pytest.mark.parametrize(
    ("lines", "field"),
    [
        (["DTSTART;VALUE=DATE:20270231"], "DTSTART"),
        ([], "DTSTART"),
        ([ALL_DAY, "DTEND;VALUE=DATE:20270301"], "DTEND"),
        ([ALL_DAY, "DTEND;VALUE=DATE:20280301"], "rule"),
        ([ALL_DAY, "RRULE:FREQ=MONTHLY"], "RRULE"),
        ([ALL_DAY, "RRULE:FREQ=YEARLY;COUNT=3"], "RRULE"),
        ([ALL_DAY, "RRULE:FREQ=YEARLY;INTERVAL=2"], "RRULE"),
        ([ALL_DAY, "RRULE:FREQ=YEARLY;BYMONTH=3,4"], "RRULE"),
        ([ALL_DAY, "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=SU"], "rule"),
        ([ALL_DAY, "RRULE:FREQ=YEARLY", "RRULE:FREQ=DAILY"], "RRULE"),
        ([ALL_DAY, "RRULE:nonsense"], "RRULE"),
        ([ALL_DAY, "RRULE:FREQ=YEARLY", "EXDATE;VALUE=DATE:20280314"], "EXDATE"),
        ([ALL_DAY, "UID:good"], "id"),
    ],
)
def test_a_wrong_event_is_named_by_file_event_and_field_and_the_rest_loads(read, lines, field):
    good = ["SUMMARY:Good", "UID:good", "DTSTART;VALUE=DATE:20270101"]
    found = read(good, ["SUMMARY:Fire", *lines])
    assert [day.name for day in found.days] == ["Good"]
    (problem,) = map(str, found.problems)
    assert problem.startswith(f"days.ics, entry “Fire”, field {field}: ")


def test_an_event_without_a_name_is_named_by_its_place(read):
    (problem,) = map(str, read([ALL_DAY]).problems)
    assert problem.startswith("days.ics, entry #1, field name")


def test_half_a_calendar_is_none():
    with pytest.raises(InvalidInputError, match="ends in the middle"):
        list(events_of(b"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\n", "days.ics", ()))
    with pytest.raises(InvalidInputError, match="cannot be read as a calendar"):
        list(events_of(b"BEGIN:VCALENDAR\r\nEND:VEVENT\r\nEND:VEVENT\r\n\x00:x", "days.ics", ()))
