"""What holds catch."""

from datetime import timedelta

import pytest

from app.commands.catch import Catch
from app.commands.exports import export_posts
from app.commands.holds import lift_hold, place_hold
from app.commands.markets import save_channel
from app.commands.posts import back_to_draft, cancel_posts, edit_post, put_in_tray
from app.commands.views import Stage
from app.domain.channel import Channel, ChannelId
from app.domain.hold import Scope
from tests.builders.calendars import (
    BREAD,
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
    ready_post,
)
from tests.builders.moves import move_posts

PAIN = "Notre pain de seigle au levain sort du four ce matin, venez le goûter."


def placed(session, reader, scope=Scope.EVERYTHING, target=""):
    place_hold(session, scope=scope, target=target, reason="Fire")
    return reader.calendar().holds[-1]


def lifted(session, hold, by=MARC):
    before = session.me
    act_as(session, by)
    lift_hold(session, hold_id=hold.id, reason="All are safe")
    act_as(session, before.id)


def export(session, folder):
    export_posts(
        session,
        preset="buffer",
        first=QUIET_DAY,
        last=QUIET_DAY + timedelta(days=9),
        market_ids=[GERMANY, FRANCE],
        folder=folder,
    )


@pytest.fixture
def approved(session, reader):
    """Two German posts and a French one, each approved."""
    found = [
        ready_post(session, campaign="Herbst"),
        ready_post(session, text=f"{BREAD} Bis morgen!", day=QUIET_DAY + timedelta(days=1)),
        ready_post(
            session,
            text=PAIN,
            day=QUIET_DAY + timedelta(days=2),
            channel=FR_INSTAGRAM,
            campaign="herbst ",
        ),
    ]
    for post_id in found:
        approve_as(session, reader, post_id)
    return found


def test_the_ground_is_counted_and_what_could_leave_where_asked_for(session, reader, approved):
    ready_post(session)
    ground = reader.ground()
    assert ground.planned[DE_INSTAGRAM, ""] == 2
    assert ground.approved is None
    assert reader.ground(with_approvals=True).approved == {
        (DE_INSTAGRAM, "Herbst"): 1,
        (DE_INSTAGRAM, ""): 1,
        (FR_INSTAGRAM, "herbst "): 1,
    }


def test_the_count_follows_the_posts(session, reader, approved, tmp_path):
    hold = placed(session, reader, Scope.CAMPAIGN, "herbst")
    assert reader.ground().under(hold) == Catch(2)
    ready_post(session, campaign="HERBST")
    assert reader.ground().under(hold) == Catch(3)
    cancel_posts(session, post_ids=[approved[2]])
    put_in_tray(session, post_ids=[approved[0]])
    assert reader.ground().under(hold) == Catch(2)
    edit_post(session, post_id=approved[0], base_revision=3, changes={"campaign": ""})
    assert reader.ground().under(hold) == Catch(1)


def test_what_a_hold_stops_is_listed_with_how_far_it_had_come(session, reader, approved):
    waiting = ready_post(session, day=QUIET_DAY - timedelta(days=1))
    put_in_tray(session, post_ids=[approved[1]])
    hold = placed(session, reader, Scope.MARKET, GERMANY)
    found = reader.caught(hold).posts
    assert [(one.card.id, one.market, one.stage_before) for one in found] == [
        (waiting, "Germany", Stage.WAITING),
        (approved[0], "Germany", Stage.APPROVED),
        (approved[1], "Germany", Stage.ENDED),
    ]
    assert [one.scheduler for one in found] == ["", "", ""]
    assert found[0].card.stage is Stage.WAITING
    assert found[1].card.stage is Stage.ENDED
    assert found[2].local is None


