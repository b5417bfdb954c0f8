"""Posts and flags in the words of every answer."""

from datetime import datetime

from app.cli.saying import flag_facts, flag_rows, needs_a_look, when, written
from app.domain.flag import Flag, Severity


def flag(severity=Severity.CAUTION):
    return Flag("day.solemn", severity, "day.solemn:x", "m", "A day", "It is kept.", "A book")


def test_a_flag_has_the_fields_that_programs_read():
    facts = flag_facts(flag())
    wanted = {"rule": "day.solemn", "severity": "caution", "key": "day.solemn:x"}
    assert facts.items() >= (wanted | {"why": "It is kept.", "source": "A book"}).items()


def test_only_a_note_asks_nothing_of_a_reviewer():
    assert not needs_a_look([flag(Severity.NOTE)])
    assert needs_a_look([flag(Severity.NOTE), flag(Severity.CAUTION)])


def test_what_stands_before_the_flags_is_said_once():
    first, second = flag_rows(("DE-0001", "today"), [flag(), flag(Severity.STOP)])
    assert first == ("DE-0001", "today", "Caution\nday.solemn", "A day. It is kept.")
    assert second[:3] == ("", "", "Stop\nday.solemn")


def test_times_are_said_for_people_and_for_programs():
    local = datetime(2027, 11, 9, 8, 5)
    assert when(local) == "9 Nov 2027, 08:05"
    assert written(local) == "2027-11-09T08:05"
    assert when(None) == "no date"
    assert written(None) is None
