"""What somebody has begun to write."""

from app.domain.person import PersonId
from app.domain.post import PostId
from app.storage.audit import head
from app.storage.drafts import drafts_at, drafts_of, drop_draft, keep_draft, state_of_drafts

POST, ANA, EVA = PostId("p"), PersonId("ana"), PersonId("eva")


def test_each_person_has_one_draft_of_a_post(engine):
    before = head(engine)
    keep_draft(engine, POST, ANA, {"text": "Guten"})
    keep_draft(engine, POST, ANA, {"text": "Guten Morgen", "tags": ["a"]})
    keep_draft(engine, POST, EVA, {"text": "Bonjour"})
    assert drafts_of(engine, ANA) == {POST: {"text": "Guten Morgen", "tags": ["a"]}}
    assert drafts_at(engine, POST)[EVA] == {"text": "Bonjour"}
    drop_draft(engine, POST, ANA)
    assert drafts_of(engine, ANA) == {}
    assert set(drafts_at(engine, POST)) == {EVA}
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
