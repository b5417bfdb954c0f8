"""Why what lies at a scheduler must come out there, cause by cause."""

from datetime import timedelta

import pytest

from app.domain.decision import Verdict
from app.domain.hold import Scope
from app.domain.recall import Lying, Why, causes
from tests.builders.domain import (
    GERMANY,
    INSTAGRAM,
    NORA,
    case,
    content,
    decision,
    flag,
    hand_over,
    hold,
    post,
)

HANDED = hand_over(seq=25)
LATER = post(local=content().local + timedelta(days=1))
NO_SINCE = decision(Verdict.WITHDRAW, NORA, 26, note="The price is wrong.")
OTHER = post(text="Other")
AUTUMN = content(campaign="autumn")
SLIPPED = {"post": post(campaign="other"), "holds": (hold(Scope.CAMPAIGN, "autumn"),)}
LIFTED = {"holds": (hold(lifted=31),)}
APPROVED = decision()

TABLE = [
    ("unchanged and still approved", {}, []),
    ("cancelled", {"post": post(cancelled=True)}, [Why.CANCELLED]),
    ("moved to another day", {"post": LATER}, [Why.MOVED]),
    ("its market has another zone now", {"post": post(zone="Asia/Tokyo")}, [Why.MOVED]),
    ("put in the tray", {"post": post(local=None)}, [Why.IN_TRAY]),
    ("other words", {"post": post(text="Other", link="https://a.example")}, [Why.CHANGED]),
    ("moved and rewritten", {"post": LATER.changed(text="Other")}, [Why.MOVED, Why.CHANGED]),
    (
        "other words that were approved since",
        {"post": OTHER, "decisions": (decision(fingerprint=OTHER.fingerprint, seq=30),)},
        [Why.CHANGED],
    ),
    ("put back to draft", {"post": post(ready=False)}, [Why.DRAFT]),
    ("cancelled as a draft", {"post": post(ready=False, cancelled=True)}, [Why.CANCELLED]),
    ("only renamed", {"post": post(name="Another name")}, []),
    ("held", {"holds": (hold(),)}, [Why.HELD]),
    ("held by itself", {"holds": (hold(Scope.POST, "p1"),)}, [Why.HELD]),
    ("held elsewhere", {"holds": (hold(Scope.MARKET, "m-fr"),)}, []),
    ("held, and rewritten to slip out", SLIPPED, [Why.HELD, Why.CHANGED]),
    ("approved before a hold was lifted", LIFTED, [Why.ENDED]),
    ("read again since", {**LIFTED, "decisions": (APPROVED, decision(seq=32))}, []),
    ("withdrawn", {"decisions": (decision(), NO_SINCE)}, [Why.SAID_NO]),
    ("a no, then a yes", {"decisions": (decision(), NO_SINCE, decision(seq=27))}, []),
    ("a no before the hand-over", {"decisions": (decision(Verdict.CHANGES, seq=19), APPROVED)}, []),
    ("a caution has come up", {"flags": (flag(),)}, [Why.ENDED]),
    ("it was taken out", {"post": LATER, "closed": True}, []),
    ("its time has passed", {"post": LATER, "now": HANDED.instant}, []),
]


@pytest.mark.parametrize(("facts", "expected"), [pytest.param(f, e, id=n) for n, f, e in TABLE])
def test_each_change_since_the_hand_over_is_a_cause(facts, expected):
    facts = dict(facts)
    handed = hand_over(seq=25, is_closed=facts.pop("closed", False))
    there = AUTUMN if facts == SLIPPED else content()
    lying = Lying(handed, there, GERMANY, INSTAGRAM)
    assert [cause.why for cause in causes(case(**facts), lying)] == expected


def test_a_cause_carries_what_matters():
    lying = Lying(HANDED, content(), GERMANY, INSTAGRAM)
    held, said, changed = causes(
        case(
            post=post(text="Other", link="https://a.example"),
            holds=(hold(),),
            decisions=(decision(), NO_SINCE),
        ),
        lying,
    )
    assert held.detail == "Wait for news"
    assert (said.detail, said.note) == ("withdraw", "The price is wrong.")
    assert changed.detail == "link text"
    (ended,) = causes(case(flags=(flag(),)), lying)
    assert ended.refusal.detail == flag().headline
