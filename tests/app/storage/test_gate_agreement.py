"""The gate and the triggers beneath it say the same, on one table of cases."""

from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.channel import ChannelId
from app.domain.decision import SeenFlag, Verdict
from app.domain.export import Carrier, ExportId
from app.domain.flag import Flag, Severity
from app.domain.gate import Case, authors_now, refusals
from app.domain.hold import Scope
from app.domain.person import PersonId
from app.domain.policy import Policy
from app.domain.post import Post
from app.domain.suggestion import Answer
from app.errors import AppError, ConflictError, RefusedError
from app.storage import decisions, exports, holds, posts
from app.storage.markets import all_channels, all_markets
from tests.app.storage.ground import NOW, Desk, desk_in_memory

EVERYTHING = Carrier(
    "any",
    frozenset({"title", "text", "link", "first_comment", "tags", "post_type", "options", "media"}),
    media_limit=10,
)
"""Carries all there is, so that the gate's answer is about approvals, holds and the plan only."""


def gate_case(desk: Desk, post: Post, policy: Policy, flags: tuple[Flag, ...] = ()) -> Case:
    ids = [post.id]
    markets = {market.id: market for market in all_markets(desk.engine)}
    channels = {channel.id: channel for channel in all_channels(desk.engine)}
    return Case(
        post=post,
        market=markets[post.content.market],
        channel=channels[post.content.channel],
        edits=posts.edits_of(desk.engine, ids)[post.id],
        decisions=decisions.of_posts(desk.engine, ids).get(post.id, ()),
        flags=flags,
        holds=holds.all_holds(desk.engine),
        policy=policy,
        carrier=EVERYTHING,
        now=NOW,
        inherited=posts.inherited_authors(desk.engine, ids)[post.id],
        hand_overs=exports.hand_overs_of(desk.engine, ids).get(post.id, ()),
    )


@dataclass(frozen=True)
class Story:
    """What happened to a post, and whether it may leave after that."""

    tell: Callable[[Desk], Post]
    leaves: bool


def never_approved(desk):
    return desk.create()


def approved_by_another(desk):
    return desk.approved()


def approved_then_edited(desk):
    return desk.edit("ana", desk.approved(), text="Sneaky")


def approved_then_renamed(desk):
    return desk.edit("ana", desk.approved(), name="Only inside")


def edited_and_taken_back(desk):
    post = desk.approved()
    words = post.content.text
    return desk.edit("ana", desk.edit("ana", post, text="Other"), text=words)


def edited_taken_back_but_refused_in_between(desk):
    post = desk.approved()
    other = desk.edit("ana", post, text="Other")
    desk.decide("eva", other, Verdict.REFUSE)
    return desk.edit("ana", other, text=post.content.text)


def changes_asked_after_the_approval(desk):
    post = desk.approved()
    desk.decide("eva", post, Verdict.CHANGES)
    return post


def withdrawn(desk):
    post = desk.approved()
    desk.decide("ben", post, Verdict.WITHDRAW)
    return post


def refused_then_approved(desk):
    post = desk.create()
    desk.decide("ben", post, Verdict.REFUSE)
    desk.decide("ben", post)
    return post


def moved_to_the_tray(desk):
    return desk.approved(local=None)


def cancelled(desk):
    return desk.edit("ana", desk.approved(), cancelled=True)


def back_to_draft(desk):
    return desk.edit("ana", desk.approved(), ready=False)


def time_has_passed(desk):
    return desk.approved(local=(NOW - timedelta(days=1)).replace(tzinfo=None))


def everything_held(desk):
    post = desk.approved()
    desk.hold()
    return post


def its_region_held(desk):
    desk.hold(scope=Scope.REGION, target="EMEA")
    return desk.approved()


def its_market_held(desk):
    desk.hold(scope=Scope.MARKET, target="de")
    return desk.approved()


def its_network_held(desk):
    desk.hold(scope=Scope.NETWORK, target="instagram")
    return desk.approved()


def its_channel_held(desk):
    desk.hold(scope=Scope.CHANNEL, target="de-ig")
    return desk.approved()


def its_campaign_held(desk):
    desk.hold(scope=Scope.CAMPAIGN, target="spring")
    return desk.approved(campaign="spring")


def it_alone_held(desk):
    post = desk.approved()
    desk.hold(scope=Scope.POST, target=post.id)
    return post


def it_alone_held_and_edited_and_taken_back(desk):
    post = it_alone_held(desk)
    words = post.content.text
    return desk.edit("ana", desk.edit("ana", post, text="Other"), text=words)


