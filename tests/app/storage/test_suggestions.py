"""What reviewers would write instead."""

from app.domain.person import PersonId
from app.domain.suggestion import Answer, Words
from app.storage import posts, suggestions
from app.storage.audit import verify

ANA = PersonId("ana")


def test_a_suggestion_keeps_both_words_and_is_open(desk, engine):
    post = desk.create()
    desk.suggest("ben", post, text="Better", title="Short")
    (made,) = suggestions.of_post(engine, post.id)
    assert made.words == (Words("title", "", "Short"), Words("text", post.content.text, "Better"))
    assert (made.author, made.revision, made.is_open) == ("ben", 1, True)


def test_an_answer_says_who_gave_it_and_which_version_it_became(desk, engine):
    post = desk.create()
    desk.take_over("ana", desk.suggest("ben", post, text="Better"))
    desk.answer("ben", desk.suggest("ben", desk.now(post), text="Best"), Answer.WITHDRAW)
    accepted, taken_back = suggestions.of_post(engine, post.id)
    assert (accepted.reply.answer, accepted.reply.person, accepted.reply.revision) == (
        Answer.ACCEPT,
        "ana",
        2,
    )
    assert (taken_back.reply.answer, taken_back.reply.revision) == (Answer.WITHDRAW, 0)
    answers = [answer for _seq, answer, _note in suggestions.answers_of_post(engine, post.id)]
    assert answers == [Answer.ACCEPT, Answer.WITHDRAW]
    assert verify(engine) == ()


def test_a_suggestion_waits_for_whoever_edited_the_post_last(desk, engine):
    post, declined, gone = desk.create(), desk.create(), desk.create()
    made = desk.suggest("ben", post, text="Better")
    desk.answer("ana", desk.suggest("ben", declined, text="Better"), Answer.DECLINE)
    desk.suggest("ben", gone, text="Better")
    desk.edit("ana", gone, cancelled=True)
    assert [one.id for one in suggestions.open_for(engine, ANA)] == [made.id]
    assert suggestions.open_for(engine, PersonId("ben")) == ()


def test_whoever_suggested_what_a_version_says_wrote_it_too(desk, engine):
    post = desk.create()
    desk.take_over("ana", desk.suggest("ben", post, text="Better"))
    edits = posts.edits_of(engine, [post.id])[post.id]
    assert [edit.person for edit in edits] == ["ana", "ana", "ben"]
    assert edits[1].fingerprint == edits[2].fingerprint
    assert edits[1].seq == edits[2].seq
