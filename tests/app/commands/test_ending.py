"""Why an approval ended, told from the order of events."""

from dataclasses import replace
from datetime import time, timedelta

import pytest

from app.commands.cases import gather
from app.commands.decisions import withdraw
from app.commands.ending import Ending, ending_of, ending_sentence
from app.commands.holds import lift_hold, place_hold
from app.commands.policy import save_policy
from app.commands.posts import back_to_draft, edit_post, mark_ready
from app.commands.setting import Setting
from app.commands.terms import save_terms
from app.domain.flag import Severity
from app.domain.gate import Reason, Refusal
from app.domain.hold import Scope
from app.domain.policy import Policy
from app.domain.team_term import TeamTerm, TermKind
from app.storage import posts
from tests.builders.calendars import (
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

pytestmark = pytest.mark.in_english
BY_MARC = "The approval by Marc Fournier, Mon 1 Nov, "
LATER = QUIET_DAY + timedelta(days=1)


def told(reader, post_id):
    return reader.post(post_id).ended


def test_while_it_stands_or_before_there_was_one_nothing_is_told(session, reader, approved):
    assert told(reader, approved) == ""
    assert told(reader, ready_post(session, clock=time(15))) == ""


def test_a_move_is_told_with_both_days_by_whom_and_when(session, reader, approved):
    move_posts(session, post_ids=[approved], to_day=LATER)
    words = told(reader, approved)
    assert words.startswith(BY_MARC)
    assert "ended: Moved from Tue 16 Nov to Wed 17 Nov, by Lena Brandt, Mon 1 Nov, " in words


def test_the_first_change_since_it_stood_last_is_told_not_the_newest(session, reader, approved):
    move_posts(session, post_ids=[approved], to_day=LATER)
    session.undo()
    assert told(reader, approved) == ""
    edit_post(session, post_id=approved, base_revision=4, changes={"notes": "Ask the shop"})
    edit_post(session, post_id=approved, base_revision=5, changes={"text": "Anders."})
    move_posts(session, post_ids=[approved], to_day=LATER)
    assert "ended: Changed text, by Lena Brandt" in told(reader, approved)


def test_a_no_is_told_with_its_reason(session, reader, approved):
    act_as(session, NORA)
    fingerprint = reader.post(approved).post.fingerprint
    withdraw(session, post_id=approved, fingerprint=fingerprint, note="The shop is shut")
    words = told(reader, approved)
    assert "ended: Withdrew the approval “The shop is shut”, by Nora Haddad" in words


def test_a_hold_is_told_while_it_stands_and_after_it_was_lifted(session, reader, approved):
    place_hold(session, scope=Scope.MARKET, target="DE", reason="Storm")
    words = "ended: a hold stopped it (“Storm”), by Lena Brandt"
    assert words in told(reader, approved)
    act_as(session, MARC)
    (hold,) = reader.calendar().holds
    lift_hold(session, hold_id=hold.id, reason="It is over")
    assert words in told(reader, approved)


def test_a_risk_that_came_later_is_told_with_what_the_team_decided(session, reader, approved):
    act_as(session, NORA)
    term = TeamTerm("t", TermKind.AVOID, ("Roggenbrot",), Severity.STOP, why="Sold out")
    save_terms(session, terms=[term])
    words = told(reader, approved)
    assert "was not there then; since then: Saved the term Roggenbrot, by Nora Haddad" in words


def test_that_another_must_approve_is_no_ending(session, reader):
    act_as(session, NORA)
    save_policy(session, policy=Policy(approvers_on_stop=2), reason="Sure is sure")
    act_as(session, LENA)
    post_id = ready_post(session, "Jetzt nur ${price} fuer unser Brot.")
    approve_as(session, reader, post_id)
    assert told(reader, post_id) == ""


def test_a_draft_of_what_was_approved_is_no_ending(session, reader, approved):
    back_to_draft(session, post_ids=[approved])
    assert told(reader, approved) == ""
    mark_ready(session, post_ids=[approved])
    assert told(reader, approved) == ""


def test_what_no_event_brought_is_nobodys_doing():
    ending = Ending(MARC, NOW, "“Solemn day” was not there then")
    words = ending_sentence(ending, {MARC: "Marc Fournier"})
    assert words.startswith(BY_MARC)
    assert words.endswith("ended: “Solemn day” was not there then.")


def test_what_neither_a_flag_nor_a_hold_explains_is_left_to_the_refusals(session, reader, approved):
    (post,) = posts.by_ids(reader.engine, [approved])
    setting = Setting.of(reader.engine)
    (case,) = gather(reader.engine, setting, reader.knowledge, [post], {}, now=NOW, with_edits=True)
    for reason, told_of in ((Reason.OWN_WORK, False), (Reason.UNSEEN, True)):
        ending = ending_of(reader.engine, case, [post], [Refusal(reason, "Solemn day")])
        assert (ending is not None) == told_of
    assert ending_of(reader.engine, replace(case, decisions=()), [post], []) is None
