"""Markets, channels and the policy: for owners, with care for what is already planned."""

from dataclasses import replace
from datetime import datetime

import pytest

from app.commands.holds import lift_hold, place_hold
from app.commands.markets import (
    add_channels,
    retire_channel,
    save_channel,
    save_market,
    use_channel_again,
)
from app.commands.posts import cancel_posts, create_post, put_in_tray
from app.commands.session import Session
from app.commands.setting import Setting
from app.domain.channel import Channel, ChannelId
from app.domain.hold import Scope
from app.domain.market import MarketId
from app.errors import InvalidInputError, MissingError, RefusedError
from app.storage import posts
from tests.builders.calendars import (
    BREAD,
    DE_INSTAGRAM,
    DE_PUSH,
    GERMANY,
    LENA,
    MARC,
    NORA,
    QUIET_DAY,
    act_as,
    approve_as,
    knowledge,
    only,
    ready_post,
)
from tests.builders.moves import copy_posts, move_posts


@pytest.fixture
def germany(reader):
    return reader.calendar().market(GERMANY)


@pytest.mark.parametrize("by", [LENA, MARC])
def test_only_an_owner_changes_what_guards_the_plan(session, germany, by):
    act_as(session, by)
    with pytest.raises(RefusedError, match="Only an owner"):
        save_market(session, market=germany)
    with pytest.raises(RefusedError, match="Only an owner"):
        save_channel(session, channel=Channel(ChannelId("c"), GERMANY, "x", "X"))


def test_another_zone_keeps_clock_times_and_ends_approvals_in_one_step(session, reader, germany):
    future = ready_post(session)
    approve_as(session, reader, future)
    past = only(
        create_post(session, channel_id=DE_INSTAGRAM, local=datetime(2027, 10, 1, 9), text=BREAD)
    )
    act_as(session, NORA)
    save_market(session, market=replace(germany, zone="Europe/Helsinki"))
    after, before = reader.cards_of([future, past])
    assert (after.zone, after.local, after.is_approved) == (
        "Europe/Helsinki",
        datetime(2027, 11, 16, 10, 30),
        False,
    )
    assert before.zone == "Europe/Berlin"
    assert session.steps.undo.label == "Change Germany"


def test_a_past_post_that_is_planned_anew_goes_by_the_zone_that_its_market_has_now(
    session, reader, germany
):
    past = only(
        create_post(session, channel_id=DE_INSTAGRAM, local=datetime(2027, 10, 1, 9), text=BREAD)
    )
    act_as(session, NORA)
    save_market(session, market=replace(germany, zone="Europe/Helsinki"))
    move_posts(session, post_ids=[past], to_day=QUIET_DAY)
    (moved,) = reader.cards_of([past])
    assert (moved.zone, moved.local) == ("Europe/Helsinki", datetime(2027, 11, 16, 9))
    session.undo()
    assert reader.cards_of([past])[0].local == datetime(2027, 10, 1, 9)


@pytest.mark.parametrize(
    ("change", "why"),
    [
        ({"zone": "Mars/Olympus"}, "no time zone"),
        ({"code": "FR"}, "already a market"),
        ({"name": " "}, "name and a short code"),
        ({"languages": ()}, "at least one language"),
        ({"country": "de"}, "two capital letters"),
    ],
)
def test_a_market_that_cannot_be_is_refused(session, germany, change, why):
    act_as(session, NORA)
    with pytest.raises(InvalidInputError, match=why):
        save_market(session, market=replace(germany, **change))


@pytest.mark.parametrize(
    ("scope", "target", "change"),
    [
        (Scope.REGION, "Europe", {"region": "DACH"}),
        (Scope.MARKET, GERMANY, {"country": "AT"}),
    ],
)
def test_a_market_cannot_slip_out_of_a_hold_nor_out_of_the_reading_after_it(
    session, reader, scope, target, change
):
    germany = reader.calendar().market(GERMANY)
    post_id = ready_post(session)
    approve_as(session, reader, post_id)
    place_hold(session, scope=scope, target=target, reason="Accident")
    act_as(session, NORA)
    with pytest.raises(RefusedError, match="lift it before"):
        save_market(session, market=replace(germany, **change))
    lift_hold(session, hold_id=reader.calendar().holds[0].id, reason="All are safe")
    with pytest.raises(RefusedError, match="waits to be read again"):
        save_market(session, market=replace(germany, **change))
    save_market(session, market=replace(germany, name="Deutschland"))
    approve_as(session, reader, post_id)
    save_market(session, market=replace(germany, **change))


def test_a_hold_elsewhere_lets_a_market_change(session, germany):
    place_hold(session, scope=Scope.REGION, target="Europe", reason="Accident")
    act_as(session, NORA)
    save_market(session, market=replace(germany, country="AT"))


def test_the_identity_of_a_channel_never_changes(session, reader):
    act_as(session, NORA)
    channel = next(c for c in reader.calendar().channels if c.id == DE_INSTAGRAM)
    save_channel(session, channel=replace(channel, name="Insta"))
    with pytest.raises(RefusedError, match="add a new channel"):
        save_channel(session, channel=replace(channel, name="Insta", handle="@other"))


