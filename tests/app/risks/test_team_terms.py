"""Words that the team has decided to avoid."""

from dataclasses import replace

from app.domain.flag import Severity
from app.domain.team import Team
from app.domain.team_term import TeamTerm, TeamTerms, TermKind
from app.risks.team_terms import avoided
from tests.app.risks.builders import facts, post


def flags(text, *terms):
    where = replace(facts(), team=Team(terms=TeamTerms(terms)))
    return list(avoided(post(where, text=text), where))


CHEAP = TeamTerm("c", TermKind.AVOID, ("billig*", "spott preis"), Severity.STOP, why="Never cheap.")


def test_a_term_is_as_grave_as_the_team_finds_it():
    (flag,) = flags("Heute billiger und zum Spott-Preis? BILLIG!", CHEAP)
    assert (flag.severity, flag.why) == (Severity.STOP, "Never cheap.")
    assert flag.key == "team.term:c"
    assert flag.evidence == ("billig", "BILLIG")
    assert "“billig”" in flag.headline


def test_other_words_and_other_languages_are_left_alone():
    assert flags("Heute günstig, unbillig", CHEAP) == []
    assert flags("Heute billig", replace(CHEAP, language="fr")) == []
    assert flags("Heute billig", replace(CHEAP, kind=TermKind.SPELL)) == []
    assert flags("Heute billig") == []


def test_a_term_without_a_reason_says_where_it_stands():
    (flag,) = flags("Heute billig", replace(CHEAP, why=""))
    assert "list" in flag.why


def test_terms_of_another_team_are_not_taken_for_these():
    assert flags("Heute billig", CHEAP)
    assert not flags("Heute billig", replace(CHEAP, words=("teuer",)))


def test_edits_elsewhere_leave_the_mark_and_a_graver_term_changes_it():
    (one,) = flags("Heute billig", CHEAP)
    (same,) = flags("Billig war es gestern", CHEAP)
    (milder,) = flags("Heute billig", replace(CHEAP, severity=Severity.NOTE))
    assert (one.key, one.mark) == (same.key, same.mark)
    assert (one.key, one.mark != milder.mark) == (milder.key, True)
