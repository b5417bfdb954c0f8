"""Words that the team avoids, and names that it wants spelt exactly."""

from dataclasses import replace

import pytest

from app.domain.flag import Severity
from app.domain.market import MarketId
from app.domain.team_term import TeamTerm, TeamTerms, TermKind
from app.errors import RefusedError
from app.storage.team_terms import retire_term, save_term, team_terms

CHEAP = TeamTerm(
    "cheap",
    TermKind.AVOID,
    ("cheap", "billig*"),
    Severity.STOP,
    (MarketId("de"),),
    "de",
    "We are not cheap.",
)
NAME = TeamTerm("name", TermKind.SPELL, ("Solvane",))


def test_the_newest_row_of_a_term_counts_and_the_order_stays(desk, engine):
    assert team_terms(engine) == TeamTerms()
    save_term(engine, desk.stamp("olga"), CHEAP, "")
    save_term(engine, desk.stamp("olga"), NAME, "")
    louder = replace(CHEAP, severity=Severity.NOTE)
    save_term(engine, desk.stamp("olga"), louder, "It is only worth knowing")
    assert team_terms(engine) == TeamTerms((louder, NAME))


def test_a_retired_term_does_not_count_until_it_is_saved_again(desk, engine):
    save_term(engine, desk.stamp("olga"), CHEAP, "")
    retire_term(engine, desk.stamp("olga"), CHEAP, "No longer")
    assert team_terms(engine) == TeamTerms()
    save_term(engine, desk.stamp("olga"), CHEAP, "After all")
    assert team_terms(engine) == TeamTerms((CHEAP,))


def test_a_planner_cannot_change_the_list(desk, engine):
    with pytest.raises(RefusedError):
        save_term(engine, desk.stamp("lena"), CHEAP, "")
