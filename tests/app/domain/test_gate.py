"""The gate, condition by condition, as section 3 of the design lists them."""

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from app.domain.decision import Verdict
from app.domain.export import Carrier
from app.domain.flag import Severity
from app.domain.gate import (
    Case,
    Edit,
    Reason,
    authors_now,
    lifted_since,
    refusals,
    review_refusals,
    sound_approvals,
)
from app.domain.hold import Scope
from app.domain.medium import Medium
from app.domain.person import PersonId
from app.domain.policy import Policy
from tests.builders.domain import (
    GERMANY,
    INSTAGRAM,
    LENA,
    MARC,
    NORA,
    NOW,
    case,
    content,
    decision,
    edit,
    flag,
    hand_over,
    hold,
    post,
    seen,
)

CAUTION, STOP, BLOCKED = flag(), flag(Severity.STOP, "day.solemn:y"), flag(Severity.BLOCKED, "b")
NOTE = flag(Severity.NOTE, "n")
OLD_AUTHOR = PersonId("old author")
OTHER = content(text="Something else").fingerprint
BETWEEN = content(text="In between").fingerprint
TWO = Policy(approvers_on_stop=2)
STOPPED = decision(flags=(STOP,))
SELLS = flag(Severity.STOP, "remembrance.selling")
REMEMBERED = decision(remembrance=True, required=2)
BOTH_REMEMBERED = (REMEMBERED, decision(by=NORA, seq=21, remembrance=True, required=2))


def reasons(one: Case) -> list[Reason]:
    return [refusal.reason for refusal in refusals(one)]


def test_a_ready_dated_post_approved_by_another_person_may_leave():
    assert refusals(case()) == ()


