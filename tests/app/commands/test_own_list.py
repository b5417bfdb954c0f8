"""What the lists of the team's own have in common: its days, its terms, its roster."""

from dataclasses import replace

import pytest

from app.commands.own_list import retire_entries, save_entries
from app.commands.terms import TERMS
from app.domain.flag import Severity
from app.domain.team_term import TeamTerm, TermKind
from app.errors import InvalidInputError, MissingError, RefusedError
from tests.builders.calendars import MARC, act_as

CHEAP = TeamTerm("cheap", TermKind.AVOID, ("billig*",), Severity.STOP)
NAME = TeamTerm("name", TermKind.SPELL, ("Solvane",))
MILDER = replace(CHEAP, severity=Severity.NOTE)


@pytest.fixture
def reviewer(session):
    act_as(session, MARC)
    return session


def test_what_is_added_and_what_is_changed_together_go_back_together(reviewer):
    save_entries(reviewer, TERMS, [CHEAP], "", ())
    save_entries(reviewer, TERMS, [MILDER, NAME], "Only a note", [CHEAP])
    assert set(TERMS.known(reviewer)) == {MILDER, NAME}
    reviewer.undo(why="It is worse")
    assert set(TERMS.known(reviewer)) == {CHEAP}
    with pytest.raises(RefusedError, match="why “Change 2 terms” is done again"):
        reviewer.redo()
    reviewer.redo(why="It was right")
    assert set(TERMS.known(reviewer)) == {MILDER, NAME}


def test_what_is_retired_goes_as_a_whole_or_not_at_all(reviewer):
    save_entries(reviewer, TERMS, [CHEAP], "", ())
    with pytest.raises(MissingError):
        retire_entries(reviewer, TERMS, ["cheap", "unknown"], "Gone", ())
    assert set(TERMS.known(reviewer)) == {CHEAP}


def test_a_reason_is_asked_for_before_anything_is_written(reviewer):
    save_entries(reviewer, TERMS, [CHEAP], "", ())
    for reason in ("", "  "):
        with pytest.raises(InvalidInputError, match="Write why"):
            save_entries(reviewer, TERMS, [NAME, MILDER], reason, ())
        with pytest.raises(InvalidInputError, match="Write why"):
            retire_entries(reviewer, TERMS, ["cheap"], reason, ())
    assert set(TERMS.known(reviewer)) == {CHEAP}