def it_alone_held_and_moved_out_of_its_channel(desk):
    moved = desk.edit("ana", it_alone_held(desk), channel=ChannelId("de-x"))
    desk.decide("ben", moved)
    return moved


def it_alone_held_until_before_the_approval(desk):
    post = desk.create()
    desk.lift(desk.hold(scope=Scope.POST, target=post.id))
    desk.decide("ben", post)
    return post


def it_alone_held_until_after_the_approval(desk):
    post = desk.approved()
    desk.lift(desk.hold(scope=Scope.POST, target=post.id))
    return post


def it_alone_held_and_approved_again_after_the_lift(desk):
    post = it_alone_held_until_after_the_approval(desk)
    desk.decide("ben", post)
    return post


def another_alone_held(desk):
    desk.hold(scope=Scope.POST, target=desk.create().id)
    return desk.approved()


def others_held(desk):
    desk.hold(scope=Scope.MARKET, target="fr")
    desk.hold(scope=Scope.NETWORK, target="x")
    desk.hold(scope=Scope.CAMPAIGN, target="spring")
    desk.hold(scope=Scope.REGION, target="APAC")
    return desk.approved()


def hold_lifted_before_the_approval(desk):
    desk.lift(desk.hold())
    return desk.approved()


def hold_lifted_after_the_approval(desk):
    post = desk.approved()
    desk.lift(desk.hold())
    return post


def approved_while_held_and_lifted_then(desk):
    hold = desk.hold()
    post = desk.approved()
    desk.lift(hold)
    return post


def approved_again_after_the_lift(desk):
    post = desk.approved()
    desk.lift(desk.hold())
    desk.decide("ben", post)
    return post


def still_queued(desk):
    post = desk.approved()
    desk.export(post, name="earlier")
    return post


def queued_and_taken_out(desk):
    post = still_queued(desk)
    exports.close_hand_over(
        desk.engine, desk.stamp("ana"), ExportId("earlier"), post.id, "Taken out in Buffer"
    )
    return post


def queued_with_earlier_content(desk):
    post = still_queued(desk)
    changed = desk.edit("ana", post, text="Better")
    desk.decide("ben", changed)
    return changed


def queued_time_has_passed(desk):
    post = desk.approved(local=(NOW + timedelta(hours=9)).replace(tzinfo=None))
    desk.export(post, name="earlier")
    later = desk.edit("ana", post, local=(NOW + timedelta(days=9)).replace(tzinfo=None))
    desk.decide("ben", later)
    exports.close_hand_over(desk.engine, desk.stamp("ana"), ExportId("earlier"), post.id, "Sent")
    return later


def a_suggestion_is_taken_over_and_taken_back(desk):
    post = desk.approved()
    taken = desk.take_over("ana", desk.suggest("ben", post, text="By Ben"))
    return desk.edit("ana", taken, text=post.content.text, undo_of=taken.revision)


def talked_about_since(desk):
    post = desk.approved()
    desk.suggest("ben", post, text="By Ben")
    desk.comment("ana", post, "@Ben, why?")
    desk.assign("ana", post, "eva")
    return post


def an_approver_turns_out_to_be_an_author(desk):
    post = desk.approved()
    desk.inherit(post, "ben")
    return post


ONE_APPROVER = {
    name: Story(tell, leaves)
    for tell, leaves in (
        (never_approved, False),
        (approved_by_another, True),
        (approved_then_edited, False),
        (approved_then_renamed, True),
        (edited_and_taken_back, True),
        (edited_taken_back_but_refused_in_between, False),
        (changes_asked_after_the_approval, False),
        (withdrawn, False),
        (refused_then_approved, True),
        (moved_to_the_tray, False),
        (cancelled, False),
        (back_to_draft, False),
        (time_has_passed, False),
        (everything_held, False),
        (its_region_held, False),
        (its_market_held, False),
        (its_network_held, False),
        (its_channel_held, False),
        (its_campaign_held, False),
        (it_alone_held, False),
        (it_alone_held_and_edited_and_taken_back, False),
        (it_alone_held_and_moved_out_of_its_channel, False),
        (it_alone_held_until_before_the_approval, True),
        (it_alone_held_until_after_the_approval, False),
        (it_alone_held_and_approved_again_after_the_lift, True),
        (another_alone_held, True),
        (others_held, True),
        (hold_lifted_before_the_approval, True),
        (hold_lifted_after_the_approval, False),
        (approved_while_held_and_lifted_then, False),
        (approved_again_after_the_lift, True),
        (still_queued, False),
        (queued_and_taken_out, True),
        (queued_with_earlier_content, False),
        (queued_time_has_passed, True),
        (a_suggestion_is_taken_over_and_taken_back, True),
        (talked_about_since, True),
        (an_approver_turns_out_to_be_an_author, False),
    )
    for name in [tell.__name__]
}


