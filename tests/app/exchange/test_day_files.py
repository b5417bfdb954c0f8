"""Days of a team from files."""

import pytest

from app.domain.flag import Severity
from app.domain.market import MarketId
from app.domain.observance import Tone
from app.domain.team_day import MOST_DAYS, TeamDay
from app.errors import InvalidInputError
from app.exchange.day_files import MOST_DAY_BYTES, read_days
from app.exchange.team_day_fields import Usual
from tests.builders.domain import GERMANY

CSV = """id;name;rule;markets;tone;severity;why;terms;clash;source
fire;The fire;fixed 03-14 for 2 days;DE;Mourning;stop;Five died;bakery fire, the blaze;Pi Day;https://a.de
;Closed;2027-01-02;;;;;;;
"""

USUAL = Usual()


@pytest.fixture
def read(tmp_path):
    def reading(text, name="days.csv", usual=USUAL):
        path = tmp_path / name
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return read_days(path, [GERMANY], usual)

    return reading


def test_a_row_is_a_day_with_all_that_it_says(read):
    fire, closed = read(CSV).days
    assert fire == TeamDay(
        "team-fire",
        "The fire",
        "fixed 03-14 for 2 days",
        Tone.MOURNING,
        Severity.STOP,
        (GERMANY.id,),
        "Five died",
        ("bakery fire", "the blaze"),
        "Pi Day",
        "https://a.de",
    )
    assert closed.id.startswith("team-closed-")
    assert (closed.tone, closed.severity, closed.markets) == (Tone.SOLEMN, Severity.NOTE, ())


def test_what_the_file_does_not_say_is_as_the_person_chose(read):
    usual = Usual((MarketId("m-fr"),), Tone.RESTRICTED, Severity.CAUTION)
    fire, closed = read(CSV, usual=usual).days
    assert (closed.tone, closed.severity) == (Tone.RESTRICTED, Severity.CAUTION)
    assert closed.markets == (MarketId("m-fr"),)
    assert fire.markets == (GERMANY.id,)


def test_the_same_file_gives_the_same_ids(read):
    assert read(CSV) == read(CSV)


@pytest.mark.parametrize("everywhere", ["all", "*", "ALL"])
def test_all_markets_can_be_said(read, everywhere):
    (day,) = read(
        f"title,date,market\nA,2027-01-02,{everywhere}\n", usual=Usual((GERMANY.id,))
    ).days
    assert day.markets == ()


@pytest.mark.parametrize(
    ("row", "field", "said"),
    [
        ("a,A,fixed 13-01,,,", "rule", "no date"),
        ("a,A,2027-02-30,,,", "rule", "no day of the calendar"),
        ("a,A,fixed 01-01 for 99 days,,,", "rule", "99 days"),
        ("a,,fixed 01-01,,,", "name", "expected"),
        ("a,A,,,,", "rule", "expected"),
        ("a,A,fixed 01-01,Atlantis,,", "markets", "no market “Atlantis”"),
        ("a,A,fixed 01-01,,jolly,", "tone", "“jolly” is none of"),
        ("a,A,fixed 01-01,,,grave", "severity", "“grave” is none of"),
        ("good,A,fixed 01-01,,,", "id", "used twice"),
        ("a," + "x" * 2001 + ",fixed 01-01,,,", "name", "more than 2,000"),
    ],
)
def test_a_wrong_row_is_named_by_file_row_and_field_and_the_rest_loads(read, row, field, said):
    found = read(f"id,name,rule,markets,tone,severity\ngood,G,fixed 02-02,,,\n{row}\n")
    assert [day.id for day in found.days] == ["team-good"]
    (problem,) = map(str, found.problems)
    assert problem.startswith(f"days.csv, entry of row 3, field {field}: ")
    assert said in problem


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "empty"),
        ("a,b\n1,2\n", "needs a column “name”"),
        ("name\nA\n", "needs a column “rule”"),
        (b"\x00" * (MOST_DAY_BYTES + 1), "larger than 2 MB"),
        (b"\x00\xff\x00", "cannot be read|needs a column"),
    ],
)
def test_a_file_that_is_no_list_of_days_says_so(read, text, said):
    with pytest.raises(InvalidInputError, match=said):
        read(text)


def test_rows_may_be_shorter_than_the_heading(read):
    assert len(read("name,rule,why\nA,2027-01-02\n").days) == 1


def test_there_is_an_end_to_the_days_of_a_file(read):
    rows = "\n".join(f"{number},A,2027-01-02" for number in range(MOST_DAYS + 5))
    found = read(f"id,name,rule\n{rows}\n")
    assert len(found.days) == MOST_DAYS
    (problem,) = map(str, found.problems)
    assert "more than 1,000 days" in problem


def test_long_ids_stay_different(read):
    rows = "\n".join(f"{'x' * 100}{end},A,2027-01-02" for end in "ab")
    one, two = read(f"id,name,rule\n{rows}\n").days
    assert one.id != two.id
    assert len(one.id) < 80
