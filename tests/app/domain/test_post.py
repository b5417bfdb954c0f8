"""Posts, their versions and what an approval is bound to."""

from copy import copy, deepcopy
from dataclasses import fields, replace
from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.medium import Medium
from app.domain.post import Content, changed_fields, short_name
from tests.builders.domain import content, post

OTHER_VALUES = {
    "market": "m-fr",
    "channel": "c-fr",
    "language": "fr",
    "zone": "Europe/Paris",
    "local": datetime(2027, 11, 10, 10, 31),
    "title": "Brot",
    "text": "Anderes",
    "link": "https://solvane.example",
    "first_comment": "Und?",
    "tags": ("brot",),
    "campaign": "Herbst",
    "post_type": "story",
    "options": (("board", "Brot"),),
    "media": (Medium("https://media.example/loaf.png"),),
}


@pytest.mark.parametrize("field", [field.name for field in fields(Content)])
def test_every_field_of_the_content_is_in_the_fingerprint(field):
    assert content(**{field: OTHER_VALUES[field]}).fingerprint != content().fingerprint


@pytest.mark.parametrize("field", [field.name for field in fields(Content)])
def test_no_copy_carries_the_fingerprint_of_what_it_was_made_from(field):
    original = content()
    asked = original.fingerprint
    changed = replace(original, **{field: OTHER_VALUES[field]})
    assert changed.fingerprint not in ("", asked)
    assert replace(changed, **{field: getattr(original, field)}).fingerprint == asked
    assert copy(changed).fingerprint == deepcopy(changed).fingerprint == changed.fingerprint


def test_what_a_file_says_of_a_content_is_looked_up_by_and_never_decides():
    said = content().stored_as("forged")
    assert said.lookup == "forged"
    assert said.fingerprint == content().fingerprint
    assert said == content()


@pytest.mark.parametrize("field", [field.name for field in fields(Content)])
def test_no_copy_is_looked_up_by_what_was_stored_of_another_content(field):
    changed = replace(content().stored_as("stored"), **{field: OTHER_VALUES[field]})
    assert changed.lookup == changed.fingerprint


def test_whether_it_was_asked_for_its_fingerprint_makes_no_content_another():
    asked, fresh = content(), content()
    assert asked.fingerprint
    assert asked == fresh
    assert hash(asked) == hash(fresh)
    assert repr(asked) == repr(fresh)


@given(st.text(max_size=20), st.text(max_size=20), st.text(max_size=20))
def test_words_that_move_between_fields_are_other_content(title, text, moved):
    one = content(title=title + moved, text=text)
    other = content(title=title, text=moved + text)
    assert (one.fingerprint == other.fingerprint) == (one == other)


@pytest.mark.parametrize("field", ["name", "gloss", "notes", "idea"])
def test_what_is_never_published_is_not_in_the_fingerprint(field):
    assert post(**{field: "x"}).fingerprint == post().fingerprint


def test_a_move_keeps_the_time_of_day():
    assert post().moved_to(date(2027, 11, 9)).content.local == datetime(2027, 11, 9, 10, 30)


def test_a_post_in_the_tray_needs_a_time_first():
    with pytest.raises(ValueError, match="needs a time"):
        post(local=None).moved_to(date(2027, 11, 9))


def test_changes_reach_the_content_and_what_lies_beside_it():
    after = post().changed(text="Neu", name="Rye")
    assert (after.content.text, after.name) == ("Neu", "Rye")
    assert changed_fields(post(), after) == {"text", "name"}
    assert (after.value("text"), after.value("name")) == ("Neu", "Rye")


def test_an_undated_post_has_no_day_and_no_instant():
    tray = content(local=None)
    assert (tray.day, tray.instant) == (None, None)


def test_a_dated_post_has_its_local_day_and_its_instant():
    late = replace(content(), local=datetime(2027, 11, 9, 0, 30))
    assert late.day == date(2027, 11, 9)
    assert late.instant is not None
    assert late.instant.date() == date(2027, 11, 8)


def test_the_short_name_is_easy_to_say():
    assert short_name("DE", 142) == "DE-0142"