@pytest.mark.parametrize("name", ONE_APPROVER)
def test_gate_and_trigger_let_the_same_posts_leave(desk, name):
    story = ONE_APPROVER[name]
    post = story.tell(desk)
    assert opinions(desk, post, Policy()) == {"gate": story.leaves, "trigger": story.leaves}


def opinions(
    desk: Desk, post: Post, policy: Policy, flags: tuple[Flag, ...] = ()
) -> Mapping[str, bool]:
    by_gate = not refusals(gate_case(desk, post, policy, flags))
    try:
        desk.export(post, name="now")
    except AppError:
        return {"gate": by_gate, "trigger": False}
    return {"gate": by_gate, "trigger": True}


def test_two_approvers_are_two_people(desk):
    post = desk.create()
    desk.decide("ben", post, required=2)
    desk.decide("ben", post, required=2)
    with pytest.raises(AppError):
        desk.export(post, name="one person twice")
    desk.decide("eva", post, required=2)
    desk.export(post, name="two people")


def as_remembrance(desk, post, *who):
    for one in who:
        desk.decide(one, post, required=2, remembrance=True)


def remembered_by_one(desk):
    post = desk.create()
    as_remembrance(desk, post, "ben")
    return post


def remembered_by_one_twice(desk):
    post = desk.create()
    as_remembrance(desk, post, "ben", "ben")
    return post


def remembered_by_two(desk):
    post = desk.create()
    as_remembrance(desk, post, "ben", "eva")
    return post


def remembered_by_one_and_approved_by_another(desk):
    post = desk.create()
    as_remembrance(desk, post, "ben")
    desk.decide("eva", post)
    return post


def approved_by_one_and_remembered_by_another(desk):
    post = desk.approved()
    as_remembrance(desk, post, "eva")
    return post


def remembered_by_one_of_three(desk):
    post = desk.create()
    for who in ("ben", "eva"):
        desk.decide(who, post, required=2)
    as_remembrance(desk, post, "olga")
    return post


def remembered_at_second_thought(desk):
    post = desk.approved()
    as_remembrance(desk, post, "eva", "ben")
    return post


def remembered_and_then_not(desk):
    post = remembered_by_two(desk)
    for who in ("ben", "eva"):
        desk.decide(who, post)
    return post


def remembered_withdrawn_and_approved(desk):
    post = remembered_by_one(desk)
    desk.decide("eva", post, Verdict.WITHDRAW)
    desk.decide("eva", post)
    return post


def other_content_was_remembered(desk):
    post = desk.edit("ana", remembered_by_one(desk), text="Otherwise")
    desk.decide("eva", post)
    return post


def remembered_before_a_hold_by_one_of_two(desk):
    post = remembered_by_one(desk)
    desk.lift(desk.hold())
    as_remembrance(desk, post, "eva")
    return post


def remembered_by_one_who_turns_out_to_be_an_author(desk):
    post = remembered_by_two(desk)
    desk.inherit(post, "ben")
    return post


def an_author_who_turns_out_had_remembered_it(desk):
    post = remembered_by_one(desk)
    desk.decide("eva", post)
    desk.inherit(post, "ben")
    return post


REMEMBERED = {
    tell.__name__: Story(tell, leaves)
    for tell, leaves in (
        (remembered_by_one, False),
        (remembered_by_one_twice, False),
        (remembered_by_two, True),
        (remembered_by_one_and_approved_by_another, False),
        (approved_by_one_and_remembered_by_another, False),
        (remembered_by_one_of_three, False),
        (remembered_at_second_thought, True),
        (remembered_and_then_not, True),
        (remembered_withdrawn_and_approved, True),
        (other_content_was_remembered, True),
        (remembered_before_a_hold_by_one_of_two, False),
        (remembered_by_one_who_turns_out_to_be_an_author, False),
        (an_author_who_turns_out_had_remembered_it, True),
    )
}


@pytest.mark.parametrize("name", REMEMBERED)
def test_gate_and_trigger_agree_about_a_remembrance(desk, name):
    story = REMEMBERED[name]
    post = story.tell(desk)
    assert opinions(desk, post, Policy()) == {"gate": story.leaves, "trigger": story.leaves}


