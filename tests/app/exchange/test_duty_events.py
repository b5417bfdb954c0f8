"""Events of a calendar file as entries of a roster."""

import pytest

from app.days.fields import Fields
from app.errors import InvalidInputError
from app.exchange.duty_events import duty_events


def calendar(
    *lines,
    times=(
        "DTSTART;TZID=Europe/Berlin:20271224T090000",
        "DTEND;TZID=Europe/Berlin:20271224T180000",
    ),
):
    text = ("BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:x", "BEGIN:VEVENT", "UID:1", *times, *lines)
    return "\r\n".join((*text, "END:VEVENT", "END:VCALENDAR", "")).encode()


def entry(*lines, **changes):
    (found,) = duty_events(calendar(*lines, **changes), "roster.ics")
    assert isinstance(found, Fields)
    return found.table


def test_an_event_is_a_shift_of_whom_its_title_names():
    assert entry("SUMMARY:Lena Brandt", "LOCATION:Germany") == {
        "person": "Lena Brandt",
        "market": "Germany",
        "zone": "Europe/Berlin",
        "from": "2027-12-24 09:00",
        "to": "2027-12-24 18:00",
    }


def test_an_attendee_counts_before_the_title_and_a_category_names_the_market():
    found = entry(
        "SUMMARY:On duty",
        "ATTENDEE;CN=Lena Brandt:mailto:lena@a.de",
        "ATTENDEE;CN=Marc:mailto:m@a.de",
        "CATEGORIES:DE,Duty",
    )
    assert (found["person"], found["market"]) == ("Lena Brandt", "DE")


@pytest.mark.parametrize(
    ("times", "zone", "until"),
    [
        (("DTSTART:20271224T090000Z", "DTEND:20271224T100000Z"), "UTC", "2027-12-24 10:00"),
        (("DTSTART:20271224T090000", "DTEND:20271224T100000"), "", "2027-12-24 10:00"),
        (("DTSTART:20271224T090000", "DURATION:PT2H"), "", "2027-12-24 11:00"),
        (("DTSTART;VALUE=DATE:20271224",), "", "2027-12-25 00:00"),
        (("DTSTART;VALUE=DATE:20271224", "DTEND;VALUE=DATE:20271227"), "", "2027-12-27 00:00"),
        (
            ("DTSTART;TZID=Europe/Berlin:20271224T090000", "DTEND:20271224T090000Z"),
            "Europe/Berlin",
            "2027-12-24 10:00",
        ),
    ],
)
def test_beginning_end_and_zone_are_read_as_calendars_write_them(times, zone, until):
    found = entry("SUMMARY:Lena Brandt", times=times)
    assert (found["zone"], found["to"]) == (zone, until)


@pytest.mark.parametrize(
    ("rule", "weekdays", "until"),
    [
        ("FREQ=WEEKLY", "fri", None),
        ("FREQ=WEEKLY;BYDAY=MO,TU;UNTIL=20280301T000000Z", "mon,tue", "2028-03-01"),
        ("FREQ=DAILY;INTERVAL=1;UNTIL=20280301", "daily", "2028-03-01"),
    ],
)
def test_what_comes_back_each_week_is_a_pattern(rule, weekdays, until):
    found = entry("SUMMARY:Lena Brandt", f"RRULE:{rule}")
    assert (found["weekdays"], found.get("until")) == (weekdays, until)
    assert (found["from"], found["to"], found["since"]) == ("09:00", "18:00", "2027-12-24")


@pytest.mark.parametrize(
    ("lines", "times", "field"),
    [
        ((), (), "DTSTART"),
        ((), ("DTSTART:yesterday",), "DTSTART"),
        ((), ("DTSTART:20271224T090000", "DTEND:20271224T080000"), "DTEND"),
        ((), ("DTSTART:20271224T090000", "DTEND:20271224T080000Z"), "DTEND"),
        (("RRULE:FREQ=WEEKLY",), ("DTSTART:20271224T090000", "DTEND:20271226T080000"), "DTEND"),
        (("RRULE:FREQ=MONTHLY",), None, "RRULE"),
        (("RRULE:FREQ=WEEKLY;INTERVAL=2",), None, "RRULE"),
        (("RRULE:FREQ=WEEKLY;COUNT=4",), None, "RRULE"),
        (("RRULE:FREQ=WEEKLY", "RRULE:FREQ=DAILY"), None, "RRULE"),
        (("RRULE:FREQ=WEEKLY", "EXDATE:20271231T090000"), None, "EXDATE"),
    ],
)
def test_what_cannot_be_kept_is_named_and_the_rest_is_read(lines, times, field):
    data = calendar("SUMMARY:Lena", *lines, **({} if times is None else {"times": times}))
    both = data.replace(b"END:VCALENDAR", b"") + calendar("SUMMARY:Marc")[15:]
    first, second = duty_events(both, "roster.ics")
    assert isinstance(first, InvalidInputError)
    assert f"roster.ics, entry #1 “Lena”, field {field}: " in str(first)
    assert second.table["person"] == "Marc"


def test_an_event_without_a_title_has_its_number():
    (found,) = duty_events(calendar(), "roster.ics")
    assert found.entry == "#1"


def test_a_calendar_that_cannot_be_read_is_refused():
    with pytest.raises(InvalidInputError, match=r"roster\.ics.*export it again"):
        list(duty_events(b"BEGIN:VCALENDAR\r\nhallo\r\n", "roster.ics"))
