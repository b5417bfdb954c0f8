"""What waits for a review: whose it is, and what must be decided first."""

from dataclasses import replace
from datetime import UTC, datetime, time, timedelta
from functools import partial

import pytest

from app.commands import review_queue
from app.commands.assignments import assign_review
from app.commands.people import save_person
from app.commands.posts import put_in_tray
from app.commands.review_queue import Hindrance, Whose, by_now
from app.domain.person import Person, Role
from app.domain.post import Fingerprint
from tests.builders.calendars import (
    FR_INSTAGRAM,
    GERMANY,
    LENA,
    MARC,
    NORA,
    NOW,
    POGROM_DAY,
    QUIET_DAY,
    act_as,
    approve_as,
    ready_post,
)
from tests.builders.domain import hand_over

TOMORROW = NOW.date() + timedelta(days=1)
FRENCH = "Notre pain de seigle sort du four ce matin."


@pytest.fixture
def marc(session):
    """Marc reads German, in Germany."""
    act_as(session, NORA)
    save_person(session, person=Person(MARC, "Marc", Role.REVIEWER, ("de",), (GERMANY,)))
    act_as(session, LENA)
    return Person(MARC, "Marc", Role.REVIEWER, ("de",), (GERMANY,))


def ids(queue):
    return [one.card.id for one in queue]


def test_mine_is_what_i_can_read_and_what_i_was_asked_for(session, reader, marc):
    german = ready_post(session)
    english = ready_post(session, text="Warm from the oven.", language="en")
    french = ready_post(session, channel=FR_INSTAGRAM, text=FRENCH)
    of_nora = ready_post(session, clock=time(12))
    assign_review(session, post_id=french, assignee=MARC)
    assign_review(session, post_id=of_nora, assignee=NORA)
    assert set(ids(reader.review_queue(marc))) == {german, french}
    assert set(ids(reader.review_queue(marc, Whose.ALL))) == {german, english, french, of_nora}
    (one,) = [one for one in reader.review_queue(marc) if one.card.id == french]
    assert one.assignee == MARC


def test_overdue_is_what_should_have_been_decided_whoever_was_asked(session, reader, marc):
    late = ready_post(session, day=TOMORROW, clock=time(9))
    french = ready_post(session, day=TOMORROW, channel=FR_INSTAGRAM, text=FRENCH, clock=time(9))
    ready_post(session, day=QUIET_DAY)
    hurried = ready_post(session, day=QUIET_DAY, clock=time(12))
    assign_review(session, post_id=hurried, decide_by=NOW - timedelta(hours=1))
    queue = reader.review_queue(marc, Whose.OVERDUE)
    assert set(ids(queue)) == {late, french, hurried}
    assert all(one.is_overdue for one in queue)


def test_what_cannot_be_overdue_is_not_looked_at(session, reader, marc, monkeypatch):
    ready_post(session, day=QUIET_DAY)
    looked = []
    monkeypatch.setattr(review_queue, "cards_of", lambda *given: looked.append(len(given[2])) or ())
    assert reader.review_queue(marc, Whose.OVERDUE) == ()
    assert sum(looked) == 0


def test_overdue_comes_first_then_the_day_by_risk_and_what_i_cannot_decide_last(
    session, reader, marc
):
    plain = ready_post(session, clock=time(9))
    risky = ready_post(session, clock=time(18), text="Nur heute: ${price} fuer unser Brot.")
    grave = ready_post(session, day=POGROM_DAY)
    late = ready_post(session, day=TOMORROW, clock=time(9))
    act_as(session, MARC)
    own = ready_post(session, day=TOMORROW, clock=time(9, 30))
    act_as(session, LENA)
    assign_review(session, post_id=risky, decide_by=datetime(2027, 11, 15, 9, tzinfo=UTC))
    queue = reader.review_queue(marc)
    assert ids(queue) == [late, grave, risky, plain, own]
    assert [one.hindrance for one in queue][-1] is Hindrance.OWN


def test_what_was_approved_or_waits_for_its_planner_is_not_in_it(session, reader, marc):
    approve_as(session, reader, ready_post(session))
    assert reader.review_queue(marc, Whose.ALL) == ()


def test_it_is_cut_to_the_soonest_and_to_what_was_asked_for_early(
    session, reader, marc, monkeypatch
):
    monkeypatch.setattr(review_queue, "QUEUE_LENGTH", 2)
    soon = ready_post(session, day=QUIET_DAY)
    ready_post(session, day=QUIET_DAY + timedelta(days=1))
    ready_post(session, day=QUIET_DAY + timedelta(days=2))
    far = ready_post(session, day=QUIET_DAY + timedelta(days=60))
    assign_review(session, post_id=far, decide_by=NOW + timedelta(days=1))
    assert ids(reader.review_queue(marc)) == [far, soon]


def test_nobody_looks_at_the_flags_of_what_is_not_mine(session, reader, marc, monkeypatch):
    ready_post(session, channel=FR_INSTAGRAM, text=FRENCH)
    looked = []
    cards_of = review_queue.cards_of

    def looking(*given):
        looked.extend(given[2])
        return cards_of(*given)

    monkeypatch.setattr(review_queue, "cards_of", looking)
    assert reader.review_queue(marc) == ()
    assert looked == []


def test_only_what_was_touched_is_read_again(session, reader, marc, monkeypatch):
    first, second = ready_post(session), ready_post(session, clock=time(12))
    known = reader.review_queue(marc)
    approve_as(session, reader, first)
    third = ready_post(session, clock=time(14))
    looked = []
    cards_of = review_queue.cards_of

    def looking(*given):
        looked.extend(post.id for post in given[2])
        return cards_of(*given)

    monkeypatch.setattr(review_queue, "cards_of", looking)
    queue = reader.queue_again(marc, Whose.MINE, known, {first, third})
    assert ids(queue) == [second, third]
    assert set(looked) == {first, third}


def test_what_has_passed_or_has_no_date_is_not_asked_for(session, reader, marc):
    undated = ready_post(session)
    put_in_tray(session, post_ids=[undated])
    for post_id in (undated, ready_post(session, day=NOW.date() - timedelta(days=9))):
        assign_review(session, post_id=post_id, decide_by=NOW - timedelta(days=20))
    assert reader.review_queue(marc, Whose.ALL) == ()


def test_a_queue_that_was_read_a_while_ago_stands_as_one_that_is_read_now(session, reader, marc):
    soon = ready_post(session, day=TOMORROW, clock=time(9))
    later = ready_post(session, day=QUIET_DAY)
    known = reader.review_queue(marc)
    for days in range((QUIET_DAY - NOW.date()).days + 4):
        reader.clock = partial(_days_after, days)
        assert by_now(known, reader.clock()) == reader.review_queue(marc)
    assert (set(ids(known)), ids(by_now(known, reader.clock()))) == ({soon, later}, [])


def _days_after(days):
    return NOW + timedelta(days=days)


def test_what_was_sent_meanwhile_as_it_stands_waits_no_more(session, reader, marc):
    ready_post(session)
    (one,) = reader.review_queue(marc)
    lies = hand_over(NOW, fingerprint=Fingerprint("as it stands"))
    as_it_stands = replace(one, card=replace(one.card, hand_over=lies))
    otherwise = replace(one, card=replace(as_it_stands.card, hand_over_differs=True))
    assert ids(by_now([as_it_stands], NOW - timedelta(minutes=1))) == ids([one])
    assert by_now([as_it_stands], NOW) == ()
    assert ids(by_now([otherwise], NOW)) == ids([one])
