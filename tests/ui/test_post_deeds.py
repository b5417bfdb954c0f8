from datetime import timedelta
from types import SimpleNamespace

import pytest

from app.commands.posts import mark_ready
from tests.builders.ui import FRANCE, GERMANY, MONDAY, calendar, card, on
from ui.plan.plan_view import Nudge
from ui.post_deeds import PostDeeds
from ui.theme import LIGHT

ONE = card(1, GERMANY, local=on(MONDAY))
TWO = card(2, GERMANY, local=on(MONDAY + timedelta(days=1)))
FRENCH = card(3, FRANCE, local=on(MONDAY))
UNDATED = card(4, GERMANY, local=None)


@pytest.fixture
def ran():
    return []


@pytest.fixture
def deeds(ran):
    cards = {one.id: one for one in (ONE, TWO, FRENCH, UNDATED)}
    reader = SimpleNamespace(cards_of=lambda ids: tuple(cards[one] for one in ids))
    operations = SimpleNamespace(run=lambda it: ran.append((it.func.__name__, it.keywords)))
    return PostDeeds(reader, operations, calendar(), LIGHT, None)


def test_a_command_runs_on_all_that_is_chosen_and_never_on_nothing(deeds, ran):
    deeds.run(mark_ready, [ONE, TWO])
    deeds.run(mark_ready, [])
    assert ran == [("mark_ready", {"post_ids": (ONE.id, TWO.id)})]


def test_a_step_by_a_day_says_where_each_post_stood(deeds, ran):
    deeds.nudge([ONE, TWO, UNDATED], Nudge(days=1))
    assert [(name, facts["to_day"], facts["seen"]) for name, facts in ran] == [
        ("move_posts", TWO.day, {ONE.id: ONE.local}),
        ("move_posts", TWO.day + timedelta(days=1), {TWO.id: TWO.local}),
    ]


def test_a_step_to_the_next_market_makes_a_version_there(deeds, ran):
    deeds.nudge([ONE, FRENCH, UNDATED], Nudge(markets=-1))
    assert [(name, facts["post_ids"]) for name, facts in ran] == [("adapt_posts", (FRENCH.id,))]


def test_without_a_post_nobody_is_asked_where_to(deeds, ran):
    deeds.ask_where_to([], MONDAY)
    assert ran == []
