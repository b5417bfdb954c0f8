"""Posts that are still to come."""

from datetime import timedelta

import pytest

from app.domain.decision import Verdict
from app.storage import planned
from app.storage.planned import Within
from tests.app.storage.ground import NOW, TODAY


@pytest.fixture(autouse=True)
def small_slices(monkeypatch):
    """So that a few posts already stand in several slices."""
    monkeypatch.setattr(planned, "SLICE", 2)


def ids(pages):
    return [post.id for page in pages for post in page]


@pytest.mark.parametrize("size", [1, 2, 100])
def test_what_is_to_come_is_found_by_time_and_the_tray_at_the_end(engine, plan, size):
    assert ids(planned.to_come(engine, NOW, Within(), size=size)) == [post.id for post in plan]


@pytest.mark.parametrize(
    ("within", "places"),
    [
        (Within(channels=frozenset({"fr-ig"})), [1, 5]),
        (Within(campaigns=frozenset({"spring"})), [2, 3, 4, 6]),
        (Within(frozenset({"fr-ig"}), frozenset({"spring"})), []),
        (Within(channels=frozenset()), []),
    ],
)
def test_only_what_was_asked_for_is_found(engine, plan, within, places):
    found = ids(planned.to_come(engine, NOW, within))
    assert found == [plan[place].id for place in places]


def test_what_was_approved_and_not_since_a_place_is_found(desk, engine):
    never, old, both = desk.create(), desk.approved(), desk.approved()
    two_asked = desk.create()
    desk.decide("ben", two_asked, required=2)
    changed = desk.edit("ana", desk.approved(), text="Other")
    gone = desk.approved(local=TODAY - timedelta(hours=1))
    seq = desk.lift(desk.hold()).lifted_seq
    desk.decide("eva", both)
    desk.decide("eva", two_asked, required=2)
    new = desk.approved()
    assert ids(planned.approved_before(engine, NOW, seq)) == [old.id, two_asked.id]
    elsewhere = Within(channels=frozenset({"fr-ig"}))
    assert ids(planned.approved_before(engine, NOW, seq, elsewhere)) == []
    desk.decide("eva", old, Verdict.REFUSE)
    assert old.id in ids(planned.approved_before(engine, NOW, seq))
    found = set(ids(planned.approved_before(engine, NOW, 2**62)))
    assert found == {old.id, both.id, two_asked.id, new.id}
    assert not found & {never.id, changed.id, gone.id}
