"""A roster from a table or a calendar file."""

import pytest

from app.errors import InvalidInputError
from app.exchange import duty_files
from app.exchange.duty_fields import Names
from app.exchange.duty_files import read_duty
from tests.builders.domain import GERMANY, PEOPLE

CSV = """Name;Market;Weekdays;From;To;Note
Lena Brandt;DE;mon-fri;09:00;18:00;office
Zoe;DE;sat;09:00;18:00;
Marc Fournier;DE;;2027-12-24 09:00;2027-12-24 18:00;
nobody;;;2027-12-25 00:00;2027-12-27 00:00;
Lena Brandt;DE;mon-fri;09:00;18:00;again
"""
ICS = """BEGIN:VCALENDAR
VERSION:2.0
PRODID:x
BEGIN:VEVENT
UID:1
SUMMARY:Lena Brandt
DTSTART:20271224T090000
DTEND:20271224T180000
END:VEVENT
BEGIN:VEVENT
UID:2
SUMMARY:Lena Brandt
DTSTART:20271224T090000
DTEND:20271224T080000
END:VEVENT
END:VCALENDAR
"""


@pytest.fixture
def read(tmp_path):
    def reading(text, name="roster.csv"):
        path = tmp_path / name
        path.write_text(text, "utf-8")
        return read_duty(path, Names.of(PEOPLE, [GERMANY], GERMANY))

    return reading


def test_good_rows_are_read_once_and_bad_ones_are_named(read):
    found = read(CSV)
    assert [type(one).__name__ for one in found.duty] == ["Week", "Shift", "Gap"]
    (problem,) = found.problems
    assert str(problem).startswith("roster.csv, entry of row 3, field person: ")


def test_a_calendar_is_known_by_its_content(read):
    found = read(ICS, "roster.txt")
    assert len(found.duty) == 1
    (problem,) = found.problems
    assert "entry #2 “Lena Brandt”, field DTEND" in str(problem)


def test_a_table_without_the_columns_of_a_roster_is_refused_with_what_is_known(read):
    with pytest.raises(InvalidInputError, match=r"needs a column “from”.*weekdays"):
        read("person;until\nLena Brandt;2027-01-01\n")


def test_more_than_a_roster_holds_is_said_and_the_first_are_read(read, monkeypatch):
    monkeypatch.setattr(duty_files, "MOST_DUTY", 2)
    found = read(CSV)
    assert len(found.duty) == 1
    assert "more than 2 entries" in str(found.problems[-1])
