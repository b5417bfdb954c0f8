"""Many posts put elsewhere at once: nothing is half done, nobody is overwritten."""

from datetime import date, datetime, time, timedelta

import pytest

from app.commands.decisions import refuse
from app.commands.moving import NUDGE, Move, move_each
from app.commands.posts import cancel_posts, create_post, edit_post
from app.commands.views import Stage
from app.domain.channel import ChannelId
from app.domain.flag import Severity
from app.errors import ConflictError, MissingError, RefusedError
from tests.builders.calendars import (
    BREAD,
    DE_INSTAGRAM,
    FR_INSTAGRAM,
    LENA,
    MARC,
    NORA,
    POGROM_DAY,
    QUIET_DAY,
    act_as,
    only,
    ready_post,
)
from tests.builders.moves import adapt_posts, move_posts

NEXT_DAY = QUIET_DAY + timedelta(days=1)


def card(reader, post_id):
    (found,) = reader.cards_of([post_id])
    return found


def move(reader, post_id, day, **facts):
    return Move(post_id, day, card(reader, post_id).local, **facts)


def test_a_drag_to_another_day_ends_the_approval(session, reader, approved):
    changes = move_posts(session, post_ids=[approved], to_day=date(2027, 11, 17))
    assert changes.ended_approvals == 1
    assert card(reader, approved).stage is Stage.ENDED
    assert not card(reader, approved).is_approved


def test_a_move_keeps_the_local_time_of_day(session, reader, approved):
    move_posts(session, post_ids=[approved], to_day=date(2028, 7, 1))
    assert card(reader, approved).local == datetime(2028, 7, 1, 10, 30)


def test_a_move_to_the_ninth_of_november_makes_it_a_stop(session, reader, approved):
    move_posts(session, post_ids=[approved], to_day=POGROM_DAY)
    assert card(reader, approved).severity is Severity.STOP


def test_undo_of_a_move_brings_the_approval_back(session, reader, approved):
    move_posts(session, post_ids=[approved], to_day=date(2027, 11, 17))
    session.undo()
    assert card(reader, approved).is_approved


def test_undo_does_not_bring_it_back_when_a_reviewer_said_no_in_between(session, reader, approved):
    move_posts(session, post_ids=[approved], to_day=date(2027, 11, 17))
    steps = session.undo_steps
    act_as(session, NORA)
    moved = reader.post(approved).post.fingerprint
    refuse(session, post_id=approved, fingerprint=moved, note="Not this week.")
    act_as(session, LENA)
    session.undo_steps = steps or session.undo_steps
    move_posts(session, post_ids=[approved], to_day=QUIET_DAY)
    assert not card(reader, approved).is_approved


def test_another_market_gets_a_sibling_to_adapt_and_the_original_stays(session, reader, approved):
    sibling = only(
        adapt_posts(session, post_ids=[approved], to=FR_INSTAGRAM, to_day=date(2027, 11, 19))
    )
    shown = card(reader, sibling)
    assert (shown.name, shown.language, shown.zone) == ("FR-0001", "fr", "Europe/Paris")
    assert (shown.local, shown.stage) == (datetime(2027, 11, 19, 10, 30), Stage.DRAFT)
    assert card(reader, approved).is_approved
    assert [s.card.id for s in reader.post(sibling).siblings] == [approved]
    assert [s.card.id for s in reader.post(approved).siblings] == [sibling]


def test_one_post_that_is_not_there_stops_them_all(session, reader, approved):
    with pytest.raises(MissingError):
        move_posts(session, post_ids=[approved, "gone"], to_day=POGROM_DAY)
    assert card(reader, approved).day == QUIET_DAY


def test_each_post_goes_to_its_own_day_and_keeps_its_hour(session, reader):
    first, second = ready_post(session), ready_post(session, day=NEXT_DAY)
    changes = move_each(
        session,
        moves=[
            move(reader, first, date(2027, 11, 23)),
            move(reader, second, date(2027, 11, 24)),
        ],
    )
    assert card(reader, first).local == datetime(2027, 11, 23, 10, 30)
    assert card(reader, second).local == datetime(2027, 11, 24, 10, 30)
    assert changes.done == "Moved 2 posts 7 days later"


