"""Stopping posts and letting them go again."""

from datetime import timedelta

import pytest

from app.commands import holds
from app.commands.exports import confirm_taken_out, export_posts
from app.commands.holds import lift_hold, place_hold
from app.commands.markets import save_channel
from app.commands.people import choose_person
from app.commands.posts import (
    back_to_draft,
    cancel_posts,
    duplicate_posts,
    edit_post,
    mark_ready,
    put_in_tray,
    restore_version,
)
from app.commands.session import Session
from app.domain.channel import Channel, ChannelId
from app.domain.hold import Scope
from app.errors import BusyError, InvalidInputError, MissingError, RefusedError
from tests.builders.calendars import (
    DE_INSTAGRAM,
    DE_PUSH,
    FR_INSTAGRAM,
    FRANCE,
    GERMANY,
    LENA,
    MARC,
    NORA,
    NOW,
    QUIET_DAY,
    act_as,
    approve_as,
    only,
    ready_post,
)
from tests.builders.moves import adapt_posts, move_posts


@pytest.fixture
def busy(monkeypatch):
    """Let other programs hold the calendar for so many tries to place a hold."""

    def make(tries):
        left = [BusyError("Another program is writing.")] * tries
        place = holds.holds.place

        def placed(*arguments):
            if left:
                raise left.pop()
            return place(*arguments)

        monkeypatch.setattr(holds.holds, "place", placed)

    return make


def test_a_stop_order_outwaits_a_long_export_of_somebody_else(session, reader, busy):
    post_id = ready_post(session)
    busy(10)
    place_hold(session, scope=Scope.EVERYTHING, target="", reason="Fire")
    assert held(reader, post_id)


def test_a_stop_order_that_cannot_be_placed_says_so_in_the_end(session, reader, busy):
    busy(1_000)
    with pytest.raises(BusyError):
        place_hold(session, scope=Scope.EVERYTHING, target="", reason="Fire")
    assert reader.calendar().holds == ()


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


def test_a_planner_can_stop_one_post_alone(session, reader):
    post_id, other = ready_post(session), ready_post(session)
    place_hold(session, scope=Scope.POST, target=post_id, reason="The baker is ill")
    assert [flag.headline for flag in held(reader, post_id)] == ["On hold: The baker is ill"]
    assert [hold.post.name for hold in reader.post(post_id).holds] == ["DE-0001"]
    assert held(reader, other) == []


def test_a_post_that_is_not_there_cannot_be_held(session):
    with pytest.raises(MissingError):
        place_hold(session, scope=Scope.POST, target="nowhere", reason="Fire")


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


# --- what somebody may try ----------------------------------------------------------------------


@pytest.fixture
def approved(session, reader):
    post_id = ready_post(session, campaign="Herbst")
    approve_as(session, reader, post_id)
    return post_id


def hold_on(session, reader, scope=Scope.MARKET, target=GERMANY):
    place_hold(session, scope=scope, target=target, reason="Accident")
    return reader.calendar().holds[-1]


def lift(session, hold):
    act_as(session, MARC)
    lift_hold(session, hold_id=hold.id, reason="Everybody is safe")
    act_as(session, LENA)


def what_stays_in(session, reader, tmp_path):
    """Try to export all; return by post why it stays in."""
    span = {"first": QUIET_DAY, "last": QUIET_DAY + timedelta(days=30)}
    markets = [GERMANY, FRANCE]
    with pytest.raises(RefusedError, match="Nothing may leave"):
        export_posts(session, preset="buffer", market_ids=markets, folder=tmp_path, **span)
    return {
        one.card.id: " ".join(one.reasons)
        for one in reader.preview_export(preset="buffer", market_ids=markets, now=NOW, **span)
    }


def change(session, reader, post_id, **changes):
    base = reader.post(post_id).post.revision
    edit_post(session, post_id=post_id, base_revision=base, changes=changes)


def moved_and_back_by_undo(session, reader, post_id):
    move_posts(session, post_ids=[post_id], to_day=QUIET_DAY + timedelta(days=1))
    session.undo()


def undone_and_done_again(session, reader, post_id):
    change(session, reader, post_id, text="Other words")
    session.undo()
    session.redo()
    session.undo()


def moved_there_and_back_by_hand(session, reader, post_id):
    for days in (1, 0):
        move_posts(session, post_ids=[post_id], to_day=QUIET_DAY + timedelta(days=days))


def out_of_the_campaign_and_back(session, reader, post_id):
    change(session, reader, post_id, campaign="Other")
    change(session, reader, post_id, campaign="Herbst")


def to_another_network_and_back(session, reader, post_id):
    change(session, reader, post_id, channel=DE_PUSH)
    change(session, reader, post_id, channel=DE_INSTAGRAM)


def an_older_version_restored(session, reader, post_id):
    change(session, reader, post_id, text="Other words")
    base = reader.post(post_id).post.revision
    restore_version(session, post_id=post_id, base_revision=base, revision=2)
    mark_ready(session, post_ids=[post_id])


def cancelled_and_brought_back(session, reader, post_id):
    cancel_posts(session, post_ids=[post_id])
    session.undo()


def draft_and_ready_again(session, reader, post_id):
    back_to_draft(session, post_ids=[post_id])
    mark_ready(session, post_ids=[post_id])


