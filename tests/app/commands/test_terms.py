"""The team's own list of words and names."""

from dataclasses import replace

import pytest

from app.commands import terms as term_commands
from app.commands.terms import read_terms_file, retire_term, save_terms
from app.domain.flag import Severity
from app.domain.market import MarketId
from app.domain.team_term import TeamTerm, TermKind
from app.errors import InvalidInputError, MissingError, RefusedError
from tests.builders.calendars import GERMANY, MARC, act_as, ready_post

CHEAP = TeamTerm("cheap", TermKind.AVOID, ("billig*",), Severity.STOP, (GERMANY,), "de")
NAME = TeamTerm("name", TermKind.SPELL, ("Solvane",))


@pytest.fixture
def reviewer(session):
    act_as(session, MARC)
    return session


def terms(session):
    return term_commands.Setting.of(session.engine).team.terms.all


def test_a_reviewer_adds_terms_without_having_to_say_why(reviewer):
    changes = save_terms(reviewer, terms=[CHEAP, NAME])
    assert changes.done == "Saved 2 terms"
    assert changes.everything
    assert terms(reviewer) == (CHEAP, NAME)
    assert save_terms(reviewer, terms=[CHEAP]).everything is False


def test_a_planner_does_not(session):
    with pytest.raises(RefusedError, match="ask a reviewer"):
        save_terms(session, terms=[CHEAP])
    with pytest.raises(RefusedError, match="ask a reviewer"):
        retire_term(session, term_id="cheap", reason="So")


def test_a_change_needs_a_reason(reviewer):
    save_terms(reviewer, terms=[CHEAP])
    milder = replace(CHEAP, severity=Severity.NOTE)
    with pytest.raises(InvalidInputError, match="Write why"):
        save_terms(reviewer, terms=[milder])
    assert save_terms(reviewer, terms=[milder], reason="Only a note").done == "Saved billig*"
    assert terms(reviewer) == (milder,)


def test_a_retired_term_counts_no_longer_and_needs_a_reason(reviewer):
    save_terms(reviewer, terms=[CHEAP])
    with pytest.raises(InvalidInputError, match="Write why"):
        retire_term(reviewer, term_id="cheap", reason=" ")
    assert retire_term(reviewer, term_id="cheap", reason="Old").done == "Retired billig*"
    assert terms(reviewer) == ()
    with pytest.raises(MissingError):
        retire_term(reviewer, term_id="cheap", reason="Old")


@pytest.mark.parametrize(
    ("changes", "error"),
    [
        ({"words": ()}, "Write the words"),
        ({"words": (" ",)}, "Write the words"),
        ({"words": ("*",)}, "a star stands for"),
        ({"words": ("billig", "\u200b")}, "a star stands for"),
        ({"words": ("x" * 300,)}, "too long"),
        ({"why": "x" * 600}, "too long"),
        ({"severity": Severity.BLOCKED}, "a note, a caution or a stop"),
        ({"markets": (MarketId("mars"),)}, "no market mars"),
    ],
)
def test_an_impossible_term_is_refused_by_name(reviewer, changes, error):
    with pytest.raises((InvalidInputError, MissingError), match=error):
        save_terms(reviewer, terms=[replace(CHEAP, **changes)])
    assert terms(reviewer) == ()


def test_a_list_has_an_end(reviewer, monkeypatch):
    monkeypatch.setattr(term_commands, "TERMS", replace(term_commands.TERMS, most=1))
    with pytest.raises(InvalidInputError, match="retire some"):
        save_terms(reviewer, terms=[CHEAP, NAME])


def test_texts_are_kept_without_blanks_at_their_ends(reviewer):
    save_terms(reviewer, terms=[replace(CHEAP, words=("  very   cheap ", "very cheap"), why=" a ")])
    (kept,) = terms(reviewer)
    assert (kept.words, kept.why) == (("very cheap",), "a")


def test_a_term_raises_its_flag_at_once(reviewer, reader):
    post_id = ready_post(reviewer, text="Brot, heute billiger.")
    save_terms(reviewer, terms=[CHEAP])
    flags = reader.post(post_id).flags
    assert "team.term:cheap" in {flag.key for flag in flags}


def test_a_file_is_read_with_the_calendars_markets(reviewer, reader, tmp_path):
    path = tmp_path / "terms.csv"
    path.write_text("words,markets\nbillig,Germany\nteuer,Atlantis\n", "utf-8")
    found = read_terms_file(path, reader.calendar())
    assert [term.markets for term in found.terms] == [(GERMANY,)]
    assert len(found.problems) == 1
