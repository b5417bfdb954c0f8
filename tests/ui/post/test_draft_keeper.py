"""What is typed is kept while it is typed, and offered again to whoever typed it."""

from datetime import datetime

import pytest

from app.commands.drafts import Draft, keep_draft
from app.commands.people import choose_person
from app.domain.post import PostId
from tests.builders.calendars import BREAD, DE_PUSH, GERMANY, LENA, NORA, QUIET_DAY, ready_post
from ui.post.draft_keeper import DraftKeeper

pytestmark = pytest.mark.in_english


def typed(writer, key=None):
    found = {one.draft.key: one.draft.values for one in writer.reader.unsaved(LENA)}
    return found.get(key or writer.panel.post_id, {})


def kept(writer, qtbot):
    """Wait until what was typed last is kept."""
    qtbot.waitUntil(lambda: "kept" in writer.part("save_bar").state)


def keeper(writer):
    return writer.panel.findChild(DraftKeeper)


def left_over(writer, post_id, **values):
    revision = writer.post(post_id).revision
    keep_draft(writer.session, draft=Draft(post_id, GERMANY, revision, values))


def test_what_is_typed_is_kept_while_it_is_typed_and_dropped_once_it_is_saved(writer, qtbot):
    post_id = writer.show()
    writer.write(qtbot, "Neu: ")
    kept(writer, qtbot)
    assert typed(writer) == {"text": f"Neu: {BREAD}"}
    assert writer.post(post_id).content.text == BREAD
    writer.panel.save()
    assert typed(writer) == {}
    assert writer.reader.engine.read("SELECT * FROM draft") == []


def test_of_a_new_post_its_day_and_channel_are_kept_too(writer, qtbot):
    writer.panel.new_post(GERMANY, QUIET_DAY)
    writer.write(qtbot, "Brot")
    kept(writer, qtbot)
    (one,) = writer.reader.unsaved(LENA)
    assert one.draft.is_new
    assert one.draft.values["local"] == datetime(2027, 11, 16, 10, 0)
    writer.panel.save()
    assert writer.reader.unsaved(LENA) == ()


def test_what_is_put_away_is_not_offered_and_what_is_brought_back_is_kept_again(writer, qtbot):
    writer.show()
    writer.write(qtbot, "Neu: ")
    kept(writer, qtbot)
    writer.part("discard_changes").click()
    assert typed(writer) == {}
    writer.answer()
    kept(writer, qtbot)
    assert typed(writer) == {"text": f"Neu: {BREAD}"}


def test_a_draft_of_a_new_post_comes_back_to_its_day_and_channel(writer):
    there = datetime(2027, 11, 17, 9, 0)
    values = {"text": "Brot", "local": there, "channel": DE_PUSH, "language": "de"}
    draft = Draft(PostId("new:1"), GERMANY, 0, values)
    keep_draft(writer.session, draft=draft)
    writer.panel.show_draft(writer.reader.unsaved(LENA)[0].draft)
    assert writer.part("draft_offer").text
    writer.panel.show_draft(draft)
    writer.panel.save()
    saved = writer.post().content
    assert (saved.text, saved.local, saved.channel) == ("Brot", there, DE_PUSH)
    assert writer.reader.unsaved(LENA) == ()


def test_a_draft_of_a_post_is_shown_with_its_post(writer):
    post_id = ready_post(writer.session)
    left_over(writer, post_id, text="Zwei Brote")
    writer.panel.show_draft(writer.reader.unsaved(LENA)[0].draft)
    assert writer.panel.post_id == post_id


def test_without_a_person_nothing_is_kept(writer, qtbot):
    writer.show()
    writer.operations.me = None
    writer.write(qtbot, "Neu: ")
    keeper(writer).put_away()
    assert writer.reader.engine.read("SELECT * FROM draft") == []


def test_a_draft_that_cannot_be_kept_is_tried_again(writer, qtbot):
    writer.show()
    me, writer.session.me = writer.session.me, None
    with qtbot.waitSignal(keeper(writer).not_kept):
        writer.write(qtbot, "Neu: ")
    assert "not kept" in writer.part("save_bar").state
    writer.session.me = me
    writer.write(qtbot, "und ")
    kept(writer, qtbot)
    assert "und" in typed(writer)["text"]


def test_who_sits_down_later_is_offered_what_they_typed(writer):
    post_id = ready_post(writer.session)
    left_over(writer, post_id, text="Zwei Brote")
    lena, writer.operations.me = writer.operations.me, None
    writer.panel.show_post(post_id)
    assert not writer.part("draft_offer").text
    writer.operations.become(lena)
    assert writer.part("draft_offer").text
    assert writer.part("post_text").value == "Zwei Brote"


def test_what_one_typed_is_not_offered_to_another(writer):
    post_id = ready_post(writer.session)
    left_over(writer, post_id, text="Zwei Brote")
    writer.panel.show_post(post_id)
    writer.operations.become(writer.reader.calendar().person(NORA))
    assert not writer.part("draft_offer").text
    assert writer.part("post_text").value == BREAD


def test_words_of_another_person_never_take_the_place_of_a_draft(writer, qtbot):
    post_id = ready_post(writer.session)
    left_over(writer, post_id, text="Zwei Brote")
    lena = writer.operations.me
    choose_person(writer.session, person_id=NORA)
    writer.operations.me = writer.session.me
    writer.panel.show_post(post_id)
    writer.write(qtbot, "Nora: ")
    choose_person(writer.session, person_id=LENA)
    writer.operations.become(lena)
    writer.write(qtbot, "und ")
    keeper(writer).put_away()
    assert typed(writer, post_id) == {"text": "Zwei Brote"}
    assert "Nora: " in writer.part("post_text").value