TABLE = [
    # marked ready, dated, not cancelled; not in the past, not nearer than the lead time
    ("a draft", {"post": post(ready=False)}, [Reason.NOT_READY]),
    ("cancelled", {"post": post(cancelled=True)}, [Reason.CANCELLED]),
    ("undated", {"post": post(local=None)}, [Reason.UNDATED, Reason.NOT_APPROVED]),
    ("in the past", {"now": NOW + timedelta(days=9)}, [Reason.PAST]),
    (
        "nearer than the lead time",
        {
            "now": post().content.instant - timedelta(minutes=9),
            "carrier": Carrier("x", frozenset({"text"}), 1, lead=timedelta(minutes=10)),
        },
        [Reason.TOO_SOON],
    ),
    # approved on its fingerprint, as many people as the policy asks
    ("never read", {"decisions": ()}, [Reason.NOT_APPROVED]),
    (
        "other content approved",
        {"decisions": (decision(fingerprint=OTHER),)},
        [Reason.NOT_APPROVED],
    ),
    (
        "one of two approvers on a stop",
        {"decisions": (STOPPED,), "flags": (STOP,), "policy": TWO},
        [Reason.NEEDS_ANOTHER],
    ),
    (
        "the same approver twice is one",
        {
            "decisions": (STOPPED, decision(seq=21, flags=(STOP,))),
            "flags": (STOP,),
            "policy": TWO,
        },
        [Reason.NEEDS_ANOTHER],
    ),
    (
        "two approvers on a stop",
        {
            "decisions": (STOPPED, decision(by=NORA, seq=21, flags=(STOP,))),
            "flags": (STOP,),
            "policy": TWO,
        },
        [],
    ),
    (
        "the policy was lowered after two people were asked",
        {"decisions": (decision(flags=(STOP,), required=2),), "flags": (STOP,)},
        [Reason.NEEDS_ANOTHER],
    ),
    ("one is enough without a stop", {"policy": TWO, "flags": (NOTE,)}, []),
    (
        "one of two approvals is incomplete",
        {"decisions": (STOPPED, decision(by=NORA, seq=21)), "flags": (STOP,), "policy": TWO},
        [Reason.UNSEEN],
    ),
    # as the remembrance of its day: by two, who both say so
    ("one says that it is the remembrance", {"decisions": (REMEMBERED,)}, [Reason.NEEDS_ANOTHER]),
    (
        "one says so, before that was never one person's word",
        {"decisions": (decision(remembrance=True),)},
        [Reason.NEEDS_ANOTHER],
    ),
    ("two say so", {"decisions": BOTH_REMEMBERED}, []),
    (
        "two say so of a post that sells, as if it did not",
        {"decisions": BOTH_REMEMBERED, "flags_of_remembrance": (SELLS,)},
        [Reason.UNSEEN],
    ),
    (
        "one of two has answered what it sells",
        {
            "decisions": (
                REMEMBERED,
                decision(by=NORA, seq=21, flags=(SELLS,), remembrance=True, required=2),
            ),
            "flags_of_remembrance": (SELLS,),
        },
        [Reason.UNSEEN],
    ),
    (
        "both have answered what it sells",
        {
            "decisions": tuple(
                decision(by=who, seq=seq, flags=(SELLS,), remembrance=True, required=2)
                for seq, who in ((20, MARC), (21, NORA))
            ),
            "flags_of_remembrance": (SELLS,),
        },
        [],
    ),
    (
        "what it sells concerns nobody who does not say that it is the remembrance",
        {"flags_of_remembrance": (SELLS,)},
        [],
    ),
    (
        "one says so and another does not",
        {"decisions": (REMEMBERED, decision(by=NORA, seq=21))},
        [Reason.NOT_AGREED],
    ),
    (
        "another did not, and one says so now",
        {"decisions": (decision(by=NORA, seq=19), REMEMBERED)},
        [Reason.NOT_AGREED],
    ),
    (
        "both have come to say so",
        {"decisions": (decision(by=NORA, seq=19), *BOTH_REMEMBERED)},
        [],
    ),
    (
        "one said so of other content",
        {"decisions": (replace(REMEMBERED, fingerprint=OTHER), decision(by=NORA, seq=21))},
        [],
    ),
    (
        "one said so, and that was withdrawn",
        {
            "decisions": (
                REMEMBERED,
                decision(Verdict.WITHDRAW, NORA, 21),
                decision(by=NORA, seq=22),
            )
        },
        [],
    ),
    (
        "an author whom it inherited said so",
        {"decisions": (REMEMBERED, decision(by=NORA, seq=21)), "inherited": frozenset({MARC})},
        [],
    ),
    (
        "three must approve a stop, also a remembrance",
        {
            "decisions": tuple(
                decision(by=who, seq=seq, flags=(STOP,), remembrance=True, required=2)
                for seq, who in ((20, MARC), (21, NORA))
            ),
            "flags": (STOP,),
            "policy": Policy(approvers_on_stop=3),
        },
        [Reason.NEEDS_ANOTHER],
    ),
    # each with every caution ticked and every stop given a reason
    (
        "a caution not ticked",
        {
            "flags": (CAUTION,),
            "decisions": (decision(seen=(seen(CAUTION, is_ticked=False, reason=""),)),),
        },
        [Reason.NOT_TICKED],
    ),
    (
        "a stop ticked but without words",
        {"flags": (STOP,), "decisions": (decision(seen=(seen(STOP, reason=" "),)),)},
        [Reason.NO_REASON],
    ),
    (
        "all answered",
        {"flags": (STOP, CAUTION), "decisions": (decision(flags=(STOP, CAUTION)),)},
        [],
    ),
    # no later no on any content
    (
        "asked for changes later",
        {"decisions": (decision(), decision(Verdict.CHANGES, NORA, 21))},
        [Reason.SAID_NO],
    ),
    (
        "refused later by the author",
        {"decisions": (decision(), decision(Verdict.REFUSE, LENA, 21))},
        [Reason.SAID_NO],
    ),
    (
        "withdrawn",
        {"decisions": (decision(), decision(Verdict.WITHDRAW, MARC, 21))},
        [Reason.SAID_NO],
    ),
    (
        "a no on other content of the post",
        {"decisions": (decision(), decision(Verdict.CHANGES, NORA, 21, fingerprint=OTHER))},
        [Reason.SAID_NO],
    ),
    (
        "a no on what it was before, never approved as it is",
        {"decisions": (decision(Verdict.CHANGES, NORA, 21, fingerprint=OTHER),)},
        [Reason.NOT_APPROVED],
    ),
    (
        "a no before the approval",
        {"decisions": (decision(Verdict.CHANGES, NORA, 19), decision())},
        [],
    ),
    # by others
    ("approved by its author", {"decisions": (decision(by=LENA),)}, [Reason.OWN_WORK]),
    (
        "approved by an author of old",
        {"edits": (edit(MARC, 5, OTHER), edit(LENA, 10))},
        [Reason.OWN_WORK],
    ),
    (
        "its author ticks what came up after another had approved it",
        {
            "flags": (CAUTION,),
            "decisions": (decision(), decision(by=LENA, seq=21, flags=(CAUTION,))),
        },
        [Reason.UNSEEN],
    ),
    (
        "old words of the approver, brought back by undo after others had changed them",
        {
            "edits": (
                edit(MARC, 5, OTHER),
                edit(LENA, 8, BETWEEN),
                edit(LENA, 15, undo_of=8),
            ),
            "decisions": (decision(by=NORA, seq=12, fingerprint=BETWEEN), decision()),
        },
        [Reason.OWN_WORK],
    ),
    (
        "old words of the approver, restored and then moved",
        {
            "edits": (
                edit(MARC, 5, OTHER),
                edit(LENA, 8, BETWEEN),
                edit(LENA, 14, OTHER),
                edit(LENA, 15),
            ),
            "decisions": (decision(by=NORA, seq=12, fingerprint=BETWEEN), decision()),
        },
        [Reason.OWN_WORK],
    ),
    (
        "its author approves twice",
        {"decisions": (decision(by=LENA), decision(by=LENA, seq=21))},
        [Reason.OWN_WORK],
    ),
    ("approved by an inherited author", {"inherited": frozenset({MARC})}, [Reason.OWN_WORK]),
    (
        "edited before the last approval, not since",
        {
            "edits": (edit(MARC, 5, OTHER), edit(LENA, 15)),
            "decisions": (decision(by=NORA, seq=12, fingerprint=OTHER), decision()),
        },
        [],
    ),
    (
        "that approval was taken back",
        {
            "edits": (edit(MARC, 5, OTHER), edit(LENA, 15)),
            "decisions": (
                decision(by=NORA, seq=12, fingerprint=OTHER),
                decision(Verdict.WITHDRAW, NORA, 13, fingerprint=OTHER),
                decision(),
            ),
        },
        [Reason.OWN_WORK],
    ),
    (
        "that approval was one of two asked for",
        {
            "edits": (edit(MARC, 5, OTHER), edit(LENA, 15)),
            "decisions": (decision(by=NORA, seq=12, fingerprint=OTHER, required=2), decision()),
        },
        [Reason.OWN_WORK],
    ),
    (
        "an edit after the approval that came back to the same",
        {"edits": (edit(LENA, 10), edit(MARC, 30))},
        [],
    ),
    # nothing unseen
    ("a new caution", {"flags": (CAUTION,)}, [Reason.UNSEEN]),
    (
        "a caution that has worsened",
        {"flags": (flag(Severity.STOP, CAUTION.key),), "decisions": (decision(flags=(CAUTION,)),)},
        [Reason.UNSEEN],
    ),
    (
        "a caution whose facts changed",
        {"flags": (flag(fact="later"),), "decisions": (decision(flags=(CAUTION,)),)},
        [Reason.UNSEEN],
    ),
    (
        "a caution that the owner has raised to a stop, answered by a tick",
        {"flags": (CAUTION.at(Severity.STOP),), "decisions": (decision(flags=(CAUTION,)),)},
        [Reason.UNSEEN],
    ),
    (
        "a note that the owner has raised to a caution",
        {"flags": (NOTE.at(Severity.CAUTION),), "decisions": (decision(flags=(NOTE,)),)},
        [Reason.UNSEEN],
    ),
    (
        "raised, and taken back",
        {"flags": (CAUTION,), "decisions": (decision(flags=(CAUTION,)),)},
        [],
    ),
    (
        "a stop that the owner has lowered to a caution, answered by a reason",
        {"flags": (STOP.at(Severity.CAUTION),), "decisions": (STOPPED,)},
        [],
    ),
    (
        "a stop that the owner has lowered to a note",
        {"flags": (STOP.at(Severity.NOTE),), "decisions": (STOPPED,)},
        [],
    ),
    (
        "a lowered stop, ticked, and then a stop again",
        {"flags": (STOP,), "decisions": (decision(flags=(STOP.at(Severity.CAUTION),)),)},
        [Reason.UNSEEN],
    ),
    (
        "a stop that was lowered while other facts of it changed",
        {
            "flags": (flag(Severity.CAUTION, STOP.key, fact="later"),),
            "decisions": (STOPPED,),
        },
        [Reason.UNSEEN],
    ),
    (
        "a stop lowered after two people were asked and one has answered",
        {
            "flags": (STOP.at(Severity.CAUTION),),
            "policy": TWO,
            "decisions": (decision(flags=(STOP,), required=2),),
        },
        [Reason.NEEDS_ANOTHER],
    ),
    ("a note asks for nothing", {"flags": (NOTE,)}, []),
    (
        "a blocked flag",
        {"flags": (BLOCKED,), "decisions": (decision(flags=(BLOCKED,)),)},
        [Reason.BLOCKED],
    ),
    # holds
    ("an active hold", {"holds": (hold(),)}, [Reason.HELD]),
    ("a hold elsewhere", {"holds": (hold(Scope.MARKET, "m-fr"),)}, []),
    ("a hold of this post", {"holds": (hold(Scope.POST, "p1"),)}, [Reason.HELD]),
    ("a hold of another post", {"holds": (hold(Scope.POST, "p2"),)}, []),
    (
        "a hold of this post, lifted after the approval",
        {"holds": (hold(Scope.POST, "p1", lifted=31),)},
        [Reason.HELD_SINCE],
    ),
    ("lifted after the approval", {"holds": (hold(lifted=31),)}, [Reason.HELD_SINCE]),
    ("approved while it stood", {"holds": (hold(placed=15, lifted=25),)}, [Reason.HELD_SINCE]),
    ("lifted before the approval", {"holds": (hold(placed=15, lifted=19),)}, []),
    (
        "approved while it stood, and again after it was lifted",
        {
            "holds": (hold(placed=15, lifted=25),),
            "decisions": (decision(), decision(by=NORA, seq=26)),
        },
        [],
    ),
    (
        "lifted before the approval, then placed again",
        {"holds": (hold(placed=15, lifted=19), hold(placed=30))},
        [Reason.HELD],
    ),
    (
        "placed again and lifted again after the approval",
        {"holds": (hold(placed=15, lifted=19), hold(placed=30, lifted=31))},
        [Reason.HELD_SINCE],
    ),
    (
        "one of two holds lifted",
        {"holds": (hold(lifted=31), hold(Scope.MARKET, GERMANY.id))},
        [Reason.HELD, Reason.HELD_SINCE],
    ),
    (
        "a hold on a market that the channel reaches",
        {
            "channel": replace(INSTAGRAM, reach=("AT",)),
            "holds": (replace(hold(Scope.MARKET, "m-at"), country="AT"),),
        },
        [Reason.HELD],
    ),
    (
        "a campaign's hold, however the campaign is written",
        {
            "post": post(campaign="Late  LOAF"),
            "decisions": (decision(fingerprint=content(campaign="Late  LOAF").fingerprint),),
            "holds": (hold(Scope.CAMPAIGN, "late loaf"),),
        },
        [Reason.HELD],
    ),
    (
        "one of two people has read it again since the lift",
        {
            "flags": (STOP,),
            "policy": TWO,
            "holds": (hold(lifted=31),),
            "decisions": (
                STOPPED,
                decision(by=NORA, seq=21, flags=(STOP,)),
                decision(by=NORA, seq=32, flags=(STOP,)),
            ),
        },
        [Reason.HELD_SINCE],
    ),
    # hand-overs
    ("still queued at the scheduler", {"hand_overs": (hand_over(),)}, [Reason.STILL_QUEUED]),
    ("taken out there", {"hand_overs": (hand_over(is_closed=True),)}, []),
    ("its time has passed there", {"hand_overs": (hand_over(NOW),)}, []),
    (
        "one of two taken out",
        {"hand_overs": (hand_over(is_closed=True), hand_over())},
        [Reason.STILL_QUEUED],
    ),
    (
        "queued as it was before",
        {"hand_overs": (hand_over(fingerprint=OTHER),)},
        [Reason.STILL_QUEUED],
    ),
    # the preset carries every filled field
    (
        "a link",
        {"post": post(link="https://solvane.example")},
        [Reason.NOT_CARRIED, Reason.NOT_APPROVED],
    ),
    (
        "a network that it does not serve",
        {"carrier": Carrier("x", frozenset({"text"}), 1, networks=frozenset({"x"}))},
        [Reason.WRONG_NETWORK],
    ),
]


