from datetime import timedelta

from tests.builders.hours import BESIDE, GHOST, MORNING, NINTH
from ui.papers.given_cards import GivenCards

LATER = NINTH + timedelta(days=1)


def test_it_knows_what_it_was_given_and_no_more():
    given = GivenCards((MORNING, BESIDE), (GHOST,))
    assert given.cards(NINTH, NINTH) == (MORNING, BESIDE)
    assert given.cards(LATER, LATER) == ()
    assert given.cards_in({MORNING.cell}) == (MORNING, BESIDE)
    assert given.ghosts(NINTH, LATER) == (GHOST,)
    assert given.ghosts(LATER, LATER) == ()
    assert given.ghosts_of({GHOST.card.id}) == (GHOST,)
