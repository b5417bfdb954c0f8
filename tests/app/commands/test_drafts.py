"""What is typed is kept, and nothing comes of it by itself."""

from datetime import datetime

import pytest

from app.commands.drafts import Draft, drop_draft, keep_draft, new_key
from app.commands.people import choose_person
from app.commands.posts import edit_post
from app.domain.medium import Medium
from app.errors import CalendarFileError, RefusedError
from app.storage import drafts
from app.storage.chain import head
from tests.builders.calendars import (
    GERMANY,
    LENA,
    NORA,
    NOW,
    approve_as,
    ready_post,
)

TYPED = {
    "text": "Zwei Brote",
    "local": datetime(2027, 11, 17, 9, 15),
    "media": (Medium(url="https://solvane.de/brot.png", alt="Ein Brot"),),
    "tags": ("brot", "ofen"),
}


def test_what_is_typed_comes_back_as_it_was_typed(session, reader):
    post_id = ready_post(session)
    keep_draft(session, draft=Draft(post_id, GERMANY, 2, TYPED))
    assert reader.draft(post_id, LENA) == Draft(post_id, GERMANY, 2, TYPED, NOW)
    assert reader.draft(post_id, NORA) is None
    drop_draft(session, key=post_id)
    assert reader.draft(post_id, LENA) is None


def test_two_windows_of_one_person_keep_their_words_apart(session, reader):
    post_id = ready_post(session)

    def keep(text, known):
        draft = Draft(post_id, GERMANY, 2, {"text": text})
        keep_draft(session, draft=draft, known={"text": known} if known else {})

    keep("Zwei", "")
    keep("Drei", "")  # in another window
    keep("Zwei Brote", "Zwei")
    session.clock = lambda: NOW.replace(hour=13)
    keep("Drei Brote", "Drei")
    assert reader.draft(post_id, LENA).values == {"text": "Drei Brote"}
    assert [one.name for one in reader.unsaved(LENA)] == ["DE-0001"]
    edit_post(session, post_id=post_id, base_revision=2, changes={"text": "Drei Brote"})
    drop_draft(session, key=post_id, known={"text": "Drei Brote"})
    assert reader.draft(post_id, LENA).values == {"text": "Zwei Brote"}
    keep("Zwei Brote mehr", "Zwei Brote")
    drop_draft(session, key=post_id, known={"text": "Zwei Brote mehr"})
    assert reader.unsaved(LENA) == ()


def test_what_is_saved_already_makes_room_for_what_is_typed_next(session, reader):
    post_id = ready_post(session)
    keep_draft(session, draft=Draft(post_id, GERMANY, 2, {"text": "Zwei"}), known={})
    edit_post(session, post_id=post_id, base_revision=2, changes={"text": "Zwei"})
    keep_draft(session, draft=Draft(post_id, GERMANY, 3, {"text": "Drei"}), known={})
    assert list(drafts.drafts_of(session.engine, LENA)) == [post_id]


def test_a_date_that_was_taken_off_is_kept_too(session, reader):
    post_id = ready_post(session)
    keep_draft(session, draft=Draft(post_id, GERMANY, 1, {"local": None}))
    assert reader.draft(post_id, LENA).values == {"local": None}


def test_keeping_a_draft_is_no_version_no_event_and_no_undo_and_ends_no_approval(session, reader):
    post_id = ready_post(session)
    approve_as(session, reader, post_id)
    before, steps = head(session.engine), list(session.undo_steps)
    changes = keep_draft(session, draft=Draft(post_id, GERMANY, 2, TYPED))
    assert changes.shows_nothing
    assert head(session.engine) == before
    assert session.undo_steps == steps
    assert reader.post(post_id).card.is_approved


def test_all_that_is_unsaved_of_a_person_comes_with_the_latest_first(session, reader):
    post_id, new = ready_post(session), new_key()
    keep_draft(session, draft=Draft(post_id, GERMANY, 1, {"text": "a"}))
    session.clock = lambda: NOW.replace(hour=13)
    keep_draft(session, draft=Draft(new, GERMANY, 0, {"text": "b"}))
    found = reader.unsaved(LENA)
    assert [(one.draft.key, one.name) for one in found] == [(new, ""), (post_id, "DE-0001")]
    assert reader.unsaved(NORA) == ()


def test_drafts_of_posts_and_markets_that_are_nowhere_are_not_offered(session, reader):
    keep_draft(session, draft=Draft("nowhere", GERMANY, 1, {"text": "a"}))
    keep_draft(session, draft=Draft(new_key(), "XX", 0, {"text": "a"}))
    assert reader.unsaved(LENA) == ()


def test_what_was_saved_before_the_program_ended_is_not_offered_again(session, reader):
    post_id = ready_post(session)
    keep_draft(session, draft=Draft(post_id, GERMANY, 2, {"text": "Zwei"}))
    edit_post(session, post_id=post_id, base_revision=2, changes={"text": "Zwei"})
    edit_post(session, post_id=post_id, base_revision=3, changes={"text": "Drei"})
    assert reader.draft(post_id, LENA) is None
    assert reader.unsaved(LENA) == ()


def test_nobody_keeps_a_draft_without_saying_who_they_are(session):
    session.me = None
    with pytest.raises(RefusedError):
        keep_draft(session, draft=Draft("p", GERMANY, 1, {"text": "a"}))


def test_a_version_that_says_all_of_it_has_saved_it(session, reader):
    versions = [reader.post(ready_post(session, text="Zwei Brote")).post]
    assert Draft("p", GERMANY, 1, {"text": "Zwei Brote"}).is_saved_in(versions)
    assert not Draft("p", GERMANY, 1, {"text": "Zwei Brote", "title": "x"}).is_saved_in(versions)
    assert not Draft("p", GERMANY, 3, {"text": "Zwei Brote"}).is_saved_in(versions)


def test_fields_that_this_program_does_not_know_are_left_out(session, reader):
    kept = {"market": "DE", "base": 1, "at": NOW.isoformat(), "values": {"text": "a", "mood": 1}}
    drafts.keep_draft(session.engine, "p", LENA, kept)
    assert reader.draft("p", LENA).values == {"text": "a"}


def test_a_draft_that_makes_no_sense_is_said_to_be_damaged(session, reader):
    drafts.keep_draft(session.engine, "p", LENA, {"values": 3})
    with pytest.raises(CalendarFileError):
        reader.draft("p", LENA)


def test_what_others_type_is_no_news_and_what_they_save_is(session, reader):
    reader.has_changed()
    keep_draft(session, draft=Draft("p", GERMANY, 1, {"text": "a"}))
    assert not reader.has_changed()
    keep_draft(session, draft=Draft("p", GERMANY, 1, {"text": "ab"}))
    ready_post(session)
    assert reader.has_changed()
    choose_person(session, person_id=NORA)
    assert not reader.has_changed()
