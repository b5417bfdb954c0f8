"""What a reviewer decides, and everything that keeps a careless tick out."""

from dataclasses import replace
from datetime import time, timedelta

import pytest

from app.commands.decisions import approve, ask_for_changes, refuse, withdraw
from app.commands.holds import lift_hold, place_hold
from app.commands.markets import save_market
from app.commands.policy import save_policy
from app.commands.posts import back_to_draft, cancel_posts, edit_post, put_in_tray
from app.commands.views import Stage
from app.domain.flag import Severity
from app.domain.gate import Reason
from app.domain.hold import Scope
from app.domain.market import PublishingHours
from app.domain.policy import Policy
from app.errors import ConflictError, InvalidInputError, RefusedError
from tests.builders.calendars import (
    BREAD,
    GERMANY,
    LENA,
    MARC,
    NORA,
    POGROM_DAY,
    QUIET_DAY,
    act_as,
    approve_as,
    ready_post,
)


def card(reader, post_id):
    (found,) = reader.cards_of([post_id])
    return found


def answers(reader, post_id, **changes):
    view = reader.post(post_id)
    return {
        "post_id": post_id,
        "fingerprint": view.post.fingerprint,
        "ticked": frozenset(flag.key for flag in view.flags),
        "reasons": {flag.key: "We talked about it." for flag in view.flags},
        "shown": ("text", *(flag.sight for flag in view.flags)),
    } | changes


def test_a_reviewer_approves_what_another_person_wrote(session, reader):
    post_id = ready_post(session)
    approve_as(session, reader, post_id)
    assert card(reader, post_id).stage is Stage.APPROVED
    assert reader.post(post_id).approvals_so_far == (MARC,)


def test_the_author_cannot_approve(session, reader):
    act_as(session, MARC)
    post_id = ready_post(session)
    with pytest.raises(RefusedError, match="another reviewer"):
        approve(session, **answers(reader, post_id))
    assert not card(reader, post_id).is_approved


def test_who_touched_a_comma_since_the_last_approval_cannot_approve(session, reader):
    post_id = ready_post(session)
    act_as(session, MARC)
    revision = card(reader, post_id).revision
    edit_post(session, post_id=post_id, base_revision=revision, changes={"text": BREAD + "!"})
    with pytest.raises(RefusedError, match="another reviewer"):
        approve(session, **answers(reader, post_id))


def test_a_planner_cannot_approve(session, reader):
    act_as(session, MARC)
    post_id = ready_post(session)
    act_as(session, LENA)
    with pytest.raises(RefusedError, match="is a planner"):
        approve(session, **answers(reader, post_id))


def test_content_that_changed_meanwhile_is_not_approved(session, reader):
    post_id = ready_post(session)
    read = answers(reader, post_id)
    revision = card(reader, post_id).revision
    edit_post(session, post_id=post_id, base_revision=revision, changes={"text": "Anders"})
    act_as(session, MARC)
    with pytest.raises(ConflictError, match="while you read it"):
        approve(session, **read)


@pytest.mark.parametrize("missing", ["text", "flag"])
def test_what_was_not_on_screen_is_not_approved(session, reader, missing):
    post_id = ready_post(session, day=POGROM_DAY)
    act_as(session, MARC)
    read = answers(reader, post_id)
    shown = tuple(one for one in read["shown"] if not one.startswith(missing))
    with pytest.raises(ConflictError, match="on screen"):
        approve(session, **(read | {"shown": shown}))


def publish_from(session, reader, hour):
    act_as(session, NORA)
    hours = PublishingHours(time(hour), time(hour + 1))
    save_market(session, market=replace(reader.calendar().market(GERMANY), hours=hours))


def test_a_flag_that_changed_while_it_was_read_is_read_again(session, reader):
    post_id = ready_post(session)
    publish_from(session, reader, 12)
    read = answers(reader, post_id)
    publish_from(session, reader, 15)
    act_as(session, MARC)
    with pytest.raises(ConflictError, match="on screen"):
        approve(session, **read)


def test_a_stop_needs_written_words(session, reader):
    post_id = ready_post(session, day=POGROM_DAY)
    act_as(session, MARC)
    with pytest.raises(RefusedError, match="Write why DE-0001 may go"):
        approve(session, **answers(reader, post_id, reasons={}))
    dots = dict.fromkeys((flag.key for flag in reader.post(post_id).flags), "...")
    with pytest.raises(RefusedError, match="Write why DE-0001 may go"):
        approve(session, **answers(reader, post_id, reasons=dots))
    approve(session, **answers(reader, post_id))
    assert card(reader, post_id).is_approved


