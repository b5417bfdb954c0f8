"""What somebody has begun to write."""

from app.domain.person import PersonId
from app.domain.post import PostId
from app.storage.audit import head
from app.storage.drafts import draft_of, drop_draft, keep_draft

POST, ANA, EVA = PostId("p"), PersonId("ana"), PersonId("eva")


def test_each_person_has_one_draft_of_a_post(engine):
    before = head(engine)
    keep_draft(engine, POST, ANA, {"text": "Guten"})
    keep_draft(engine, POST, ANA, {"text": "Guten Morgen", "tags": ["a"]})
    keep_draft(engine, POST, EVA, {"text": "Bonjour"})
    assert draft_of(engine, POST, ANA) == {"text": "Guten Morgen", "tags": ["a"]}
    drop_draft(engine, POST, ANA)
    assert draft_of(engine, POST, ANA) is None
    assert draft_of(engine, POST, EVA) == {"text": "Bonjour"}
    assert head(engine) == before
