"""The parts of one occasion in a place."""

from datetime import date

from app.days.occasions import Place, counts, one_step_lower, parts_of
from app.days.rules import parse_rule
from app.days.solemn import SolemnDay
from app.domain.flag import Severity
from app.domain.observance import Part, Tone

HERE = Place("DE", (), ("de",), "Europe/Berlin")


def entry(rule="fixed 12-30", **changes):
    usual = {
        "id": "x",
        "name": "X",
        "names": (("de", "X"),),
        "markets": frozenset({"DE"}),
        "rule": parse_rule(rule),
        "tone": Tone.CAREFUL,
        "severity": Severity.STOP,
        "why": "So.",
        "source": "",
        "source_url": "",
        "is_checked": False,
    }
    return SolemnDay(**usual | changes)


def test_an_occasion_that_begins_in_the_year_before_is_told_in_both():
    found = {part.day for part in parts_of(entry(duration=4), HERE, 2027)}
    assert {date(2027, 1, 2), date(2027, 12, 31)} < found


def test_what_the_team_has_added_is_as_grave_as_the_team_says():
    (ours, *_rest) = parts_of(entry(is_own=True), HERE, 2027)
    (theirs, *_rest) = parts_of(entry(), HERE, 2027)
    assert (ours.severity, ours.is_own) == (Severity.STOP, True)
    assert (theirs.severity, theirs.is_own) == (Severity.CAUTION, False)


def test_what_lasts_long_is_a_band():
    assert {part.part for part in parts_of(entry(duration=15), HERE, 2027)} == {Part.BAND}
    assert {part.part for part in parts_of(entry(duration=14), HERE, 2027)} == {Part.DAY}


def test_a_day_of_a_region_counts_in_the_whole_and_in_that_region():
    saxon = entry(subdivisions=("DE-SN",))
    assert counts(saxon, HERE)
    assert counts(saxon, Place("DE", ("DE-SN", "DE-BE"), (), "UTC"))
    assert not counts(saxon, Place("DE", ("DE-BY",), (), "UTC"))
    assert not counts(saxon, Place("FR", (), (), "UTC"))


def test_a_note_has_no_milder_severity():
    assert [one_step_lower(severity) for severity in Severity] == [1, 1, 2, 3]
