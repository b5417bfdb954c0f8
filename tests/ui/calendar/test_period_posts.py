from dataclasses import replace
from datetime import timedelta

from app.domain.change import ChangeSet
from tests.builders.ui import FRANCE, GERMANY, MONDAY, card, on, recall
from ui.calendar.period import WEEK, Period
from ui.calendar.period_posts import PeriodPosts
from ui.plan.plan_view import keeps_all

WEEK_ONE = Period(MONDAY, 1)
TUESDAY = MONDAY + timedelta(days=1)
ONE, TWO = card(1, local=on(MONDAY, 9)), card(2, local=on(MONDAY, 15))
FRENCH = card(3, FRANCE, local=on(MONDAY))
GHOST = recall(card(4, FRANCE, local=None), on(TUESDAY))
POSTS = PeriodPosts.of(WEEK_ONE, [ONE, TWO, FRENCH], [GHOST])
HOME = (GERMANY.id, MONDAY)


def test_a_command_touches_what_it_names_here_and_where_its_posts_stand():
    later = MONDAY + WEEK
    changes = ChangeSet(
        "",
        posts=frozenset({FRENCH.id}),
        cells=frozenset({(GERMANY.id, TUESDAY), (GERMANY.id, later), (GERMANY.id, None)}),
    )
    assert POSTS.touched_by(changes) == {(FRANCE.id, MONDAY), (GERMANY.id, TUESDAY)}


def test_only_days_that_were_read_again_are_new():
    moved = replace(TWO, local=on(TUESDAY))
    after = POSTS.after({HOME, (GERMANY.id, TUESDAY)}, [replace(ONE), moved], (), {TWO.id})
    assert after.stacks[HOME].cards == (ONE,)
    assert after.stacks[HOME].cards[0] is ONE
    assert after.stacks[GERMANY.id, TUESDAY].cards == (moved,)
    for cell in ((FRANCE.id, MONDAY), (FRANCE.id, TUESDAY)):
        assert after.stacks[cell] is POSTS.stacks[cell]


def test_no_post_stands_twice_though_nobody_has_named_where_it_stood():
    moved = replace(TWO, local=on(TUESDAY))
    after = POSTS.after({(GERMANY.id, TUESDAY)}, [moved], (), ())
    assert sorted(after.cards, key=lambda one: one.name) == [ONE, moved, FRENCH]
    assert after.cells == PeriodPosts.of(WEEK_ONE, after.cards).cells


def test_a_day_that_was_left_by_all_has_no_stack():
    after = POSTS.after({HOME}, (), (), {ONE.id, TWO.id})
    assert HOME not in after.stacks
    assert after.cells == {FRENCH.id: (FRANCE.id, MONDAY)}


def test_ghosts_follow_their_posts():
    elsewhere = recall(card(4, FRANCE, local=None), on(MONDAY + WEEK))
    gone = POSTS.after((), (), [elsewhere], {GHOST.card.id})
    assert (FRANCE.id, TUESDAY) not in gone.stacks
    assert POSTS.after((), (), [GHOST], {GHOST.card.id}).stacks == POSTS.stacks


def test_what_is_read_anew_and_is_the_same_stays_the_very_same():
    again = PeriodPosts.of(WEEK_ONE, [replace(ONE), replace(TWO), FRENCH], [GHOST]).sharing(POSTS)
    assert all(again.stacks[cell] is stack for cell, stack in POSTS.stacks.items())


def test_a_filter_leaves_no_empty_days():
    assert POSTS.kept(keeps_all) is POSTS.stacks
    assert list(POSTS.kept(lambda one: one.id == ONE.id)) == [HOME]
