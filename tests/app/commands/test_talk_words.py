"""What was said about a post, in the words of its history."""

import pytest

from app.commands.assignments import assign_review
from app.commands.talk_words import answer_words, words_of_talk
from app.domain.suggestion import Answer
from tests.builders.calendars import MARC, NOW, ready_post


def test_a_given_moment_is_told_as_the_clocks_here_show_it(session):
    post_id = ready_post(session)
    assign_review(session, post_id=post_id, assignee=MARC, decide_by=NOW)
    (words,) = words_of_talk(session.engine, post_id).values()
    assert words.startswith("Asked Marc Fournier to decide by Mon 1 Nov")


@pytest.mark.parametrize("answer", Answer)
def test_every_answer_has_its_words(answer):
    assert answer_words(answer)
