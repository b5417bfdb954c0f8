from datetime import timedelta

from app.commands.consequences import Standing
from app.commands.exports import export_posts
from app.commands.moving import Move, move_each
from app.domain.flag import Severity
from app.domain.post import PostId
from tests.builders.calendars import GERMANY, QUIET_DAY, approve_as, ready_post
from tests.builders.moves import move_posts

A, B = PostId("a"), PostId("b")
STOP, CAUTION = Severity.STOP, Severity.CAUTION


def standing(approved=(), risks=None, queued=None):
    return Standing(frozenset(approved), risks or {}, queued or {})


def test_approvals_that_ended_and_came_back_are_counted_apart():
    before, after = standing([A]), standing([B])
    assert (before.approvals_lost(after), before.approvals_back(after)) == (1, 1)


def test_a_risk_comes_when_it_was_not_there_or_was_less_grave():
    before = standing(risks={A: {"day": CAUTION, "old": STOP}})
    after = standing(risks={A: {"day": STOP, "old": STOP, "new": CAUTION}})
    assert before.came(after, frozenset(), STOP) == 1
    assert before.came(after, frozenset(), CAUTION) == 1


def test_all_risks_of_a_post_that_was_just_made_have_come():
    after = standing(risks={A: {"day": STOP}})
    assert standing().came(after, frozenset({A}), STOP) == 1


def test_of_a_post_whose_risks_were_not_known_nothing_is_claimed():
    after = standing(risks={A: {"day": STOP}})
    assert standing().came(after, frozenset(), STOP) == 0


def test_a_text_that_was_said_twice_before_brings_no_new_risk_beside_another_twin(session):
    text = "Die Heide blüht, und wir haben neue Wanderkarten im Laden an der Brücke."
    near, far = QUIET_DAY, QUIET_DAY + timedelta(days=16)
    for day in (near, far):
        ready_post(session, text=text, day=day)
    moved = ready_post(session, text=text, day=near + timedelta(days=2))
    changes = move_posts(session, post_ids=[moved], to_day=far - timedelta(days=2))
    assert changes.cautions_came == 0


def test_a_scheduler_that_holds_what_stands_here_no_more_is_named_once():
    before = standing(queued={A: "Buffer", B: "Buffer"})
    assert before.left_queued(standing()) == ("Buffer",)
    assert before.left_queued(before) == ()


def test_a_post_that_moves_away_from_its_place_at_a_scheduler_says_so(session, reader, tmp_path):
    post = ready_post(session)
    approve_as(session, reader, post)
    export_posts(
        session,
        preset="buffer",
        first=QUIET_DAY,
        last=QUIET_DAY,
        market_ids=[GERMANY],
        folder=tmp_path,
    )
    (card,) = reader.cards_of([post])
    changes = move_each(session, moves=[Move(post, QUIET_DAY + timedelta(days=1), card.local)])
    assert changes.left_queued == ("Buffer",)
    assert session.undo().left_queued == ()
