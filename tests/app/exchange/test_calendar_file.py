"""A calendar file and its events."""

import pytest

from app.errors import InvalidInputError
from app.exchange.calendar_file import categories_of, events_in, is_calendar, plain, text_of

EVENT = """BEGIN:VEVENT
SUMMARY:{title}
DTSTART:20270314T090000Z
CATEGORIES:a,b
END:VEVENT
"""
ONE, TWO = EVENT.format(title="One"), EVENT.format(title="Two")
WHOLE = f"BEGIN:VCALENDAR\n{ONE}{TWO}END:VCALENDAR\n"


def test_each_event_says_what_it_holds():
    one, two = events_in(WHOLE.encode(), "a.ics")
    assert (text_of(one, "SUMMARY"), text_of(two, "SUMMARY"), text_of(two, "URL")) == (
        *("One", "Two"),
        "",
    )
    assert categories_of(one) == ["a", "b"]
    assert f"{plain(one.get('DTSTART')):%Y-%m-%d %H:%M}" == "2027-03-14 09:00"
    assert plain(None) is None


def test_a_word_in_a_text_is_no_event():
    said = WHOLE.replace("SUMMARY:One", "SUMMARY:One\n BEGIN:VEVENT")
    assert len(events_in(said.encode(), "a.ics")) == 2


@pytest.mark.parametrize("missing", ["END:VEVENT\nEND:VCALENDAR\n", "DTSTART:2027"])
def test_a_file_that_ends_in_the_middle_is_named(missing):
    part = WHOLE[: WHOLE.rindex(missing)]
    with pytest.raises(InvalidInputError, match=r"“a\.ics” ends in the middle of an event"):
        events_in(part.encode(), "a.ics")


def test_a_calendar_is_known_by_its_beginning():
    assert is_calendar(b"\xef\xbb\xbf\r\nbegin:vcalendar")
    assert not is_calendar(b"id,name,rule")