@pytest.mark.parametrize(("changes", "expected"), [pytest.param(c, e, id=n) for n, c, e in TABLE])
def test_each_condition_of_the_design_keeps_the_post_in(changes, expected):
    assert reasons(case(**changes)) == expected


LIFTED = [
    ("nothing was held", {}, 0),
    ("the hold stands", {"holds": (hold(),)}, 0),
    ("lifted before the approval", {"holds": (hold(placed=15, lifted=19),)}, 0),
    ("lifted after the approval", {"holds": (hold(lifted=31),)}, 1),
    ("it covered something else", {"holds": (hold(Scope.MARKET, "m-fr", lifted=31),)}, 0),
    ("never approved", {"holds": (hold(lifted=31),), "decisions": ()}, 0),
    (
        "read again since",
        {"holds": (hold(lifted=31),), "decisions": (decision(), decision(by=NORA, seq=32))},
        0,
    ),
    (
        "refused since",
        {"holds": (hold(lifted=31),), "decisions": (decision(), decision(Verdict.REFUSE, seq=32))},
        0,
    ),
]


@pytest.mark.parametrize(("changes", "count"), [pytest.param(c, k, id=n) for n, c, k in LIFTED])
def test_what_a_lifted_hold_had_caught_is_told_until_it_is_read_again(changes, count):
    assert len(lifted_since(case(**changes))) == count


