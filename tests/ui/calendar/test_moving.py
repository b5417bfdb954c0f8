from dataclasses import replace
from datetime import time, timedelta

import pytest
from PySide6.QtCore import QObject, Signal

from app.commands.moving import NUDGE, Move
from app.errors import MissingError
from tests.builders.ui import (
    FRANCE,
    GERMANY,
    JAPAN,
    MONDAY,
    THE_NINTH,
    calendar,
    card,
    channel,
    on,
)
from ui.calendar.moving import Mover, Wish, channels_like
from ui.cards.dragging import Drop

TUESDAY = MONDAY + timedelta(days=1)
POST = card(1, GERMANY, local=on(MONDAY))
OTHER = card(2, GERMANY, local=on(TUESDAY))
FRENCH = card(3, FRANCE, local=on(MONDAY))
UNDATED = card(4, GERMANY, local=None)
PUSH = replace(card(5, GERMANY, local=on(MONDAY)), channel=channel(GERMANY, "push"))
CARDS = {one.id: one for one in (POST, OTHER, FRENCH, UNDATED, PUSH)}


class Desk(QObject):
    """Keeps the moves that would be made, and answers the question for a channel."""

    refused = Signal(str)

    def __init__(self, view=None) -> None:
        super().__init__()
        self.ran = []
        self.joins = []
        self.asked = []
        self.sentences = []
        self.refused.connect(self.sentences.append)
        self.mover = Mover(self, self, view or calendar(), self.ask)

    def cards_of(self, post_ids):
        if not set(post_ids) <= CARDS.keys():
            raise MissingError("There is no such post.")
        return tuple(CARDS[post] for post in post_ids)

    def run(self, command, *, done=None):
        assert command.func.__name__ == "move_each"
        self.ran.append(command.keywords["moves"])
        self.joins.append(command.keywords.get("joins", ""))
        self.done = done

    def ask(self, cards, market, choose):
        self.asked.append(([one.id for one in cards], market))
        self.choose = choose


@pytest.fixture
def desk():
    return Desk()


def move(post, day, **facts):
    return Move(post.id, day, post.local, **facts)


def test_within_a_market_posts_move_and_keep_the_days_between_them(desk):
    desk.mover.carry_out(Drop((POST.id, OTHER.id), GERMANY.id, THE_NINTH))
    next_day = THE_NINTH + timedelta(days=1)
    assert desk.ran == [(move(POST, THE_NINTH), move(OTHER, next_day))]


def test_the_one_in_the_hand_goes_to_the_day(desk):
    desk.mover.carry_out(Drop((OTHER.id, POST.id), GERMANY.id, THE_NINTH))
    day_before = THE_NINTH - timedelta(days=1)
    assert desk.ran == [(move(OTHER, THE_NINTH), move(POST, day_before))]


def test_together_they_all_go_to_one_day(desk):
    desk.mover.carry_out(Drop((POST.id, OTHER.id), GERMANY.id, THE_NINTH, is_together=True))
    assert desk.ran == [(move(POST, THE_NINTH), move(OTHER, THE_NINTH))]


def test_a_post_goes_from_where_it_was_taken_up_so_that_a_move_by_others_is_noticed(desk):
    seen = on(TUESDAY)
    desk.mover.carry_out(Drop((POST.id,), GERMANY.id, THE_NINTH, seen={POST.id: seen}))
    assert desk.ran == [(Move(POST.id, THE_NINTH, seen),)]


def test_let_go_where_it_was_taken_up_a_post_stays_where_others_have_moved_it(desk):
    drop = Drop((POST.id,), GERMANY.id, TUESDAY, seen={POST.id: on(TUESDAY)})
    desk.mover.carry_out(drop)
    assert desk.ran == []


def test_a_post_that_is_there_already_stays_untouched(desk):
    desk.mover.carry_out(Drop((POST.id,), GERMANY.id, MONDAY))
    assert desk.ran == []


def test_with_ctrl_a_copy_is_made_even_on_the_same_day(desk):
    desk.mover.carry_out(Drop((POST.id,), GERMANY.id, MONDAY, is_copy=True))
    assert desk.ran == [(move(POST, MONDAY, is_copy=True),)]


def test_without_a_day_posts_go_into_the_tray_once(desk):
    desk.mover.carry_out(Drop((POST.id, UNDATED.id), None, None))
    assert desk.ran == [(move(POST, None),)]
    desk.mover.carry_out(Drop((UNDATED.id,), None, None))
    assert len(desk.ran) == 1


def test_from_the_tray_they_all_go_to_the_day(desk):
    desk.mover.carry_out(Drop((UNDATED.id,), GERMANY.id, THE_NINTH))
    assert desk.ran == [(move(UNDATED, THE_NINTH),)]


def test_another_market_gets_a_version_on_its_one_channel_of_the_network(desk):
    desk.mover.carry_out(Drop((POST.id,), JAPAN.id, THE_NINTH))
    assert desk.asked == []
    there = channel(JAPAN, "instagram").id
    assert desk.ran == [(move(POST, THE_NINTH, channel=there),)]


