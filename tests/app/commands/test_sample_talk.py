"""What the people of the sample say about its posts."""

from datetime import date

from app.commands.calendars import create_sample
from app.commands.views import Stage
from app.domain.person import PersonId
from app.storage.audit import verify
from tests.builders.calendars import knowledge, reader_of


def test_one_asks_another_answers_and_a_suggestion_waits_for_the_planner(tmp_path):
    path = create_sample(tmp_path / "sample.countersign", date(2026, 11, 22), knowledge())
    reader = reader_of(path)
    (notice,) = reader.for_me(PersonId("lena"))
    view = reader.post(notice.post_id)
    assert [comment.author for comment in view.talk.comments] == ["hannah", "lena"]
    (suggestion,) = view.talk.suggestions
    assert suggestion.words
    assert suggestion.fits(view.post)
    assert view.talk.assignment.assignee == "hannah"
    assert view.card.stage is Stage.WAITING
    assert verify(reader.engine) == ()
    reader.close()
