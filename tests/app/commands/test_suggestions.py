"""What a reviewer would write instead, from the suggestion to its answer."""

import pytest

from app.commands.decisions import approve
from app.commands.posts import cancel_posts, duplicate_posts, edit_post, mark_ready
from app.commands.suggestions import (
    accept_suggestion,
    decline_suggestion,
    suggest_edit,
    take_back_suggestion,
)
from app.commands.views import Stage
from app.domain.suggestion import Answer, SuggestionId
from app.errors import ConflictError, InvalidInputError, MissingError, RefusedError
from tests.builders.calendars import BREAD, LENA, MARC, NORA, act_as, approve_as, ready_post

BETTER = BREAD.replace("heute", "jeden Morgen")


@pytest.fixture
def post_id(session):
    return ready_post(session)


def suggested(session, reader, post_id, text=BETTER, note="Not only today."):
    """Let Marc suggest other words; Lena sits there again."""
    act_as(session, MARC)
    revision = reader.post(post_id).post.revision
    suggest_edit(session, post_id=post_id, base_revision=revision, fields={"text": text}, note=note)
    act_as(session, LENA)
    return reader.post(post_id).talk.suggestions[-1].id


def accept(session, post_id, suggestion_id):
    return accept_suggestion(session, post_id=post_id, suggestion_id=suggestion_id)


def test_a_suggestion_changes_nothing_and_ends_no_approval(session, reader, post_id):
    approve_as(session, reader, post_id)
    suggested(session, reader, post_id)
    view = reader.post(post_id)
    assert view.card.stage is Stage.APPROVED
    assert view.post.content.text == BREAD
    (made,) = view.talk.suggestions
    assert (made.author, made.note, made.words[0].after) == (MARC, "Not only today.", BETTER)


def test_accepting_is_an_edit_of_the_planner_and_ends_the_approval(session, reader, post_id):
    approve_as(session, reader, post_id)
    made = suggested(session, reader, post_id)
    changes = accept(session, post_id, made)
    view = reader.post(post_id)
    assert (view.post.content.text, view.post.editor) == (BETTER, LENA)
    assert view.card.stage is Stage.ENDED
    assert (changes.ended_approvals, changes.can_undo) == (1, True)
    assert view.talk.suggestions[0].reply.answer is Answer.ACCEPT


def test_whoever_suggested_the_words_cannot_approve_them(session, reader, post_id):
    accept(session, post_id, suggested(session, reader, post_id))
    view = reader.post(post_id)
    assert view.authors == {LENA, MARC}
    with pytest.raises(RefusedError, match="another reviewer"):
        approve_as(session, reader, post_id)
    act_as(session, LENA)
    approve_as(session, reader, post_id, by=NORA)
    assert reader.post(post_id).card.stage is Stage.APPROVED


def test_undo_brings_the_approval_back_that_an_acceptance_has_ended(session, reader, post_id):
    approve_as(session, reader, post_id)
    accept(session, post_id, suggested(session, reader, post_id))
    session.undo()
    view = reader.post(post_id)
    assert view.post.content.text == BREAD
    assert view.card.stage is Stage.APPROVED
    session.redo()
    assert MARC in reader.post(post_id).authors


def test_a_suggestion_for_words_that_have_changed_since_is_not_laid_over_them(
    session, reader, post_id
):
    made = suggested(session, reader, post_id)
    edit_post(session, post_id=post_id, base_revision=2, changes={"text": "Anders."})
    with pytest.raises(ConflictError, match="something else"):
        accept(session, post_id, made)


def test_a_change_elsewhere_does_not_hinder_it(session, reader, post_id):
    made = suggested(session, reader, post_id)
    edit_post(session, post_id=post_id, base_revision=2, changes={"title": "Brot"})
    accept(session, post_id, made)
    assert reader.post(post_id).post.content.title == "Brot"
    assert reader.post(post_id).authors == {LENA, MARC}


def test_declining_leaves_the_post_and_says_why(session, reader, post_id):
    made = suggested(session, reader, post_id)
    decline_suggestion(session, post_id=post_id, suggestion_id=made, note=" It is only today. ")
    view = reader.post(post_id)
    assert view.post.content.text == BREAD
    reply = view.talk.suggestions[0].reply
    assert (reply.answer, reply.person, reply.note) == (
        Answer.DECLINE,
        LENA,
        "It is only today.",
    )
    assert view.authors == {LENA}


def test_who_suggested_takes_back_and_never_accepts(session, reader, post_id):
    made = suggested(session, reader, post_id)
    act_as(session, MARC)
    with pytest.raises(RefusedError, match="You suggested this"):
        accept(session, post_id, made)
    decline_suggestion(session, post_id=post_id, suggestion_id=made)
    assert reader.post(post_id).talk.suggestions[0].reply.answer is Answer.WITHDRAW


def test_nobody_takes_back_what_another_suggested(session, reader, post_id):
    made = suggested(session, reader, post_id)
    with pytest.raises(RefusedError):
        take_back_suggestion(session, post_id=post_id, suggestion_id=made)


def test_a_suggestion_has_one_answer(session, reader, post_id):
    made = suggested(session, reader, post_id)
    decline_suggestion(session, post_id=post_id, suggestion_id=made)
    with pytest.raises(ConflictError, match="already"):
        accept(session, post_id, made)


def test_an_unknown_suggestion_is_named(session, post_id):
    with pytest.raises(MissingError):
        accept(session, post_id, SuggestionId("none"))


@pytest.mark.parametrize(
    ("fields", "revision", "problem"),
    [({"text": BREAD}, 2, InvalidInputError), ({"text": "Other"}, 1, ConflictError)],
)
def test_a_suggestion_says_something_new_about_the_newest_version(
    session, post_id, fields, revision, problem
):
    act_as(session, MARC)
    with pytest.raises(problem):
        suggest_edit(session, post_id=post_id, base_revision=revision, fields=fields)


def test_planners_edit_and_nobody_suggests_for_what_is_cancelled(session, post_id):
    with pytest.raises(RefusedError, match="planner"):
        suggest_edit(session, post_id=post_id, base_revision=2, fields={"text": "Other"})
    cancel_posts(session, post_ids=[post_id])
    act_as(session, MARC)
    with pytest.raises(RefusedError, match="cancelled"):
        suggest_edit(session, post_id=post_id, base_revision=3, fields={"text": "Other"})


def test_history_tells_of_it(session, reader, post_id):
    accept(session, post_id, suggested(session, reader, post_id))
    made = suggested(session, reader, post_id, "Kurz.", note="")
    decline_suggestion(session, post_id=post_id, suggestion_id=made, note="Too short")
    assert [(entry.who, entry.what) for entry in reader.history(post_id)][2:] == [
        ("Marc Fournier", "Suggested an edit of text: Not only today."),
        ("Lena Brandt", "Changed text"),
        ("Lena Brandt", "Accepted a suggestion"),
        ("Marc Fournier", "Suggested an edit of text"),
        ("Lena Brandt", "Declined a suggestion: Too short"),
    ]


def test_an_approval_of_a_copy_is_not_for_whoever_suggested_its_words(session, reader, post_id):
    accept(session, post_id, suggested(session, reader, post_id))
    (copy,) = duplicate_posts(session, post_ids=[post_id]).posts
    mark_ready(session, post_ids=[copy])
    view = reader.post(copy)
    act_as(session, MARC)
    with pytest.raises(RefusedError):
        approve(
            session,
            post_id=copy,
            fingerprint=view.post.fingerprint,
            ticked=frozenset(),
            reasons={},
            shown=("text",),
        )
