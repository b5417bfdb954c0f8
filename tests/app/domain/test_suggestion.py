"""Other words for a post, before anybody has accepted them."""

from datetime import UTC, datetime

from app.domain.suggestion import Answer, Reply, Suggestion, SuggestionId, Words, words_between
from tests.builders.domain import LENA, MARC, post

AT = datetime(2027, 11, 1, tzinfo=UTC)


def suggestion(*words: Words, reply: Reply | None = None) -> Suggestion:
    return Suggestion(SuggestionId("s"), post().id, MARC, 9, AT, 1, words, reply=reply)


def test_only_fields_with_other_words_are_suggested_in_the_order_of_reading():
    there = post()
    wanted = {
        "first_comment": "First!",
        "text": f"{there.content.text} Really.",
        "title": there.content.title,
    }
    assert words_between(there, wanted) == (
        Words("text", there.content.text, f"{there.content.text} Really."),
        Words("first_comment", "", "First!"),
    )


def test_it_fits_as_long_as_its_fields_say_what_they_said():
    there = post()
    text = there.content.text
    made = suggestion(Words("text", text, "Better"))
    assert made.fits(there)
    assert made.fits(there.changed(title="Another title"))
    assert not made.fits(there.changed(text="Another text"))
    assert made.taken_over(there).content.text == "Better"


def test_it_is_open_until_somebody_answers():
    assert suggestion().is_open
    assert not suggestion(reply=Reply(Answer.DECLINE, LENA, AT)).is_open
