"""What is typed is kept while it is typed, and offered again to whoever typed it."""

import pytest

from app.commands import posts
from app.commands.drafts import Draft, keep_draft
from tests.builders import calendars
from tests.builders.calendars import BREAD, GERMANY, LENA, NORA, ready_post

pytestmark = pytest.mark.in_english


def typed(writer, key=None):
    found = {one.draft.key: one.draft.values for one in writer.reader.unsaved(LENA)}
    return found.get(key or writer.panel.post_id, {})


def left_over(writer, post_id, **values):
    revision = writer.post(post_id).revision
    keep_draft(writer.session, draft=Draft(post_id, GERMANY, revision, values))


def test_what_was_not_saved_stands_there_again_and_can_be_kept(writer):
    post_id = ready_post(writer.session)
    left_over(writer, post_id, text="Zwei Brote", title="Neu")
    writer.panel.show_post(post_id)
    assert "You typed this on" in writer.part("draft_offer").text
    assert writer.part("post_text").value == "Zwei Brote"
    writer.answer("draft_offer")
    assert writer.panel.has_unsaved_changes
    assert writer.post(post_id).content.text == BREAD
    writer.panel.save()
    assert writer.post(post_id).content.title == "Neu"


def test_what_was_not_saved_can_be_discarded(writer):
    post_id = ready_post(writer.session)
    left_over(writer, post_id, text="Zwei Brote")
    writer.panel.show_post(post_id)
    writer.answer("draft_offer", "message_second_action")
    assert writer.part("post_text").value == BREAD
    assert typed(writer) == {}


def test_what_is_only_offered_is_never_saved_by_turning_away(writer, qtbot):
    post_id, other = ready_post(writer.session), ready_post(writer.session)
    calendars.approve_as(writer.session, writer.reader, post_id)
    left_over(writer, post_id, text="Zwei Brote")
    writer.panel.show_post(post_id)
    assert not writer.panel.has_unsaved_changes
    assert "Saving ends the approval" in writer.part("approval_line").words
    writer.panel.show_post(other)
    assert not writer.part("draft_offer").text
    assert writer.reader.post(post_id).card.is_approved
    writer.panel.show_post(post_id)
    assert writer.part("post_text").value == "Zwei Brote"
    with qtbot.waitSignal(writer.panel.closed):
        writer.panel.leave()
    assert writer.post(post_id).content.text == BREAD


def test_typing_on_takes_up_what_was_offered(writer, qtbot):
    post_id = ready_post(writer.session)
    left_over(writer, post_id, text="Zwei Brote")
    writer.panel.show_post(post_id)
    writer.write(qtbot, "Nur ")
    assert not writer.part("draft_offer").text
    writer.panel.save()
    assert writer.post(post_id).content.text == "Nur Zwei Brote"


def test_what_others_saved_since_is_compared_with_what_was_typed(writer):
    post_id = ready_post(writer.session)
    left_over(writer, post_id, text="Zwei Brote")
    revision = writer.post(post_id).revision
    writer.as_somebody_else(
        NORA,
        lambda session: posts.edit_post(
            session, post_id=post_id, base_revision=revision, changes={"text": "Nora", "title": "N"}
        ),
    )
    writer.panel.show_post(post_id)
    assert "Nora Haddad has changed the same fields" in writer.part("message_bar").text
    assert writer.part("post_title").value == "N"
    writer.panel.save()
    assert writer.part("conflict_dialog").isVisible()
