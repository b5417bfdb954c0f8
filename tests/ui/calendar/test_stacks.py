from dataclasses import replace

from app.domain.flag import Severity
from tests.builders.ui import FRANCE, GERMANY, MONDAY, THE_NINTH, card, flag, on, recall
from ui.calendar.stacks import Stack, stacks_of

EARLY = card(1, local=on(MONDAY, 9), flags=(flag(Severity.CAUTION),))
LATE = card(2, local=on(MONDAY, 15), flags=(flag(Severity.STOP),))
GHOST = recall(card(3), on(MONDAY, 8))


def test_the_earlier_post_stands_above_and_ghosts_below_all():
    stack = Stack.of([LATE, EARLY], [GHOST])
    assert (stack.cards, stack.ghosts, stack.height) == ((EARLY, LATE), (GHOST,), 3)


def test_a_stack_knows_its_sums():
    stack = Stack.of([LATE, EARLY], [GHOST])
    assert (stack.counts, stack.severity) == ((2, 2, 1), Severity.STOP)
    assert Stack.of([]).severity is None


def test_a_filter_takes_posts_and_ghosts_out_of_the_sums():
    kept = Stack.of([LATE, EARLY], [GHOST]).kept(lambda one: one.id == EARLY.id)
    assert (kept.cards, kept.ghosts) == ((EARLY,), ())
    assert (kept.counts, kept.severity) == ((1, 1, 0), Severity.CAUTION)


def test_what_was_read_again_as_it_was_stays_the_very_same():
    known = Stack.of([EARLY, LATE], [GHOST])
    assert Stack.of([replace(EARLY), replace(LATE)], [replace(GHOST)]).sharing(known) is known
    changed = Stack.of([replace(EARLY), replace(LATE, headline="New")], [GHOST]).sharing(known)
    assert changed.cards[0] is EARLY
    assert changed.cards[1].headline == "New"
    assert Stack.of([EARLY]).sharing(known).height == 1


def test_posts_stand_by_market_and_day_and_those_without_one_nowhere():
    french, undated = card(4, FRANCE, local=on(THE_NINTH)), card(5, local=None)
    stacks = stacks_of([LATE, french, undated, EARLY], [GHOST, recall(french, on(MONDAY))])
    assert stacks == {
        (GERMANY.id, MONDAY): Stack.of([EARLY, LATE], [GHOST]),
        (FRANCE.id, THE_NINTH): Stack.of([french]),
        (FRANCE.id, MONDAY): Stack.of([], [recall(french, on(MONDAY))]),
    }