def test_of_two_approvers_one_from_before_its_own_hold_was_lifted_does_not_count(desk):
    post = desk.create()
    desk.decide("ben", post, required=2)
    desk.lift(desk.hold(scope=Scope.POST, target=post.id))
    desk.decide("eva", post, required=2)
    with pytest.raises(AppError):
        desk.export(post, name="too early")
    desk.decide("ben", post, required=2)
    desk.export(post, name="read again")


def test_of_two_approvers_one_from_before_a_lifted_hold_does_not_count(desk):
    post = desk.create()
    desk.decide("ben", post, required=2)
    desk.lift(desk.hold())
    desk.decide("eva", post, required=2)
    with pytest.raises(AppError):
        desk.export(post, name="too early")
    desk.decide("ben", post, required=2)
    desk.export(post, name="read again")


# What happened before, who approves now, and whether it is their own work.


def written_by_a_reviewer(desk):
    return desk.create("ben"), "ben"


def read_by_another_reviewer(desk):
    return desk.create("ben"), "eva"


def touched_by_the_reviewer(desk):
    return desk.edit("ben", desk.create(), text="One comma,"), "ben"


def renamed_by_the_reviewer(desk):
    return desk.edit("ben", desk.create(), name="Only inside"), "ben"


def touched_before_the_last_approval(desk):
    post = desk.edit("ben", desk.create(), text="By Ben")
    desk.decide("eva", post)
    return desk.edit("ana", post, text="By Ana"), "ben"


def touched_before_the_last_approval_and_brought_back(desk):
    post = desk.edit("ben", desk.create(), text="By Ben")
    desk.decide("eva", post)
    other = desk.edit("ana", post, text="By Ana")
    return desk.edit("ana", other, text="By Ben"), "ben"


def touched_before_an_approval_that_was_withdrawn(desk):
    post = desk.edit("ben", desk.create(), text="By Ben")
    desk.decide("eva", post)
    desk.decide("eva", post, Verdict.WITHDRAW)
    return desk.edit("ana", post, text="By Ana"), "ben"


def touched_before_half_of_two_approvals(desk):
    post = desk.edit("ben", desk.create(), text="By Ben")
    desk.decide("eva", post, required=2)
    return desk.edit("ana", post, text="By Ana"), "ben"


def touched_before_both_of_two_approvals(desk):
    post = desk.edit("ben", desk.create(), text="By Ben")
    desk.decide("eva", post, required=2)
    desk.decide("olga", post, required=2)
    return desk.edit("ana", post, text="By Ana"), "ben"


def suggested_by_the_reviewer(desk):
    return desk.take_over("ana", desk.suggest("ben", desk.create(), text="By Ben")), "ben"


def suggested_by_another_reviewer(desk):
    return desk.take_over("ana", desk.suggest("ben", desk.create(), text="By Ben")), "eva"


def suggested_by_the_reviewer_and_declined(desk):
    post = desk.create()
    desk.answer("ana", desk.suggest("ben", post, text="By Ben"), Answer.DECLINE)
    return post, "ben"


def suggested_by_the_reviewer_and_written_by_hand(desk):
    post = desk.create()
    desk.suggest("ben", post, text="By Ben")
    return desk.edit("ana", post, text="By Ben"), "ben"


def suggested_by_the_reviewer_and_edited_further(desk):
    post, _ben = suggested_by_the_reviewer(desk)
    return desk.edit("ana", post, text="By Ben, and a little by Ana"), "ben"


def suggested_before_the_last_approval(desk):
    post, _ben = suggested_by_the_reviewer(desk)
    desk.decide("eva", post)
    return desk.edit("ana", post, text="By Ana"), "ben"


def suggested_before_the_last_approval_and_brought_back(desk):
    post, _ben = suggested_by_the_reviewer(desk)
    desk.decide("eva", post)
    other = desk.edit("ana", post, text="By Ana")
    return desk.edit("ana", other, text="By Ben"), "ben"


def inherited_from_the_reviewer(desk):
    return desk.create(inherited=["ben"]), "ben"


def inherited_and_approved_by_another_since(desk):
    post = desk.create(inherited=["ben"])
    desk.decide("eva", post)
    return desk.edit("ana", post, text="By Ana"), "ben"


