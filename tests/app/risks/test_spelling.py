"""Names, prices and hashtags that the team wants spelt exactly."""

from dataclasses import replace

from app.domain.flag import Severity
from app.domain.team import Team
from app.domain.team_term import TeamTerm, TeamTerms, TermKind
from app.risks.spelling import must_spell
from tests.app.risks.builders import facts, post

NAME = TeamTerm("n", TermKind.SPELL, ("Solvane", "Summer Drop"))


def flags(text, *terms, **changes):
    where = replace(facts(), team=Team(terms=TeamTerms(terms)))
    return list(must_spell(post(where, text=text, **changes), where))


def test_a_name_that_is_almost_right_is_a_caution():
    (flag,) = flags("Brot von Solvanne", NAME)
    assert flag.severity is Severity.CAUTION
    assert flag.key == "team.must-spell:n:Solvane"
    assert flag.headline == "Is this “Solvane”?"
    assert flag.evidence == ("Solvanne",)
    assert "“Solvane”" in flag.why


def test_each_name_has_a_flag_of_its_own():
    keys = {flag.key for flag in flags("Solvanne zeigt den Sumer Drop", NAME)}
    assert keys == {"team.must-spell:n:Solvane", "team.must-spell:n:Summer Drop"}


def test_the_teams_severity_and_reason_count():
    (flag,) = flags("Solvanne", replace(NAME, severity=Severity.STOP, why="The founder."))
    assert (flag.severity, flag.why) == (Severity.STOP, "The founder.")


def test_the_right_name_and_an_empty_list_raise_nothing():
    assert flags("Brot von Solvane", NAME) == []
    assert flags("Brot von Solvanne") == []
    assert flags("Brot von Solvanne", replace(NAME, kind=TermKind.AVOID)) == []


def test_a_post_without_a_language_is_read_in_the_markets():
    assert flags("Brot von Solvanne", replace(NAME, language="de"), language="")
    assert not flags("Brot von Solvanne", replace(NAME, language="fr"), language="")


def test_edits_elsewhere_leave_the_mark_and_another_misspelling_changes_it():
    (one,) = flags("Brot von Solvanne", NAME)
    (same,) = flags("Von Solvanne: Brot", NAME)
    (other,) = flags("Brot von Solvanbe", NAME)
    assert (one.key, one.mark) == (same.key, same.mark)
    assert one.mark != other.mark