def test_what_lies_at_a_scheduler_comes_first_as_it_lies_there(session, reader, approved, tmp_path):
    export(session, tmp_path)
    soon = ready_post(session, day=QUIET_DAY - timedelta(days=1))
    move_posts(session, post_ids=[approved[0]], to_day=QUIET_DAY + timedelta(days=5))
    cancel_posts(session, post_ids=[approved[1]])
    hold = placed(session, reader, Scope.CHANNEL, DE_INSTAGRAM)
    assert reader.ground().under(hold) == Catch(2, queued=2, schedulers=("Buffer",))
    queued, cancelled, stopped = reader.caught(hold).posts
    assert (queued.card.id, queued.scheduler, queued.local.date()) == (
        approved[0],
        "Buffer",
        QUIET_DAY,
    )
    assert (cancelled.card.id, cancelled.card.is_cancelled) == (approved[1], True)
    assert (stopped.card.id, stopped.scheduler) == (soon, "")


def test_a_hold_of_one_post_catches_it_and_what_lies_of_it(session, reader, approved, tmp_path):
    hold = placed(session, reader, Scope.POST, approved[0])
    assert reader.ground().under(hold) == Catch(1)
    assert reader.ground(with_approvals=True).under(hold) == Catch(1, 0)
    assert [one.card.id for one in reader.caught(hold).posts] == [approved[0]]
    lifted(session, hold)
    approve_as(session, reader, approved[0])
    export(session, tmp_path)
    again = placed(session, reader, Scope.POST, approved[0])
    assert reader.ground().under(again) == Catch(1, queued=1, schedulers=("Buffer",))
    (one,) = reader.caught(again).posts
    assert (one.card.id, one.scheduler) == (approved[0], "Buffer")
    cancel_posts(session, post_ids=[approved[0]])
    assert reader.ground().under(again) == Catch(0, queued=1, schedulers=("Buffer",))


def test_before_a_post_is_held_by_itself_it_is_said_whether_it_could_leave(
    session, reader, approved
):
    waiting = ready_post(session)
    ground = reader.ground([approved[0], waiting], with_approvals=True)
    assert ground.if_placed(Scope.POST, approved[0]) == Catch(1, 1)
    assert ground.if_placed(Scope.POST, waiting) == Catch(1, 0)
    assert reader.ground([waiting]).if_placed(Scope.POST, waiting) == Catch(1, None)


def test_a_post_that_slipped_out_of_the_campaign_is_caught_where_it_lies(
    session, reader, approved, tmp_path
):
    export(session, tmp_path)
    edit_post(session, post_id=approved[0], base_revision=2, changes={"campaign": "Other"})
    hold = placed(session, reader, Scope.CAMPAIGN, "herbst")
    assert [one.card.id for one in reader.caught(hold).posts] == [approved[0], approved[2]]


def test_a_market_catches_the_channels_that_reach_it(session, reader):
    act_as(session, NORA)
    reaching = Channel(ChannelId("DE-x"), GERMANY, "x", "X", "@solvane", reach=("FR",))
    save_channel(session, channel=reaching)
    act_as(session, LENA)
    post_id = ready_post(session, channel=reaching.id)
    hold = placed(session, reader, Scope.MARKET, FRANCE)
    assert [one.card.id for one in reader.caught(hold).posts] == [post_id]
    assert reader.ground().under(hold) == Catch(1)


def test_a_long_list_says_that_there_is_more(session, reader, approved, tmp_path):
    hold = placed(session, reader)
    some = reader.caught(hold, limit=2)
    assert {one.card.id for one in some.posts} == {approved[0], approved[1]}
    assert some.has_more
    assert not reader.caught(hold, limit=3).has_more


# --- after the lift ----------------------------------------------------------------------------


def test_only_what_was_approved_and_caught_must_be_read_again(session, reader, approved):
    waiting = ready_post(session)
    hold = placed(session, reader, Scope.MARKET, GERMANY)
    assert reader.to_read_again() == {}
    lifted(session, hold)
    assert reader.to_read_again() == {hold.id: (approved[0], approved[1])}
    queue = reader.queue_after_hold(reader.calendar().person(MARC), hold.id)
    assert {one.card.id for one in queue} == {approved[0], approved[1]}
    assert waiting not in {one.card.id for one in queue}
    approve_as(session, reader, approved[0])
    assert reader.to_read_again() == {hold.id: (approved[1],)}
    cancel_posts(session, post_ids=[approved[1]])
    assert reader.to_read_again() == {}
    assert reader.queue_after_hold(reader.calendar().person(MARC), hold.id) == ()