def test_moves_copies_and_versions_are_one_step_of_undo(session, reader, approved):
    other = ready_post(session, text="Neues Brot.")
    steps = len(session.undo_steps)
    move_each(
        session,
        moves=[
            move(reader, approved, NEXT_DAY, is_copy=True),
            move(reader, approved, NEXT_DAY, channel=FR_INSTAGRAM),
            move(reader, other, NEXT_DAY),
        ],
    )
    assert len(reader.cards(NEXT_DAY, NEXT_DAY)) == 3
    assert len(session.undo_steps) == steps + 1
    session.undo()
    assert reader.cards(NEXT_DAY, NEXT_DAY) == ()
    assert card(reader, other).day == QUIET_DAY


def test_what_is_made_of_an_approved_post_is_an_unapproved_draft_by_its_authors(
    session, reader, approved
):
    act_as(session, MARC)
    copy = only(move_each(session, moves=[move(reader, approved, NEXT_DAY, is_copy=True)]))
    version = only(
        move_each(session, moves=[move(reader, approved, NEXT_DAY, channel=FR_INSTAGRAM)])
    )
    for made in (copy, version):
        assert card(reader, made).stage is Stage.DRAFT
        assert not card(reader, made).is_approved
        assert reader.post(made).authors == {LENA, MARC}
    assert card(reader, version).language == "fr"
    assert card(reader, approved).is_approved


def test_it_says_that_an_approval_ended_and_that_stops_came(session, reader, approved):
    changes = move_each(session, moves=[move(reader, approved, POGROM_DAY)])
    assert changes.done == "Moved DE-0001 to Tue 9 Nov"
    assert changes.ended_approvals == 1
    stops = [flag for flag in card(reader, approved).flags if flag.severity.name == "STOP"]
    assert changes.stops_came == len(stops) > 0
    back = session.undo()
    assert (back.returned_approvals, back.stops_came) == (1, 0)


def test_a_post_can_go_to_the_tray_and_come_back_at_the_usual_hour(session, reader):
    post_id = ready_post(session)
    move_each(session, moves=[move(reader, post_id, None)])
    assert card(reader, post_id).local is None
    move_each(session, moves=[move(reader, post_id, QUIET_DAY)])
    assert card(reader, post_id).local == datetime(2027, 11, 16, 10, 0)


def test_a_post_can_go_to_another_hour(session, reader, approved):
    changes = move_each(session, moves=[move(reader, approved, QUIET_DAY, clock=time(15))])
    assert card(reader, approved).local == datetime(2027, 11, 16, 15)
    assert changes.done == "Moved DE-0001 to Tue 16 Nov"


def test_a_copy_can_wait_in_the_tray(session, reader, approved):
    copy = only(move_each(session, moves=[move(reader, approved, None, is_copy=True)]))
    assert [one.id for one in reader.tray()] == [copy]


@pytest.mark.parametrize("facts", [{}, {"is_copy": True}, {"channel": FR_INSTAGRAM}])
def test_nothing_can_be_put_into_the_past(session, reader, approved, facts):
    with pytest.raises(RefusedError, match=r"past in (Germany|France)\. Choose a later day"):
        move_each(session, moves=[move(reader, approved, date(2027, 10, 31), **facts)])
    assert card(reader, approved).is_approved


def test_today_is_past_only_where_the_hour_has_gone_by(session, reader):
    early = ready_post(session)  # it is 13:00 in Germany
    late = only(
        create_post(session, channel_id=DE_INSTAGRAM, local=datetime(2027, 11, 16, 18), text=BREAD)
    )
    with pytest.raises(RefusedError, match="DE-0001 cannot go to Mon 1 Nov, 10:30"):
        move_each(session, moves=[move(reader, early, date(2027, 11, 1))])
    move_each(session, moves=[move(reader, late, date(2027, 11, 1))])
    assert card(reader, late).day == date(2027, 11, 1)


