from datetime import time, timedelta
from types import SimpleNamespace

import pytest

from app.commands.moving import NUDGE
from app.commands.posts import mark_ready
from tests.builders.ui import (
    FRANCE,
    GERMANY,
    JAPAN,
    MONDAY,
    calendar,
    card,
    channel,
    on,
)
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
    operations = SimpleNamespace(
        run=lambda it, **_told: ran.append((it.func.__name__, it.keywords))
    )
    return PostDeeds(reader, operations, calendar(), LIGHT, None)


def test_a_command_runs_on_all_that_is_chosen_and_never_on_nothing(deeds, ran):
    deeds.run(mark_ready, [ONE, TWO])
    deeds.run(mark_ready, [])
    assert ran == [("mark_ready", {"post_ids": (ONE.id, TWO.id)})]


def moves_of(ran):
    ((name, facts),) = ran
    assert name == "move_each"
    return facts["moves"]


def test_a_step_by_a_day_is_one_command_that_says_where_each_post_stood(deeds, ran):
    deeds.nudge([ONE, TWO, UNDATED], Nudge(days=1))
    assert [(one.post, one.day, one.seen) for one in moves_of(ran)] == [
        (ONE.id, TWO.day, ONE.local),
        (TWO.id, TWO.day + timedelta(days=1), TWO.local),
    ]
    assert ran[0][1]["joins"] == NUDGE


def test_a_step_by_minutes_keeps_the_day_until_midnight(deeds, ran):
    deeds.nudge([ONE], Nudge(minutes=30))
    ((move),) = moves_of(ran)
    assert (move.day, move.clock) == (MONDAY, time(13, 30))


def test_a_step_to_the_next_market_makes_versions_there_in_one_command(deeds, ran):
    deeds.nudge([ONE, FRENCH, UNDATED], Nudge(markets=1))
    assert [(one.post, one.channel) for one in moves_of(ran)] == [
        (ONE.id, channel(FRANCE).id),
        (FRENCH.id, channel(JAPAN).id),
    ]
    ran.clear()
    deeds.nudge([ONE], Nudge(markets=-1))
    assert ran == []


def test_posts_go_into_the_tray_and_never_none(deeds, ran):
    deeds.put_in_tray([ONE, UNDATED])
    assert [(one.post, one.day) for one in moves_of(ran)] == [(ONE.id, None)]
    deeds.put_in_tray([])
    assert len(ran) == 1


def test_without_a_post_nobody_is_asked_where_to(deeds, ran):
    deeds.ask_where_to([], MONDAY)
    assert ran == []