def to_the_tray_and_back(session, reader, post_id):
    put_in_tray(session, post_ids=[post_id])
    session.undo()


TRICKS = (
    moved_and_back_by_undo,
    undone_and_done_again,
    moved_there_and_back_by_hand,
    out_of_the_campaign_and_back,
    to_another_network_and_back,
    an_older_version_restored,
    cancelled_and_brought_back,
    draft_and_ready_again,
    to_the_tray_and_back,
)
SCOPES = ((Scope.MARKET, GERMANY), (Scope.CAMPAIGN, "herbst"), (Scope.NETWORK, "instagram"))


@pytest.mark.parametrize("trick", TRICKS, ids=lambda trick: trick.__name__)
def test_no_trick_slips_a_post_out_of_a_hold_or_past_the_reading_after_it(
    session, reader, approved, tmp_path, trick
):
    for scope, target in (*SCOPES, (Scope.POST, approved)):
        hold = hold_on(session, reader, scope, target)
        trick(session, reader, approved)
        assert "A hold stops it" in what_stays_in(session, reader, tmp_path)[approved]
        lift(session, hold)
        trick(session, reader, approved)
        assert "before a hold" in what_stays_in(session, reader, tmp_path)[approved]
    approve_as(session, reader, approved)
    exported = export_posts(
        session,
        preset="buffer",
        first=QUIET_DAY,
        last=QUIET_DAY,
        market_ids=[GERMANY],
        folder=tmp_path,
    )
    assert exported.posts == {approved}


def test_what_was_read_outside_a_hold_does_not_count_for_what_it_covers(
    session, reader, approved, tmp_path
):
    hold = hold_on(session, reader, Scope.CAMPAIGN, "Herbst")
    change(session, reader, approved, campaign="Other")
    approve_as(session, reader, approved)
    change(session, reader, approved, campaign="Herbst")
    assert "A hold stops it" in what_stays_in(session, reader, tmp_path)[approved]
    lift(session, hold)
    assert "before a hold" in what_stays_in(session, reader, tmp_path)[approved]


def test_a_copy_or_a_version_for_another_market_takes_no_approval_along(
    session, reader, approved, tmp_path
):
    hold_on(session, reader)
    abroad = only(adapt_posts(session, post_ids=[approved], to=FR_INSTAGRAM))
    back = only(adapt_posts(session, post_ids=[abroad], to=DE_INSTAGRAM))
    copy = only(duplicate_posts(session, post_ids=[approved]))
    for post_id in (abroad, back, copy):
        mark_ready(session, post_ids=[post_id])
    why = what_stays_in(session, reader, tmp_path)
    assert "Nobody has approved it" in why[abroad]
    assert "Nobody has approved it" in why[back]
    assert "A hold stops it" in why[copy]


def test_nobody_approves_what_a_hold_stops(session, reader, approved):
    hold_on(session, reader)
    with pytest.raises(RefusedError, match="is on hold"):
        approve_as(session, reader, approved, by=NORA)


def test_a_hold_that_is_placed_again_asks_for_another_reading(session, reader, approved, tmp_path):
    lift(session, hold_on(session, reader))
    approve_as(session, reader, approved)
    lift(session, hold_on(session, reader))
    assert "before a hold" in what_stays_in(session, reader, tmp_path)[approved]


def test_a_hold_from_another_program_is_seen_by_an_export_already_under_way(
    session, reader, approved, tmp_path, path
):
    preview = reader.preview_export(
        preset="buffer", first=QUIET_DAY, last=QUIET_DAY, market_ids=[GERMANY], now=NOW
    )
    assert preview[0].leaves
    other = Session.open(path, session.knowledge, origin="else@there")
    other.clock = session.clock
    choose_person(other, person_id=LENA)
    place_hold(other, scope=Scope.MARKET, target=GERMANY, reason="Accident")
    other.close()
    assert "A hold stops it" in what_stays_in(session, reader, tmp_path)[approved]


@pytest.mark.parametrize("trick", TRICKS, ids=lambda trick: trick.__name__)
def test_no_trick_lets_a_post_out_twice(session, reader, approved, tmp_path, trick):
    span = {"first": QUIET_DAY, "last": QUIET_DAY, "market_ids": [GERMANY]}
    export_posts(session, preset="buffer", folder=tmp_path / "once", **span)
    trick(session, reader, approved)
    approve_as(session, reader, approved, by=NORA)
    assert "still queued" in what_stays_in(session, reader, tmp_path)[approved]


def test_a_persons_word_is_taken_and_kept_whoever_gives_it(session, reader, approved, tmp_path):
    span = {"first": QUIET_DAY, "last": QUIET_DAY, "market_ids": [GERMANY]}
    export_posts(session, preset="buffer", folder=tmp_path / "once", **span)
    confirm_taken_out(session, post_id=approved, reason="I say so")
    again = export_posts(session, preset="buffer", folder=tmp_path / "twice", **span)
    assert again.posts == {approved}
    words = [(one.who, one.what) for one in reader.history(approved)]
    assert ("Lena Brandt", "Taken out of the scheduler's queue: I say so") in words
    with pytest.raises(RefusedError, match="not queued anywhere"):
        confirm_taken_out(session, post_id=ready_post(session), reason="I say so")