def test_where_there_is_no_such_channel_the_person_is_asked():
    view = replace(calendar(), channels=(channel(JAPAN, "push"), channel(JAPAN, "x")))
    desk = Desk(view)
    desk.mover.carry_out(Drop((POST.id,), JAPAN.id, THE_NINTH))
    assert desk.ran == []
    assert desk.asked == [([POST.id], JAPAN.id)]
    desk.choose(channel(JAPAN, "x").id)
    assert desk.ran == [(move(POST, THE_NINTH, channel=channel(JAPAN, "x").id),)]


def test_where_there_are_several_such_channels_the_person_is_asked():
    view = replace(
        calendar(), channels=(channel(JAPAN, "instagram"), channel(JAPAN, "instagram", 2))
    )
    desk = Desk(view)
    desk.mover.carry_out(Drop((POST.id,), JAPAN.id, THE_NINTH))
    assert desk.asked == [([POST.id], JAPAN.id)]


def test_posts_of_different_networks_each_keep_their_own_in_one_command(desk):
    desk.mover.carry_out(Drop((POST.id, PUSH.id), JAPAN.id, THE_NINTH))
    ((first, second),) = desk.ran
    assert first.channel == channel(JAPAN, "instagram").id
    assert second.channel == channel(JAPAN, "push").id


def test_networks_are_asked_about_one_by_one_and_nothing_is_done_before_the_last_answer():
    desk = Desk(replace(calendar(), channels=(channel(JAPAN, "x"), channel(JAPAN, "x", 2))))
    desk.mover.carry_out(Drop((POST.id, PUSH.id), JAPAN.id, THE_NINTH))
    assert desk.asked == [([POST.id], JAPAN.id)]
    desk.choose(channel(JAPAN, "x").id)
    assert desk.ran == []
    assert desk.asked[1:] == [([PUSH.id], JAPAN.id)]
    desk.choose(channel(JAPAN, "x", 2).id)
    assert [[one.channel for one in moves] for moves in desk.ran] == [
        [channel(JAPAN, "x").id, channel(JAPAN, "x", 2).id]
    ]


def test_where_the_one_in_the_hand_stays_at_home_so_do_all(desk):
    desk.mover.carry_out(Drop((POST.id, FRENCH.id), GERMANY.id, THE_NINTH))
    assert desk.ran == [(move(POST, THE_NINTH), move(FRENCH, THE_NINTH))]


def test_where_it_goes_abroad_others_get_versions_and_those_of_that_market_move(desk):
    desk.mover.carry_out(Drop((POST.id, FRENCH.id), FRANCE.id, THE_NINTH))
    there = channel(FRANCE, "instagram").id
    assert desk.ran == [(move(FRENCH, THE_NINTH), move(POST, THE_NINTH, channel=there))]


def test_channels_that_came_later_are_known():
    desk = Desk(replace(calendar(), channels=()))
    desk.mover.set_calendar(calendar())
    desk.mover.carry_out(Drop((POST.id,), JAPAN.id, THE_NINTH))
    assert len(desk.ran) == 1


def test_posts_of_another_calendar_are_refused_in_one_sentence(desk):
    desk.mover.carry_out(Drop(("elsewhere",), GERMANY.id, THE_NINTH))
    assert (desk.ran, desk.sentences) == ([], ["There is no such post."])


def test_nudges_say_that_they_belong_together(desk):
    desk.mover.nudge([Wish(POST, GERMANY.id, TUESDAY)], done=print)
    assert desk.ran == [(move(POST, TUESDAY),)]
    assert (desk.joins, desk.done) == ([NUDGE], print)
    desk.mover.nudge([], done=print)
    assert len(desk.ran) == 1


def test_a_drop_on_an_hour_moves_the_others_by_the_same_time(desk):
    desk.mover.carry_out(Drop((POST.id, OTHER.id), GERMANY.id, THE_NINTH, clock=time(15, 30)))
    next_day = THE_NINTH + timedelta(days=1)
    assert desk.ran == [
        (move(POST, THE_NINTH, clock=time(15, 30)), move(OTHER, next_day, clock=time(15, 30)))
    ]


def test_another_hour_of_the_same_day_is_a_move(desk):
    desk.mover.carry_out(Drop((POST.id,), GERMANY.id, MONDAY, clock=time(15)))
    desk.mover.carry_out(Drop((POST.id,), GERMANY.id, MONDAY, clock=POST.local.time()))
    assert desk.ran == [(move(POST, MONDAY, clock=time(15)),)]


def test_from_the_tray_a_post_gets_the_hour(desk):
    desk.mover.carry_out(Drop((UNDATED.id,), GERMANY.id, MONDAY, clock=time(15)))
    assert desk.ran == [(move(UNDATED, MONDAY, clock=time(15)),)]


def test_channels_are_alike_by_network():
    found = channels_like(calendar().channels_of(JAPAN.id), "push")
    assert [one.network for one in found] == ["push"]
