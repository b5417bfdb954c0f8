"""What somebody has begun to write."""

from app.domain.person import PersonId
from app.domain.post import PostId
from app.storage.audit import head
from app.storage.drafts import (
    KeptDraft,
    drafts_at,
    drafts_of,
    drop_draft,
    keep_draft,
    state_of_drafts,
)

POST, ANA, EVA = PostId("p"), PersonId("ana"), PersonId("eva")


def test_each_person_has_one_draft_of_a_post(engine):
    before = head(engine)
    keep_draft(engine, POST, ANA, {"text": "Guten"})
    keep_draft(engine, POST, ANA, {"text": "Guten Morgen", "tags": ["a"]})
    keep_draft(engine, POST, EVA, {"text": "Bonjour"})
    assert drafts_of(engine, ANA) == {POST: {"text": "Guten Morgen", "tags": ["a"]}}
    kept = drafts_at(engine, POST, beside="|")
    assert KeptDraft(POST, EVA, {"text": "Bonjour"}) in kept
    drop_draft(engine, POST, ANA)
    assert drafts_of(engine, ANA) == {}
    assert [one.person for one in drafts_at(engine, POST, beside="|")] == [EVA]
    assert drafts_of(engine, EVA) == {POST: {"text": "Bonjour"}}
    assert head(engine) == before


def test_all_drafts_of_a_person_are_found_and_their_state_tells_of_each_letter(engine):
    empty = state_of_drafts(engine)
    keep_draft(engine, POST, ANA, {"text": "Guten"})
    first = state_of_drafts(engine)
    keep_draft(engine, POST, ANA, {"text": "Guten M"})
    assert len({empty, first, state_of_drafts(engine)}) == 3
    assert drafts_of(engine, ANA) == {POST: {"text": "Guten M"}}
    assert drafts_of(engine, EVA) == {}


def test_what_lies_beside_a_place_is_found_with_it_and_other_places_are_not(engine):
    for place in ("p", "p|2", "p2", "pq|2"):
        keep_draft(engine, PostId(place), ANA, {})
    assert [one.place for one in drafts_at(engine, POST, beside="|")] == ["p", "p|2"]
