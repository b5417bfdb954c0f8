"""Words that a team avoids, and names that it wants spelt exactly."""

from app.domain.market import MarketId
from app.domain.team import Team
from app.domain.team_term import NO_TERMS, TeamTerm, TeamTerms, TermKind

GERMANY, FRANCE = MarketId("de"), MarketId("fr")
EVERYWHERE = TeamTerm("a", TermKind.AVOID, ("cheap",))
GERMAN = TeamTerm("b", TermKind.SPELL, ("Solvane",), markets=(GERMANY,))
TERMS = TeamTerms((EVERYWHERE, GERMAN))


def test_a_term_without_markets_counts_in_all_of_them():
    assert EVERYWHERE.counts_in(FRANCE)
    assert GERMAN.counts_in(GERMANY)
    assert not GERMAN.counts_in(FRANCE)


def test_a_market_gets_its_own_terms_and_is_asked_once():
    assert TERMS.of(FRANCE) == TeamTerms((EVERYWHERE,))
    assert TERMS.of(GERMANY) == TERMS
    assert TERMS.of(FRANCE) is TeamTerms((EVERYWHERE, GERMAN)).of(FRANCE)
    assert Team(terms=TERMS).of(FRANCE).terms == TeamTerms((EVERYWHERE,))


def test_terms_to_avoid_and_names_to_spell_are_told_apart():
    assert TERMS.avoided == (EVERYWHERE,)
    assert TERMS.spelt == (GERMAN,)
    assert TERMS.by_id == {"a": EVERYWHERE, "b": GERMAN}
    assert NO_TERMS.avoided == NO_TERMS.spelt == ()


def test_other_terms_are_other_facts():
    assert repr(Team(terms=TERMS)) != repr(Team())
    assert hash(TERMS) == hash(TeamTerms((EVERYWHERE, GERMAN)))