def test_a_caution_needs_its_tick(session, reader):
    post_id = ready_post(session, day=POGROM_DAY - timedelta(days=-5))
    cautions = [f for f in reader.post(post_id).flags if f.severity is Severity.CAUTION]
    assert cautions, "Volkstrauertag 2027 is 14 November"
    act_as(session, MARC)
    with pytest.raises(RefusedError, match="to say that you have considered it"):
        approve(session, **answers(reader, post_id, ticked=frozenset(), reasons={}))


def test_what_was_seen_and_answered_is_stored(session, reader):
    post_id = ready_post(session, day=POGROM_DAY)
    approve_as(session, reader, post_id, reason="It is the remembrance itself.")
    (decision,) = reader.post(post_id).decisions
    stop = next(one for one in decision.seen if one.severity is Severity.STOP)
    assert stop.reason == "It is the remembrance itself."
    assert "text" in decision.shown
    assert decision.knowledge
    assert decision.rules


@pytest.mark.parametrize(
    ("before", "why"),
    [(back_to_draft, "draft"), (cancel_posts, "cancelled"), (put_in_tray, "no date")],
)
def test_only_a_ready_dated_post_is_approved(session, reader, before, why):
    post_id = ready_post(session)
    before(session, post_ids=[post_id])
    act_as(session, MARC)
    with pytest.raises(RefusedError, match=why):
        approve(session, **answers(reader, post_id))


def test_who_does_not_read_the_language_says_how_they_know_it(session, reader):
    post_id = ready_post(
        session, text="焼きたてのパンができました。ぜひお越しください。", language="ja"
    )
    act_as(session, MARC)
    with pytest.raises(InvalidInputError, match="not among yours"):
        approve(session, **answers(reader, post_id))
    approve(session, **answers(reader, post_id, note="Haruka read it to me."))
    assert reader.post(post_id).decisions[-1].note == "Haruka read it to me."


def test_a_blocked_post_is_mended_first(session, reader):
    post_id = ready_post(session, text="")
    act_as(session, MARC)
    with pytest.raises(RefusedError, match="until this is mended"):
        approve(session, **answers(reader, post_id))


@pytest.mark.parametrize(
    ("say_no", "stage"),
    [(ask_for_changes, Stage.CHANGES), (refuse, Stage.REFUSED), (withdraw, Stage.WAITING)],
)
def test_every_no_ends_the_approval_and_says_why(session, reader, say_no, stage):
    post_id = ready_post(session)
    approve_as(session, reader, post_id)
    act_as(session, NORA)
    seen = card(reader, post_id)
    say_no(
        session,
        post_id=post_id,
        fingerprint=reader.post(post_id).post.fingerprint,
        note="The price is wrong.",
    )
    assert seen.is_approved
    assert card(reader, post_id).stage is stage
    assert [refusal.reason for refusal in card(reader, post_id).review] == [Reason.SAID_NO]
    assert reader.post(post_id).decisions[-1].note == "The price is wrong."


def test_a_no_without_a_word_helps_nobody(session, reader):
    post_id = ready_post(session)
    act_as(session, MARC)
    with pytest.raises(InvalidInputError, match="Write a word on why"):
        refuse(
            session,
            post_id=post_id,
            fingerprint=reader.post(post_id).post.fingerprint,
            note=" ",
        )


def test_nothing_is_approved_during_a_hold_and_what_was_is_read_again_after_it(session, reader):
    first, second = ready_post(session), ready_post(session, text=BREAD + " Bis gleich!")
    approve_as(session, reader, first)
    place_hold(session, scope=Scope.EVERYTHING, target="", reason="Accident at the fair")
    with pytest.raises(RefusedError, match="on hold"):
        approve_as(session, reader, second)
    act_as(session, MARC)
    (hold,) = reader.calendar().holds
    lift_hold(session, hold_id=hold.id, reason="Everybody is safe")
    assert [refusal.reason for refusal in card(reader, first).review] == [Reason.HELD_SINCE]
    approve_as(session, reader, first)
    assert card(reader, first).is_approved


def test_two_people_approve_a_stop_where_the_owner_says_so(session, reader):
    act_as(session, NORA)
    save_policy(session, policy=Policy(approvers_on_stop=2), reason="After the incident")
    act_as(session, LENA)
    post_id = ready_post(session, day=POGROM_DAY)
    approve_as(session, reader, post_id, by=MARC)
    assert [refusal.reason for refusal in card(reader, post_id).review] == [Reason.NEEDS_ANOTHER]
    approve_as(session, reader, post_id, by=NORA)
    assert card(reader, post_id).is_approved


def test_one_is_enough_on_a_quiet_day(session, reader):
    act_as(session, NORA)
    save_policy(session, policy=Policy(approvers_on_stop=2), reason="After the incident")
    act_as(session, LENA)
    post_id = ready_post(session, day=QUIET_DAY)
    approve_as(session, reader, post_id)
    assert card(reader, post_id).is_approved
