import pytest

from app.domain.flag import Severity
from app.domain.observance import Part
from tests.builders.ui import GERMANY, THE_NINTH, flag, observance
from ui.calendar.drop_words import DropWords, words_of_drop


def words(**facts) -> DropWords:
    usual = {
        "is_copy": False,
        "comes_from_elsewhere": False,
        "flags": (),
        "observances": (),
    }
    return words_of_drop(GERMANY, THE_NINTH, **{**usual, **facts})


@pytest.mark.in_english
@pytest.mark.parametrize(
    ("facts", "where"),
    [
        ({}, "Move to Mon 9 Nov, Germany"),
        ({"is_copy": True}, "Copy to Mon 9 Nov, Germany"),
        ({"count": 3}, "Move 3 posts, this one to Mon 9 Nov, Germany"),
        ({"count": 3, "is_copy": True}, "Copy 3 posts, this one to Mon 9 Nov, Germany"),
        ({"comes_from_elsewhere": True}, "Make a version for Germany on Mon 9 Nov"),
        (
            {"comes_from_elsewhere": True, "is_copy": True},
            "Make a version for Germany on Mon 9 Nov",
        ),
    ],
)
def test_it_says_what_a_drop_would_do(facts, where):
    assert words(**facts).where == where


def test_the_gravest_flag_speaks_first_in_two_lines_at_most():
    found = words(
        flags=(
            flag(Severity.NOTE, "a", headline="Outside publishing hours"),
            flag(Severity.STOP, "b"),
            flag(Severity.CAUTION, "c", headline="Armistice"),
        )
    )
    assert found.what == "9 November: anniversary of the 1938 pogroms"
    assert found.severity is Severity.STOP
    assert len(found.why) == 2
    assert "Synagogues burned" in found.why[0]
    assert found.why[1] == "Armistice"


def test_a_day_without_flags_is_still_named():
    found = words(observances=(observance(severity=Severity.NOTE, name="St Martin"),))
    assert found.what == "St Martin"
    assert found.why == ("On this night in 1938 synagogues burned.",)
    assert found.severity is Severity.NOTE


def test_a_month_is_named_where_nothing_else_is_known():
    found = words(observances=(observance(part=Part.BAND, name="Ramadan", why=""),))
    assert (found.what, found.why) == ("Ramadan", ())


@pytest.mark.in_english
def test_a_day_like_others_says_nothing_more():
    assert words() == DropWords("Move to Mon 9 Nov, Germany", "", (), None)


@pytest.mark.in_english
def test_below_the_day_stands_what_the_move_would_end():
    found = words(flags=(flag(),), ends_approval=True, is_queued=True)
    assert found.why[1:] == (
        "The approval ends.",
        "It stays queued at the scheduler until somebody takes it out there.",
    )


@pytest.mark.parametrize("fact", ["is_copy", "comes_from_elsewhere"])
def test_what_leaves_the_post_where_it_is_ends_nothing(fact):
    assert words(ends_approval=True, is_queued=True, **{fact: True}).why == ()


def test_the_past_is_all_that_is_said_of_a_day_that_is_over():
    found = words(flags=(flag(),), is_past=True)
    assert found.severity is Severity.BLOCKED
    assert found.why == ()
