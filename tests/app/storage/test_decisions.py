"""What reviewers said about posts."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.decision import SeenFlag, Verdict
from app.domain.flag import Severity
from app.domain.post import PostId
from app.errors import ConflictError, MissingError, RefusedError
from app.storage import decisions
from app.storage.audit import verify
from tests.app.storage.ground import NOW, desk_in_memory

TEXT = st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"]), max_size=30)
SEEN = st.builds(SeenFlag, TEXT, TEXT, st.sampled_from(Severity), TEXT, st.booleans(), TEXT)
FACTS = st.fixed_dictionaries(
    {
        "verdict": st.sampled_from(Verdict),
        "note": TEXT,
        "seen": st.lists(SEEN).map(tuple),
        "remembrance": st.booleans(),
        "shown": st.lists(TEXT).map(tuple),
        "required": st.integers(1, 3),
        "knowledge": TEXT,
        "rules": TEXT,
    }
).filter(lambda facts: not is_alone_in_remembrance(**facts))


def is_alone_in_remembrance(
    verdict: Verdict, *, remembrance: bool, required: int, **_: object
) -> bool:
    """Tell whether one person would let a remembrance out, which the store refuses."""
    return verdict is Verdict.APPROVE and remembrance and required < 2


@given(st.lists(FACTS, min_size=1, max_size=4))
def test_every_decision_comes_back_as_it_was(team_file, many):
    with desk_in_memory(team_file) as desk:
        post = desk.create()
        made = tuple(desk.decide("ben", post, **facts) for facts in many)
        assert decisions.of_posts(desk.engine, [post.id]) == {post.id: made}
        assert verify(desk.engine) == ()


def test_place_and_moment_come_from_the_store(desk):
    decision = desk.decide("ben", desk.create())
    assert decision.seq > 0
    assert decision.at == NOW == datetime(2026, 11, 1, 12, tzinfo=UTC)


def test_posts_without_a_decision_are_left_out(desk, engine):
    silent, spoken = desk.create(), desk.create()
    said = desk.decide("eva", spoken, Verdict.CHANGES)
    assert decisions.of_posts(engine, [silent.id, spoken.id]) == {spoken.id: (said,)}


def test_an_approval_needs_a_reviewer(desk):
    with pytest.raises(RefusedError, match="Only reviewers"):
        desk.decide("ana", desk.create("eva"))


def test_an_approval_is_never_of_ones_own_work(desk):
    with pytest.raises(RefusedError, match="ask another reviewer"):
        desk.decide("eva", desk.create("eva"))


def test_what_has_changed_meanwhile_is_read_again_first(desk):
    post = desk.create()
    desk.edit("ana", post, text="Other")
    for verdict in Verdict:
        with pytest.raises(ConflictError, match="read it again"):
            desk.decide("ben", post, verdict)


def test_a_post_that_is_not_there_cannot_be_decided_on(desk):
    with pytest.raises(MissingError):
        desk.decide("ben", desk.draft().changed(id=PostId("post-404"), revision=1))
