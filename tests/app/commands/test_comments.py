"""What people say to each other about a post."""

import pytest

from app.commands.comments import add_comment, keep_unsent, reopen_comment, resolve_comment
from app.commands.views import Stage
from app.domain.comment import LONGEST_COMMENT, CommentId
from app.errors import InvalidInputError, MissingError
from app.storage.audit import head
from tests.builders.calendars import LENA, MARC, NORA, act_as, approve_as, ready_post


@pytest.fixture
def post_id(session):
    return ready_post(session)


def test_a_comment_names_who_is_meant_and_ends_no_approval(session, reader, post_id):
    approve_as(session, reader, post_id)
    add_comment(session, post_id=post_id, text=" @Marc Fournier and @nora haddad, is it warm? ")
    view = reader.post(post_id)
    (said,) = view.talk.comments
    assert (said.author, said.mentions) == (LENA, (MARC, NORA))
    assert said.text == "@Marc Fournier and @nora haddad, is it warm?"
    assert view.card.stage is Stage.APPROVED


def test_a_comment_is_resolved_and_reopened_by_anybody(session, reader, post_id):
    add_comment(session, post_id=post_id, text="Is it warm?")
    (said,) = reader.post(post_id).talk.comments
    act_as(session, MARC)
    for command, is_resolved in ((resolve_comment, True), (reopen_comment, False)):
        for _time in range(2):  # whoever says it again says nothing new
            command(session, post_id=post_id, comment_id=said.id)
        (now,) = reader.post(post_id).talk.comments
        assert (now.is_resolved, now.settled_by) == (is_resolved, MARC)
    told = [entry.what for entry in reader.history(post_id)][2:]
    assert told == ["Commented: Is it warm?", "Resolved a comment", "Reopened a comment"]


@pytest.mark.parametrize("text", ["", "  \n", "x" * (LONGEST_COMMENT + 1)])
def test_a_comment_has_words_and_not_too_many(session, post_id, text):
    with pytest.raises(InvalidInputError):
        add_comment(session, post_id=post_id, text=text)


def test_an_unknown_comment_is_named(session, post_id):
    with pytest.raises(MissingError):
        resolve_comment(session, post_id=post_id, comment_id=CommentId("none"))


def unsent(reader, post_id):
    return reader.post(post_id).talk.unsent


def test_what_is_typed_is_kept_for_its_writer_and_changes_nothing(session, reader, post_id):
    approve_as(session, reader, post_id)
    before, stands = head(session.engine), reader.post(post_id).card
    keep_unsent(session, post_id=post_id, person=LENA, words="Is it")
    keep_unsent(session, post_id=post_id, person=LENA, words="Is it warm?", known="Is it")
    keep_unsent(session, post_id=post_id, person=MARC, words="No")
    assert unsent(reader, post_id) == {LENA: "Is it warm?", MARC: "No"}
    assert reader.post(post_id).talk.comments == ()
    assert (head(session.engine), reader.post(post_id).card) == (before, stands)
    assert reader.unsaved(LENA) == ()
    assert reader.draft(post_id, LENA) is None


def test_what_was_sent_or_deleted_is_kept_no_more(session, reader, post_id):
    keep_unsent(session, post_id=post_id, person=LENA, words="Is it warm?")
    keep_unsent(session, post_id=post_id, person=MARC, words="No")
    add_comment(session, post_id=post_id, text="Is it warm?")
    assert unsent(reader, post_id) == {MARC: "No"}
    keep_unsent(session, post_id=post_id, person=MARC, words=" ", known="No")
    assert unsent(reader, post_id) == {}


def test_what_somebody_types_in_two_windows_is_kept_of_both(session, reader, post_id):
    keep_unsent(session, post_id=post_id, person=LENA, words="Is it warm?")
    keep_unsent(session, post_id=post_id, person=LENA, words="Who baked it?")
    keep_unsent(session, post_id=post_id, person=LENA, words="", known="Who baked it?")
    assert unsent(reader, post_id) == {LENA: "Is it warm?"}


def test_what_is_sent_takes_nothing_away_that_stands_in_another_window(session, reader, post_id):
    keep_unsent(session, post_id=post_id, person=LENA, words="Is it warm?")
    keep_unsent(session, post_id=post_id, person=LENA, words="Who baked it?")
    add_comment(session, post_id=post_id, text="Who baked it? ")
    assert unsent(reader, post_id) == {LENA: "Is it warm?"}
