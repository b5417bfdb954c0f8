"""Stopping posts and letting them go again."""

import pytest

from app.commands.holds import lift_hold, place_hold
from app.commands.markets import save_channel
from app.domain.channel import Channel, ChannelId
from app.domain.hold import Scope
from app.errors import InvalidInputError, MissingError, RefusedError
from tests.builders.calendars import (
    DE_INSTAGRAM,
    FR_INSTAGRAM,
    FRANCE,
    GERMANY,
    LENA,
    MARC,
    NORA,
    act_as,
    ready_post,
)


def held(reader, post_id):
    return [flag for flag in reader.post(post_id).flags if flag.family == "hold"]


@pytest.mark.parametrize(
    ("scope", "target"),
    [
        (Scope.EVERYTHING, ""),
        (Scope.REGION, "Europe"),
        (Scope.MARKET, GERMANY),
        (Scope.NETWORK, "instagram"),
        (Scope.CHANNEL, DE_INSTAGRAM),
        (Scope.CAMPAIGN, "Herbst"),
    ],
)
def test_a_planner_can_stop_what_a_scope_covers(session, reader, scope, target):
    post_id = ready_post(session, campaign="Herbst")
    place_hold(session, scope=scope, target=target, reason="Accident at the fair")
    assert [flag.headline for flag in held(reader, post_id)] == ["On hold: Accident at the fair"]
    assert [hold.reason for hold in reader.post(post_id).holds] == ["Accident at the fair"]


def test_a_hold_elsewhere_leaves_a_post_alone(session, reader):
    post_id = ready_post(session, channel=FR_INSTAGRAM)
    place_hold(session, scope=Scope.MARKET, target=GERMANY, reason="Accident at the fair")
    assert held(reader, post_id) == []


def test_a_markets_hold_stops_channels_of_other_markets_that_reach_it(session, reader):
    act_as(session, NORA)
    reaching = Channel(ChannelId("DE-x"), GERMANY, "x", "X", "@solvane", reach=("AT", "FR"))
    save_channel(session, channel=reaching)
    act_as(session, LENA)
    post_id = ready_post(session, channel=reaching.id)
    place_hold(session, scope=Scope.MARKET, target=FRANCE, reason="Accident in Lyon")
    assert [hold.reason for hold in reader.post(post_id).holds] == ["Accident in Lyon"]


def test_the_calendar_shows_a_hold_at_once_on_every_card(session, reader):
    post_id = ready_post(session)
    place_hold(session, scope=Scope.EVERYTHING, target="", reason="Accident")
    (card,) = reader.cards_of([post_id])
    assert card.flags[0].headline == "On hold: Accident"


def test_only_a_reviewer_or_owner_lifts_a_hold(session, reader):
    place_hold(session, scope=Scope.EVERYTHING, target="", reason="Accident")
    (hold,) = reader.calendar().holds
    with pytest.raises(RefusedError, match="is a planner"):
        lift_hold(session, hold_id=hold.id, reason="Over")
    act_as(session, MARC)
    lift_hold(session, hold_id=hold.id, reason="Everybody is safe")
    (lifted,) = reader.calendar().holds
    assert (lifted.is_active, lifted.lifted_by, lifted.placed_by) == (False, MARC, LENA)


@pytest.mark.parametrize("reason", ["", "  "])
def test_a_hold_says_why_it_stands_and_why_it_goes(session, reader, reason):
    with pytest.raises(InvalidInputError, match="Write why"):
        place_hold(session, scope=Scope.EVERYTHING, target="", reason=reason)
    place_hold(session, scope=Scope.EVERYTHING, target="", reason="Accident")
    act_as(session, MARC)
    (hold,) = reader.calendar().holds
    with pytest.raises(InvalidInputError, match="Write why"):
        lift_hold(session, hold_id=hold.id, reason=reason)


@pytest.mark.parametrize(
    ("scope", "target"),
    [
        (Scope.MARKET, "Atlantis"),
        (Scope.REGION, ""),
        (Scope.NETWORK, "carrier pigeon"),
        (Scope.CAMPAIGN, " "),
    ],
)
def test_a_hold_on_what_is_not_there_would_stop_nothing_and_is_refused(session, scope, target):
    with pytest.raises(MissingError, match="choose one from the list"):
        place_hold(session, scope=scope, target=target, reason="Accident")