def test_of_some_posts_only_those_are_named_that_must_be_read_again(session, reader, approved):
    draft, waiting = ready_post(session), ready_post(session)
    back_to_draft(session, post_ids=[draft])
    hold = placed(session, reader, Scope.MARKET, GERMANY)
    lifted(session, hold)
    some = [*approved[1:], draft, waiting]
    assert reader.to_read_again(some) == {hold.id: (approved[1],)}
    put_in_tray(session, post_ids=[approved[1]])
    assert reader.to_read_again(some) == {}


def test_holds_of_several_kinds_are_looked_at_together(session, reader, approved):
    first = placed(session, reader, Scope.CHANNEL, FR_INSTAGRAM)
    second = placed(session, reader, Scope.MARKET, GERMANY)
    for hold in (first, second):
        lifted(session, hold)
    assert reader.to_read_again() == {
        first.id: (approved[2],),
        second.id: (approved[0], approved[1]),
    }


def test_a_post_that_was_held_alone_must_be_read_again(session, reader, approved):
    alone = placed(session, reader, Scope.POST, approved[1])
    assert reader.to_read_again() == {}
    lifted(session, alone)
    assert reader.to_read_again() == {alone.id: (approved[1],)}
    everything = placed(session, reader)
    lifted(session, everything)
    assert reader.to_read_again() == {
        alone.id: (approved[1],),
        everything.id: tuple(approved),
    }
    approve_as(session, reader, approved[1])
    assert reader.to_read_again() == {everything.id: (approved[0], approved[2])}


def test_what_was_approved_since_the_lift_is_left_alone(session, reader, approved):
    lifted(session, placed(session, reader))
    for post_id in approved:
        approve_as(session, reader, post_id)
    assert reader.to_read_again() == {}


def test_what_another_hold_stops_waits_for_that_one(session, reader, approved):
    first = placed(session, reader, Scope.MARKET, GERMANY)
    second = placed(session, reader, Scope.CAMPAIGN, "Herbst")
    lifted(session, first)
    assert reader.to_read_again() == {first.id: (approved[1],)}
    lifted(session, second)
    assert reader.to_read_again() == {
        first.id: (approved[0], approved[1]),
        second.id: (approved[0], approved[2]),
    }


def test_a_changed_post_waits_for_its_review_like_any_other(session, reader, approved):
    hold = placed(session, reader, Scope.CAMPAIGN, "Herbst")
    lifted(session, hold)
    move_posts(session, post_ids=[approved[0]], to_day=QUIET_DAY + timedelta(days=5))
    assert reader.to_read_again() == {hold.id: (approved[2],)}
    session.undo()
    assert reader.to_read_again() == {hold.id: (approved[0], approved[2])}


def test_the_past_needs_no_reading(session, reader, approved):
    hold = placed(session, reader)
    lifted(session, hold)
    reader.clock = lambda: NOW + timedelta(days=40)
    assert reader.to_read_again() == {}


def test_posts_on_hold_come_last_in_a_review_for_nobody_can_approve_them(session, reader):
    held, free = ready_post(session, channel=DE_PUSH), ready_post(session)
    placed(session, reader, Scope.CHANNEL, DE_PUSH)
    queue = reader.review_queue(reader.calendar().person(MARC))
    assert [one.card.id for one in queue] == [free, held]


def test_whoever_wants_the_approvals_no_more_has_no_more_of_them_counted(session, reader):
    approve_as(session, reader, ready_post(session))

    def stop():
        raise InterruptedError

    reader.ground(checked=stop)  # what is counted at once is never ended
    with pytest.raises(InterruptedError):
        reader.ground(with_approvals=True, checked=stop)
