from dataclasses import replace
from datetime import timedelta

import pytest

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
from ui.calendar.moving import Mover, channels_like
from ui.cards.dragging import Drop

POST = card(1, GERMANY, local=on(MONDAY))
OTHER = card(2, GERMANY, local=on(MONDAY + timedelta(days=1)))
FRENCH = card(3, FRANCE, local=on(MONDAY))
UNDATED = card(4, GERMANY, local=None)
PUSH = replace(card(5, GERMANY, local=on(MONDAY)), channel=channel(GERMANY, "push"))
CARDS = {one.id: one for one in (POST, OTHER, FRENCH, UNDATED, PUSH)}


class Desk:
    """Keeps the commands that would run, and answers the question for a channel."""

    def __init__(self, view=None) -> None:
        self.ran = []
        self.asked = []
        self.mover = Mover(self, self, view or calendar(), self.ask)

    def cards_of(self, post_ids):
        return tuple(CARDS[post] for post in post_ids)

    def run(self, command):
        self.ran.append((command.func.__name__, command.keywords))

    def ask(self, cards, market, choose):
        self.asked.append(([one.id for one in cards], market))
        self.choose = choose


@pytest.fixture
def desk():
    return Desk()


def test_within_a_market_posts_move(desk):
    desk.mover.carry_out(Drop((POST.id, OTHER.id), GERMANY.id, THE_NINTH))
    seen = {post: CARDS[post].local for post in (POST.id, OTHER.id)}
    facts = {"post_ids": (POST.id, OTHER.id), "to_day": THE_NINTH, "seen": seen}
    assert desk.ran == [("move_posts", facts)]


def test_a_post_that_is_there_already_stays_untouched(desk):
    desk.mover.carry_out(Drop((POST.id,), GERMANY.id, MONDAY))
    assert desk.ran == []


def test_with_ctrl_a_copy_is_made_even_on_the_same_day(desk):
    desk.mover.carry_out(Drop((POST.id,), GERMANY.id, MONDAY, is_copy=True))
    assert desk.ran == [("duplicate_posts", {"post_ids": (POST.id,), "to_day": MONDAY})]


def test_without_a_day_posts_go_into_the_tray_once(desk):
    desk.mover.carry_out(Drop((POST.id, UNDATED.id), None, None))
    assert desk.ran == [("put_in_tray", {"post_ids": (POST.id,)})]
    desk.mover.carry_out(Drop((UNDATED.id,), None, None))
    assert len(desk.ran) == 1


def test_another_market_gets_a_version_on_its_one_channel_of_the_network(desk):
    desk.mover.carry_out(Drop((POST.id,), JAPAN.id, THE_NINTH))
    assert desk.asked == []
    assert desk.ran == [
        (
            "adapt_posts",
            {
                "post_ids": (POST.id,),
                "to_channel_id": channel(JAPAN, "instagram").id,
                "to_day": THE_NINTH,
            },
        )
    ]


def test_where_there_is_no_such_channel_the_person_is_asked():
    view = replace(calendar(), channels=(channel(JAPAN, "push"), channel(JAPAN, "x")))
    desk = Desk(view)
    desk.mover.carry_out(Drop((POST.id,), JAPAN.id, THE_NINTH))
    assert desk.ran == []
    assert desk.asked == [([POST.id], JAPAN.id)]
    desk.choose(channel(JAPAN, "x").id)
    assert desk.ran[0][1]["to_channel_id"] == channel(JAPAN, "x").id


def test_where_there_are_several_such_channels_the_person_is_asked():
    view = replace(
        calendar(), channels=(channel(JAPAN, "instagram"), channel(JAPAN, "instagram", 2))
    )
    desk = Desk(view)
    desk.mover.carry_out(Drop((POST.id,), JAPAN.id, THE_NINTH))
    assert desk.asked == [([POST.id], JAPAN.id)]


def test_posts_of_different_networks_each_keep_their_own(desk):
    desk.mover.carry_out(Drop((POST.id, PUSH.id), JAPAN.id, THE_NINTH))
    assert {facts["to_channel_id"] for _name, facts in desk.ran} == {
        channel(JAPAN, "instagram").id,
        channel(JAPAN, "push").id,
    }


def test_posts_of_two_markets_are_moved_at_home_and_adapted_abroad(desk):
    desk.mover.carry_out(Drop((POST.id, FRENCH.id), GERMANY.id, THE_NINTH))
    assert [name for name, _facts in desk.ran] == ["move_posts", "adapt_posts"]
    assert desk.ran[1][1]["post_ids"] == (FRENCH.id,)


def test_channels_that_came_later_are_known():
    desk = Desk(replace(calendar(), channels=()))
    desk.mover.set_calendar(calendar())
    desk.mover.carry_out(Drop((POST.id,), JAPAN.id, THE_NINTH))
    assert [name for name, _facts in desk.ran] == ["adapt_posts"]


def test_channels_are_alike_by_network():
    found = channels_like(calendar().channels_of(JAPAN.id), "push")
    assert [one.network for one in found] == ["push"]