OWN_WORK = {
    tell.__name__: (tell, is_own)
    for tell, is_own in (
        (written_by_a_reviewer, True),
        (read_by_another_reviewer, False),
        (touched_by_the_reviewer, True),
        (renamed_by_the_reviewer, True),
        (touched_before_the_last_approval, False),
        (touched_before_the_last_approval_and_brought_back, True),
        (touched_before_an_approval_that_was_withdrawn, True),
        (touched_before_half_of_two_approvals, True),
        (touched_before_both_of_two_approvals, False),
        (suggested_by_the_reviewer, True),
        (suggested_by_another_reviewer, False),
        (suggested_by_the_reviewer_and_declined, False),
        (suggested_by_the_reviewer_and_written_by_hand, True),
        (suggested_by_the_reviewer_and_edited_further, True),
        (suggested_before_the_last_approval, False),
        (suggested_before_the_last_approval_and_brought_back, True),
        (inherited_from_the_reviewer, True),
        (inherited_and_approved_by_another_since, True),
    )
}


@pytest.mark.parametrize("name", OWN_WORK)
def test_gate_and_trigger_agree_whose_own_work_it_is(desk, name):
    tell, is_own = OWN_WORK[name]
    post, reviewer = tell(desk)
    by_gate = PersonId(reviewer) in authors_now(gate_case(desk, post, Policy()))
    try:
        desk.decide(reviewer, post)
    except AppError:
        by_trigger = True
    else:
        by_trigger = False
    assert (by_gate, by_trigger) == (is_own, is_own)


@pytest.mark.parametrize("verdict", [Verdict.CHANGES, Verdict.REFUSE, Verdict.WITHDRAW])
def test_an_author_may_always_say_no(desk, verdict):
    post = desk.create("ben")
    assert desk.decide("ben", post, verdict).verdict is verdict


STOP = Flag("day.solemn", Severity.STOP, "day", "mark", "A day of mourning", "People mourn.")
SEEN = (SeenFlag("day", "mark", Severity.STOP, "A day of mourning", reason="We talked about it"),)
REVIEWING = st.sampled_from(["ben", "eva", "olga"])
HAPPENING = st.one_of(
    st.tuples(st.just("edit"), st.sampled_from(["ana", "ben", "eva"]), st.sampled_from("ABC")),
    st.tuples(st.just("rename"), st.sampled_from(["ana", "ben", "eva"]), st.sampled_from("ABC")),
    st.tuples(st.just("approve"), REVIEWING, st.booleans()),
    st.tuples(st.just("approve"), REVIEWING, st.just(False)),
    st.tuples(st.just("no"), REVIEWING, st.sampled_from(["changes", "refuse", "withdraw"])),
    st.tuples(st.just("hold"), st.just("ana"), st.sampled_from([Scope.EVERYTHING, Scope.POST])),
    st.tuples(st.just("lift"), st.just("ben"), st.none()),
    st.tuples(st.just("inherit"), REVIEWING, st.none()),
)


@given(st.lists(HAPPENING, max_size=12), st.sampled_from([1, 2]))
def test_gate_and_trigger_agree_after_whatever_has_happened(team_file, happenings, approvers):
    with desk_in_memory(team_file) as desk:
        agree_all_along(desk, happenings, Policy(approvers_on_stop=approvers))


def agree_all_along(desk, happenings, policy):
    post = desk.create("ana", text="A")
    for what, who, with_what in happenings:
        post = desk.now(post)
        if what == "edit":
            desk.edit(who, post, text=with_what)
        elif what == "rename":
            desk.edit(who, post, name=with_what)
        elif what == "approve":
            agree_about_an_approval(desk, post, who, policy, remembrance=with_what)
        elif what == "no":
            desk.decide(who, post, Verdict(with_what))
        elif what == "inherit":
            with suppress(ConflictError):  # the same author twice
                desk.inherit(post, who)
        else:
            active = [hold for hold in holds.all_holds(desk.engine) if hold.is_active]
            if what == "hold" and not active:
                desk.hold(scope=with_what, target=post.id if with_what is Scope.POST else "")
            if what == "lift" and active:
                desk.lift(active[0])
    said = opinions(desk, desk.now(post), policy, (STOP,))
    assert said["gate"] == said["trigger"]


def agree_about_an_approval(desk, post, who, policy, *, remembrance):
    is_own_work = PersonId(who) in authors_now(gate_case(desk, post, policy))
    try:
        required = policy.approvers_for((STOP,), as_remembrance=remembrance)
        desk.decide(who, post, required=required, seen=SEEN, remembrance=remembrance)
    except RefusedError:
        assert is_own_work
    else:
        assert not is_own_work