def test_one_that_cannot_move_keeps_all_of_them(session, reader):
    early = ready_post(session, day=date(2027, 11, 2))
    late = ready_post(session)
    with pytest.raises(RefusedError):
        move_each(
            session,
            moves=[
                move(reader, late, date(2027, 11, 14)),
                move(reader, early, date(2027, 10, 31)),
            ],
        )
    assert card(reader, late).day == QUIET_DAY


def test_what_somebody_has_moved_meanwhile_is_not_overwritten(session, reader, approved):
    stale = move(reader, approved, NEXT_DAY)
    act_as(session, NORA)
    move_posts(session, post_ids=[approved], to_day=date(2027, 11, 25))
    act_as(session, LENA)
    with pytest.raises(ConflictError, match="was moved meanwhile"):
        move_each(session, moves=[stale])
    assert card(reader, approved).day == date(2027, 11, 25)


def test_what_somebody_has_written_meanwhile_moves_with_the_post(session, reader, approved):
    stale = move(reader, approved, NEXT_DAY)
    edit_post(session, post_id=approved, base_revision=2, changes={"text": "Neu"})
    move_each(session, moves=[stale])
    assert (card(reader, approved).text, card(reader, approved).day) == ("Neu", NEXT_DAY)


def test_what_somebody_has_cancelled_meanwhile_does_not_move(session, reader, approved):
    stale = move(reader, approved, NEXT_DAY)
    cancel_posts(session, post_ids=[approved])
    with pytest.raises(ConflictError, match="DE-0001 was cancelled meanwhile"):
        move_each(session, moves=[stale])


def test_a_channel_that_is_not_there_is_named(session, reader, approved):
    with pytest.raises(MissingError, match="choose another"):
        move_each(session, moves=[move(reader, approved, NEXT_DAY, channel=ChannelId("gone"))])


def nudge(session, reader, posts, days):
    moves = [
        Move(one.id, one.day + timedelta(days=days), one.local) for one in reader.cards_of(posts)
    ]
    return move_each(session, moves=moves, joins=NUDGE)


def test_repeated_nudges_of_several_days_are_one_step_of_undo(session, reader):
    posts = [ready_post(session), ready_post(session, day=NEXT_DAY)]
    steps = len(session.undo_steps)
    for _press in range(4):
        nudge(session, reader, posts, 1)
    assert len(session.undo_steps) == steps + 1
    assert session.steps.undo.label == "Move 2 posts 1 day later"
    session.undo()
    assert [one.day for one in reader.cards_of(posts)] == [QUIET_DAY, NEXT_DAY]
    session.redo()
    assert [one.day for one in reader.cards_of(posts)] == [
        QUIET_DAY + timedelta(days=4),
        NEXT_DAY + timedelta(days=4),
    ]


def test_undo_of_joined_nudges_brings_the_approval_back(session, reader, approved):
    for _press in range(3):
        nudge(session, reader, [approved], 1)
    assert not card(reader, approved).is_approved
    session.undo()
    assert card(reader, approved).is_approved


def test_nudges_that_lead_back_can_each_be_taken_back(session, reader, approved):
    steps = len(session.undo_steps)
    nudge(session, reader, [approved], 1)
    nudge(session, reader, [approved], -1)
    assert len(session.undo_steps) == steps + 2
    session.undo()
    assert card(reader, approved).day == NEXT_DAY


def test_nudges_of_other_posts_or_with_something_in_between_stay_apart(session, reader, approved):
    other = ready_post(session, text="Neues Brot.")
    steps = len(session.undo_steps)
    nudge(session, reader, [approved], 1)
    nudge(session, reader, [other], 1)
    move_posts(session, post_ids=[other], to_day=date(2027, 11, 25))
    nudge(session, reader, [other], 1)
    assert len(session.undo_steps) == steps + 4
