"""Posts as the calendar shows them."""

from dataclasses import replace
from datetime import timedelta

import pytest

from app.commands.cards import card_of, headline_of, stage_without_holds
from app.commands.views import Stage
from app.domain.decision import Verdict
from app.domain.flag import Flag, Severity
from tests.builders.domain import (
    MARC,
    NORA,
    NOW,
    case,
    content,
    decision,
    flag,
    hand_over,
    hold,
    post,
)

OTHER = content(text="Something else").fingerprint
QUEUED = hand_over()
SENT = hand_over(NOW - timedelta(days=1))
TABLE = [
    ({"post": post(ready=False)}, Stage.DRAFT),
    ({"decisions": ()}, Stage.WAITING),
    ({}, Stage.APPROVED),
    ({"hand_overs": (QUEUED,)}, Stage.QUEUED),
    ({"hand_overs": (SENT,)}, Stage.SENT),
    ({"hand_overs": (hand_over(NOW - timedelta(days=1), is_closed=True),)}, Stage.APPROVED),
    ({"decisions": (decision(fingerprint=OTHER),)}, Stage.ENDED),
    ({"flags": (flag(),)}, Stage.ENDED),
    ({"decisions": (decision(required=2),)}, Stage.WAITING),
    ({"holds": (hold(lifted=31),)}, Stage.ENDED),
    ({"decisions": (decision(Verdict.CHANGES),)}, Stage.CHANGES),
    ({"decisions": (decision(Verdict.REFUSE, NORA),)}, Stage.REFUSED),
    ({"decisions": (decision(), decision(Verdict.WITHDRAW, MARC, 21))}, Stage.WAITING),
    ({"decisions": (decision(Verdict.CHANGES, fingerprint=OTHER),)}, Stage.WAITING),
]


@pytest.mark.parametrize(("facts", "stage"), TABLE)
def test_the_card_says_how_far_the_post_has_come(facts, stage):
    one = case(**facts)
    card = card_of(one, {one.post.id: one.flags})
    assert card.stage is stage
    assert card.is_approved is (stage in (Stage.APPROVED, Stage.QUEUED, Stage.SENT))


def test_what_was_sent_stays_sent_whatever_is_held_or_comes_up_later():
    one = case(hand_overs=(SENT,), holds=(hold(),), flags=(flag(),))
    card = card_of(one, {one.post.id: one.flags})
    assert (card.stage, card.is_approved) == (Stage.SENT, False)


def test_a_hold_is_thought_away_to_say_how_far_a_post_had_come():
    held = Flag("hold.active", Severity.STOP, "hold.active:h1", "m", "On hold", "Fire")
    one = case(holds=(hold(), hold(lifted=31)), flags=(held,))
    assert card_of(one, {one.post.id: one.flags}).stage is Stage.ENDED
    assert card_of(one, {one.post.id: one.flags}).is_held
    assert stage_without_holds(one) is Stage.APPROVED
    assert stage_without_holds(replace(one, hand_overs=(QUEUED,))) is Stage.QUEUED
    assert stage_without_holds(replace(one, decisions=())) is Stage.WAITING


def test_a_cancelled_post_says_so():
    assert card_of(case(post=post(cancelled=True)), {}).is_cancelled


def test_a_card_without_stored_flags_says_that_they_are_missing():
    assert not card_of(case(), {}).is_assessed


def test_a_card_says_when_something_else_is_queued_than_what_stands_here():
    assert not card_of(case(hand_overs=(QUEUED,)), {}).hand_over_differs
    assert card_of(case(hand_overs=(hand_over(fingerprint=OTHER),)), {}).hand_over_differs


def test_the_planners_name_comes_before_the_first_words():
    assert headline_of(post(name="Rye bread")) == "Rye bread"
    assert headline_of(post(text="Frisch\n\naus dem   Ofen")) == "Frisch aus dem Ofen"
