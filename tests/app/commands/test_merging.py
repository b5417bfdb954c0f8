"""A row meets its post: the sheet's news come in, what people did here stays."""

from dataclasses import replace
from datetime import datetime

import pytest

from app.commands.known_posts import KnownPost
from app.commands.merging import Outcome, merge
from app.domain.medium import Medium
from app.exchange.planned import Part
from app.storage.imported import Past
from tests.builders.domain import post

MORNING, NOON = datetime(2027, 11, 10, 10, 30), datetime(2027, 11, 10, 12, 0)
FRIDAY = datetime(2027, 11, 12, 10, 30)
ALL = frozenset(Part)


def known(*versions, imported=(1,)):
    """Return a post that an import brought in its first version and people changed later."""
    made = [
        replace(post(source_id="1", **fields), revision=number)
        for number, fields in enumerate(versions, start=1)
    ]
    return KnownPost(Past(tuple(made), frozenset(imported)))


def says(parts=ALL, **fields):
    return post(source_id="2", **fields), parts


def differences(found):
    return [(one.part, one.here, one.in_sheet) for one in found]


def test_a_row_that_says_what_stands_here_changes_nothing():
    merged = merge(known({"text": "a"}), *says(text="a"))
    assert merged.outcome is Outcome.UNCHANGED
    assert not merged.kept
    assert merged.after.content == merged.present.content


def test_what_changed_in_the_sheet_alone_is_taken():
    merged = merge(known({"text": "a", "name": "x"}), *says(text="b", name="x"))
    assert merged.outcome is Outcome.UPDATE
    assert differences(merged.changes) == [(Part.TEXT, "a", "b")]
    assert merged.after.content.text == "b"
    assert merged.after.source_id == "2"
    assert merged.after.revision == merged.present.revision


def test_what_changed_here_alone_stays_and_is_said():
    merged = merge(known({"text": "a"}, {"text": "b"}), *says(text="a"))
    assert merged.outcome is Outcome.UNCHANGED
    assert differences(merged.kept) == [(Part.TEXT, "b", "a")]
    assert merged.after.content.text == "b"


def test_what_changed_on_both_sides_is_a_conflict():
    merged = merge(known({"text": "a"}, {"text": "b"}), *says(text="c"))
    assert merged.outcome is Outcome.CONFLICT
    assert differences(merged.clashes) == [(Part.TEXT, "b", "c")]
    assert merged.after.content.text == "c"


def test_a_sheet_that_returns_to_an_earlier_value_is_believed():
    merged = merge(known({"text": "a"}, {"text": "b"}, imported=(1, 2)), *says(text="a"))
    assert merged.outcome is Outcome.UPDATE
    assert merged.after.content.text == "a"


def test_a_value_that_people_have_left_behind_since_does_not_come_back():
    merged = merge(known({"text": "a"}, {"text": "b"}, {"text": "c"}), *says(text="b"))
    assert merged.outcome is Outcome.UNCHANGED
    assert differences(merged.kept) == [(Part.TEXT, "c", "b")]


def test_a_sheet_says_nothing_about_what_it_has_no_column_for():
    merged = merge(known({"text": "a", "link": "https://a.example"}), *says({Part.TEXT}, text="a"))
    assert merged.outcome is Outcome.UNCHANGED


def test_an_emptied_cell_empties_the_post():
    merged = merge(known({"link": "https://a.example"}), *says(link=""))
    assert merged.after.content.link == ""


def test_day_and_time_are_changed_apart():
    moved = merge(known({"local": MORNING}, {"local": NOON}), *says(local=FRIDAY))
    assert moved.after.content.local == datetime(2027, 11, 12, 12, 0)
    assert [one.part for one in moved.changes] == [Part.DAY]
    assert [one.part for one in moved.kept] == [Part.TIME]


def test_a_guessed_time_is_no_word_of_the_sheet():
    parts = ALL - {Part.TIME}
    merged = merge(known({"local": MORNING}, {"local": NOON}), *says(parts, local=FRIDAY))
    assert merged.after.content.local == datetime(2027, 11, 12, 12, 0)
    assert not merged.kept


@pytest.mark.parametrize("local", [None, MORNING])
def test_a_row_can_leave_the_tray_and_go_back(local):
    other = MORNING if local is None else None
    merged = merge(known({"local": local}), *says(ALL - {Part.TIME}, local=other))
    assert merged.after.content.local == other


def test_a_time_that_does_not_exist_on_the_new_day_gives_way_to_the_sheets():
    there = datetime(2027, 3, 28, 10, 0)
    merged = merge(
        known({"local": datetime(2027, 3, 27, 2, 0)}, {"local": datetime(2027, 3, 27, 2, 30)}),
        *says(ALL - {Part.TIME}, local=there),
    )
    assert merged.after.content.local == there


def test_a_cancelled_post_stays_cancelled():
    merged = merge(known({"text": "a"}, {"text": "a", "cancelled": True}), *says(text="b"))
    assert merged.outcome is Outcome.UNCHANGED
    assert not merged.changes_content


def test_pictures_that_stay_keep_what_was_fetched_for_them():
    here = (Medium("https://e.example/a.jpg", digest="d" * 64, alt="A"),)
    there = (Medium("https://e.example/a.jpg", alt="B"), Medium("https://e.example/b.jpg"))
    merged = merge(known({"media": here}), *says(media=there))
    assert merged.after.content.media == (replace(here[0], alt="B"), there[1])
    assert [one.part for one in merged.changes] == [Part.MEDIA]
    without_alts = merge(known({"media": here}), *says(ALL - {Part.ALT}, media=there))
    assert without_alts.after.content.media[0].alt == "A"


def test_an_alt_text_alone_is_a_change_of_its_own():
    here = (Medium("https://e.example/a.jpg", alt="A"),)
    merged = merge(known({"media": here}), *says(media=(replace(here[0], alt="B"),)))
    assert [one.part for one in merged.changes] == [Part.ALT]
    assert merged.after.content.media == (replace(here[0], alt="B"),)


def test_a_picture_that_was_added_here_is_not_taken_away():
    added = (Medium(digest="d" * 64),)
    merged = merge(known({}, {"media": added}), *says())
    assert merged.outcome is Outcome.UNCHANGED
    assert merged.after.content.media == added


def test_notes_are_merged_line_by_line_and_never_a_conflict():
    merged = merge(
        known(
            {"notes": "Status: Draft\nAsk Anna"}, {"notes": "Ask Anna\nCalled her\nStatus: Draft"}
        ),
        *says(notes="Status: Approved\nAsk Anna"),
    )
    assert merged.after.notes == "Ask Anna\nCalled her\nStatus: Approved"
    assert merged.outcome is Outcome.UPDATE
    assert not merged.changes_content


def test_a_note_that_was_deleted_here_does_not_return():
    merged = merge(known({"notes": "Ask Anna"}, {"notes": ""}), *says(notes="Ask Anna"))
    assert merged.outcome is Outcome.UNCHANGED