@pytest.mark.parametrize(
    ("channel", "error"),
    [
        (Channel(ChannelId("c"), MarketId("Atlantis"), "x", "X"), MissingError),
        (Channel(ChannelId("c"), GERMANY, "x", " "), InvalidInputError),
        (Channel(ChannelId("c"), GERMANY, "x", "X", account_zone="Nowhere"), InvalidInputError),
    ],
)
def test_a_channel_that_cannot_be_is_refused(session, channel, error):
    act_as(session, NORA)
    with pytest.raises(error):
        save_channel(session, channel=channel)


def test_a_network_comes_into_several_markets_or_into_none(session, reader):
    act_as(session, NORA)
    made = [Channel(ChannelId(f"x-{one}"), one, "x", "X") for one in (GERMANY, MarketId("FR"))]
    wrong = Channel(ChannelId("x-none"), MarketId("Atlantis"), "x", "X")
    with pytest.raises(MissingError):
        add_channels(session, channels=[*made, wrong])
    before = len(reader.calendar().channels)
    assert add_channels(session, channels=made).done == "Added 2 channels"
    assert len(reader.calendar().channels) == before + 2
    act_as(session, LENA)
    with pytest.raises(RefusedError, match="Only an owner"):
        add_channels(session, channels=made)


def test_a_market_is_saved_with_its_web_addresses_or_keeps_those_it_has(session, reader, germany):
    act_as(session, NORA)
    save_market(session, market=germany, addresses=["https://www.solvane.de"])
    save_market(session, market=replace(germany, name="Deutschland"))
    assert reader.calendar().addresses[GERMANY] == ("solvane.de",)
    with pytest.raises(InvalidInputError, match="no web address"):
        save_market(session, market=germany, addresses=["solvane"])
    assert reader.calendar().market(GERMANY).name == "Deutschland"


@pytest.fixture
def retired(session):
    """Germany's push messages are retired, after a post of last month."""
    past = datetime(2027, 10, 1, 9)
    post = only(create_post(session, channel_id=DE_PUSH, local=past, text=BREAD))
    act_as(session, NORA)
    retire_channel(session, channel_id=DE_PUSH)
    act_as(session, LENA)
    return post


def test_nobody_plans_a_post_between_the_count_and_the_retiring(session, monkeypatch):
    act_as(session, NORA)
    is_locked = []

    def planned_on(*facts):
        is_locked.append(session.engine.connection.in_transaction)
        return planned(*facts)

    planned = posts.planned_on
    monkeypatch.setattr(posts, "planned_on", planned_on)
    retire_channel(session, channel_id=DE_PUSH)
    assert is_locked == [True]


def test_a_retired_channel_is_offered_no_more_and_its_posts_stay(session, reader, retired):
    calendar = reader.calendar()
    assert DE_PUSH not in {channel.id for channel in calendar.channels_of(GERMANY)}
    assert next(one for one in calendar.channels if one.id == DE_PUSH).is_retired
    assert reader.post(retired).post.content.channel == DE_PUSH
    assert DE_PUSH not in {one.id for one in Setting.of(session.engine).usable_channels}


@pytest.mark.parametrize(
    "way",
    [
        lambda session, _post: create_post(session, channel_id=DE_PUSH, local=None),
        lambda session, post: move_posts(session, post_ids=[post], to_day=QUIET_DAY),
        lambda session, post: put_in_tray(session, post_ids=[post]),
        lambda session, post: copy_posts(session, post_ids=[post], to_day=QUIET_DAY),
    ],
    ids=["written", "moved", "in the tray", "copied"],
)
def test_nothing_comes_to_stand_on_a_retired_channel(session, retired, way):
    with pytest.raises(RefusedError, match="App push is retired"):
        way(session, retired)


def test_undo_brings_nothing_back_to_a_retired_channel(session, path):
    post = only(create_post(session, channel_id=DE_PUSH, local=None, text=BREAD))
    cancel_posts(session, post_ids=[post])
    nora = Session.open(path, knowledge(), origin="nora@there")
    act_as(nora, NORA)
    retire_channel(nora, channel_id=DE_PUSH)
    nora.close()
    with pytest.raises(RefusedError, match="is retired"):
        session.undo()


def test_a_channel_with_planned_posts_is_not_retired(session):
    ready_post(session)
    act_as(session, NORA)
    with pytest.raises(RefusedError, match="1 planned post stands on Instagram"):
        retire_channel(session, channel_id=DE_INSTAGRAM)


def test_a_retired_channel_can_be_used_again(session, retired):
    act_as(session, NORA)
    assert use_channel_again(session, channel_id=DE_PUSH).done == "Uses App push again"
    assert create_post(session, channel_id=DE_PUSH, local=None, text=BREAD).posts


def test_only_an_owner_retires_a_channel_that_is_there(session):
    with pytest.raises(RefusedError, match="Only an owner"):
        retire_channel(session, channel_id=DE_PUSH)
    act_as(session, NORA)
    with pytest.raises(MissingError):
        use_channel_again(session, channel_id=ChannelId("nowhere"))


def test_a_post_takes_no_retired_channel_of_its_network(session, reader, retired):
    setting = Setting.of(session.engine)
    (post,) = (reader.post(retired).post,)
    assert setting.likely_channel(post, GERMANY).id == DE_PUSH, "its own stays its own"
    other = post.changed(channel=DE_INSTAGRAM)
    assert setting.likely_channel(other, GERMANY).id == DE_INSTAGRAM