def test_a_second_picture_is_named_when_only_one_is_carried():
    two = case(
        post=post(media=(Medium("https://a.example/1.png"), Medium("https://a.example/2.png")))
    )
    assert [r.detail for r in refusals(two) if r.reason is Reason.NOT_CARRIED] == ["second_medium"]


def test_the_review_alone_says_nothing_of_time_or_format():
    assert review_refusals(case(post=post(ready=False), now=NOW + timedelta(days=99))) == ()


def test_everybody_who_wrote_since_the_last_approval_is_an_author():
    one = case(edits=(edit(LENA, 10), edit(NORA, 30)), inherited=frozenset({OLD_AUTHOR}))
    assert authors_now(one) == {LENA, NORA, OLD_AUTHOR}


def test_only_approvals_without_a_fault_count():
    one = case(decisions=(decision(), decision(by=LENA, seq=15)))
    assert [approval.reviewer for approval in sound_approvals(one)] == [MARC]


class Desk(RuleBasedStateMachine):
    """Three people edit, undo, decide, hold and lift in any order; a plain rule book watches."""

    people = st.sampled_from([LENA, MARC, NORA])
    texts = st.sampled_from(["a", "b", "c"])

    def __init__(self):
        super().__init__()
        self.seq = 1
        self.post = post(text="a")
        self.history = [(1, "edit", LENA, self.post.fingerprint)]
        self.holds = []
        self.flags = ()
        self.policy = Policy()

    def _next(self):
        self.seq += 1
        return self.seq

    @rule(by=people, text=texts, day=st.integers(1, 3))
    def edit(self, by, text, day):
        self.post = post(text=text, local=post().content.local + timedelta(days=day))
        self.history.append((self._next(), "edit", by, self.post.fingerprint))

    @rule(by=people, answers=st.booleans())
    def approve(self, by, answers):
        flags = self.flags if answers else ()
        required = self.policy.approvers_for(self.flags)
        self.history.append((self._next(), "approve", by, self.post.fingerprint, flags, required))

    @rule(by=people, verdict=st.sampled_from([Verdict.CHANGES, Verdict.REFUSE, Verdict.WITHDRAW]))
    def say_no(self, by, verdict):
        self.history.append((self._next(), verdict.value, by, self.post.fingerprint))

    @rule()
    def place_or_lift(self):
        if self.holds and self.holds[-1].is_active:
            self.holds[-1] = hold(placed=self.holds[-1].placed_seq, lifted=self._next())
        else:
            self.holds.append(hold(placed=self._next()))

    @rule(flags=st.sampled_from([(), (CAUTION,), (STOP,), (STOP, CAUTION), (BLOCKED,)]))
    def knowledge_changes(self, flags):
        self.flags = flags

    @rule(policy=st.sampled_from([Policy(), TWO]))
    def owner_changes_the_policy(self, policy):
        self.policy = policy

    def _case(self):
        said = [
            decision(
                Verdict(e[1]),
                e[2],
                e[0],
                e[3],
                flags=e[4] if len(e) > 4 else (),
                required=e[5] if len(e) > 5 else 1,
            )
            for e in self.history
            if e[1] != "edit"
        ]
        return case(
            post=self.post,
            edits=tuple(Edit(e[2], e[0], e[3]) for e in self.history if e[1] == "edit"),
            decisions=tuple(said),
            flags=self.flags,
            holds=tuple(self.holds),
            policy=self.policy,
        )

    @invariant()
    def nothing_leaves_that_no_other_person_approved_as_it_is(self):
        if refusals(self._case()):
            return
        noes = [e[0] for e in self.history if e[1] not in ("edit", "approve")]
        last_no = max(noes, default=0)
        last_lift = max((h.lifted_seq for h in self.holds if h.lifted_seq), default=0)
        good = {
            e[2]
            for e in self.history
            if e[1] == "approve"
            and e[3] == self.post.fingerprint
            and e[0] > max(last_no, last_lift)
            and set(self.flags) <= set(e[4])
            and not self._wrote_what_nobody_read(e[0], e[2], e[3])
        }
        assert not any(h.is_active for h in self.holds)
        assert BLOCKED not in self.flags
        assert len(good) >= (2 if STOP in self.flags and self.policy is TWO else 1)

    def _wrote_what_nobody_read(self, seq, person, fingerprint):
        """Walk back from the approval to the last time all asked for had approved."""
        if any(e[1:] == ("edit", person, fingerprint) for e in self.history if e[0] < seq):
            return True
        earlier = [e for e in self.history if e[0] < seq]
        while earlier:
            event = earlier.pop()
            if event[1] == "edit":
                if event[2] == person:
                    return True
            elif event[1] == "approve":
                if self._was_complete(event):
                    return False
            else:
                return any(e[1] == "edit" and e[2] == person for e in earlier)
        return False

    def _was_complete(self, approval):
        noes = [
            e[0] for e in self.history if e[1] not in ("edit", "approve") and e[0] < approval[0]
        ]
        people = {
            e[2]
            for e in self.history
            if e[1] == "approve"
            and e[3] == approval[3]
            and max(noes, default=0) < e[0] <= approval[0]
            and not self._wrote_what_nobody_read(*e[:1], *e[2:4])
        }
        return len(people) >= approval[5]


Desk.TestCase.settings = settings(max_examples=60, stateful_step_count=18, deadline=None)
TestDesk = Desk.TestCase
