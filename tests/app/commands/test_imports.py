"""A planner's own sheet: previewed, corrected, brought in, and never approved by itself."""

from dataclasses import replace
from datetime import datetime, time, timedelta

import pytest

from app.commands import flags
from app.commands.import_words import FieldChange
from app.commands.imports import import_rows, preview_import
from app.commands.markets import save_market
from app.commands.posts import cancel_posts, edit_post, mark_ready
from app.commands.views import Stage
from app.domain.flag import Severity
from app.errors import ConflictError, InvalidInputError
from app.storage.chain import head
from tests.builders.calendars import (
    FRANCE,
    GERMANY,
    LENA,
    NORA,
    POGROM_DAY,
    QUIET_DAY,
    act_as,
    approve_as,
)
from tests.builders.moves import move_posts
from tests.builders.sheets import HEADER, csv_sheet, plan_rows, workbook

BREAD = "Frisch aus dem Ofen: unser Roggenbrot mit Sauerteig liegt heute für euch bereit."


def sheet(tmp_path, *rows):
    return workbook(tmp_path / "plan.xlsx", [HEADER, *rows])


def row(**changes):
    usual = {"day": QUIET_DAY, "at": "10:30", "market": "DE", "platform": "Instagram"}
    return tuple((usual | {"text": BREAD, "status": ""} | changes).values())


OTHER = row(day=QUIET_DAY + timedelta(days=1), text="Kürbisbrötchen gibt es nur im Herbst.")


def cards(reader):
    return reader.cards(QUIET_DAY - timedelta(days=60), QUIET_DAY + timedelta(days=60))


def test_good_rows_become_drafts_of_their_market(session, reader, tmp_path):
    path = workbook(
        tmp_path / "plan.xlsx",
        [one for one in plan_rows(QUIET_DAY, 12) if one[2] != "GB"],
    )
    preview = preview_import(reader, path)
    assert preview.errors == ()
    changes = import_rows(session, preview=preview)
    assert changes.label == "Import 8 posts from plan.xlsx"
    assert changes.done.startswith("Imported 8 posts from plan.xlsx")
    assert {card.market for card in cards(reader)} == {GERMANY, FRANCE}


def test_what_the_sheet_calls_approved_is_a_note_and_no_approval(session, reader, tmp_path):
    path = sheet(tmp_path, row(status="Approved"))
    import_rows(session, preview=preview_import(reader, path))
    (card,) = cards(reader)
    assert card.stage is Stage.DRAFT
    assert not card.is_approved
    assert "Approved" in reader.post(card.id).post.notes


def test_what_came_in_without_a_day_is_told_as_lying_in_the_tray(session, reader, tmp_path):
    path = sheet(tmp_path, row(), row(day="", text="Kürbisbrötchen gibt es nur im Herbst."))
    changes = import_rows(session, preview=preview_import(reader, path))
    assert changes.done == "Imported 2 posts from plan.xlsx · 1 has no day and is in the tray"


def test_a_bad_row_is_named_and_the_good_ones_come_in(session, reader, tmp_path):
    path = sheet(tmp_path, row(), row(day="31.02.2027"), row(market="Atlantis"))
    preview = preview_import(reader, path)
    assert [error.number for error in preview.errors] == [3, 4]
    assert "31.02.2027" in preview.errors[0].message
    import_rows(session, preview=preview)
    assert len(cards(reader)) == 1


def test_a_time_that_does_not_exist_is_named(reader, tmp_path):
    preview = preview_import(reader, sheet(tmp_path, row(day="2027-03-28", at="02:30")))
    assert preview.rows == ()
    assert preview.errors[0].number == 2


def test_the_preview_shows_the_flags_before_anything_is_saved(session, reader, tmp_path):
    preview = preview_import(reader, sheet(tmp_path, row(day=POGROM_DAY)))
    assert preview.rows[0].flags[0].severity is Severity.STOP
    assert cards(reader) == ()


def test_what_the_preview_found_is_not_worked_out_again(session, reader, tmp_path, monkeypatch):
    preview = preview_import(reader, sheet(tmp_path, row()))
    monkeypatch.setattr(flags, "assess", forbidden)
    import_rows(session, preview=preview)
    (card,) = cards(reader)
    assert card.is_assessed
    assert card.flags == preview.rows[0].flags


def forbidden(*_words):
    raise AssertionError("worked out a second time")


def test_the_guess_of_the_columns_is_shown_and_can_be_corrected(reader, tmp_path):
    path = workbook(
        tmp_path / "plan.xlsx",
        [("Date", "Time", "Market", "Platform", "Copy", "Old copy"), (*row()[:4], "Alt", BREAD)],
    )
    guessed = preview_import(reader, path)
    assert guessed.rows[0].text == "Alt"
    corrected = preview_import(reader, path, columns={**guessed.mapping, "text": 5})
    assert corrected.rows[0].text == BREAD


def test_a_sheet_without_a_market_asks_for_one(reader, tmp_path):
    path = workbook(
        tmp_path / "plan.xlsx",
        [("Date", "Time", "Platform", "Copy"), (QUIET_DAY, "10:30", "Instagram", BREAD)],
    )
    assert preview_import(reader, path).needs_market
    told = preview_import(reader, path, default_market=GERMANY)
    assert [one.market.id for one in told.rows] == [GERMANY]


def test_a_day_without_a_time_gets_the_usual_hour_and_says_so(reader, tmp_path):
    (one,) = preview_import(reader, sheet(tmp_path, row(at=None))).rows
    assert one.is_time_guessed
    assert one.local == datetime(2027, 11, 16, 10, 0)


def test_the_same_sheet_again_brings_nothing_and_writes_nothing(session, reader, tmp_path):
    path = sheet(tmp_path, row(), row(text=BREAD + " Bis gleich!"))
    import_rows(session, preview=preview_import(reader, path))
    size = head(session.engine).seq
    again = preview_import(reader, path.rename(tmp_path / "renamed.xlsx"))
    assert again.new_rows == ()
    assert all(one.is_known and one.flags == () for one in again.unchanged_rows)
    assert len(again.unchanged_rows) == 2
    with pytest.raises(InvalidInputError, match="is here already"):
        import_rows(session, preview=again)
    assert head(session.engine).seq == size


def test_two_people_who_bring_one_sheet_bring_it_once(session, reader, tmp_path):
    path = sheet(tmp_path, row(), row(text=BREAD + " Bis gleich!"))
    mine, theirs = preview_import(reader, path), preview_import(reader, path)
    import_rows(session, preview=theirs)
    with pytest.raises(InvalidInputError, match="is here already"):
        import_rows(session, preview=mine)
    assert len(cards(reader)) == 2


def test_an_edited_row_updates_its_post_and_is_shown_before(session, reader, tmp_path):
    import_rows(session, preview=preview_import(reader, sheet(tmp_path, row(), OTHER)))
    preview = preview_import(reader, sheet(tmp_path, row(at="11:30"), OTHER, row(day=POGROM_DAY)))
    assert [len(preview.new_rows), len(preview.updated_rows), len(preview.unchanged_rows)] == [
        1
    ] * 3
    (updated,) = preview.updated_rows
    assert updated.post_name == "DE-0001"
    assert updated.changes == (FieldChange("Time", "10:30", "11:30"),)
    assert updated.local == datetime.combine(QUIET_DAY, time(11, 30))
    changes = import_rows(session, preview=preview)
    assert changes.label == "Import plan.xlsx: 1 new, 1 updated"
    assert {card.local.hour for card in cards(reader)} == {10, 11}
    assert len(cards(reader)) == 3
    session.undo()
    assert {card.local.hour for card in cards(reader)} == {10}
    assert len(cards(reader)) == 2


def test_an_update_ends_the_approval_and_a_row_without_news_keeps_it(session, reader, tmp_path):
    import_rows(session, preview=preview_import(reader, sheet(tmp_path, row(), OTHER)))
    ids = [card.id for card in sorted(cards(reader), key=lambda card: card.name)]
    mark_ready(session, post_ids=ids)
    for post_id in ids:
        approve_as(session, reader, post_id)
    preview = preview_import(
        reader, sheet(tmp_path, row(at="11:30", status="Approved"), (*OTHER[:5], "Approved"))
    )
    assert [one.ends_approval for one in preview.updated_rows] == [True, False]
    changes = import_rows(session, preview=preview)
    assert changes.ended_approvals == 1
    assert [card.is_approved for card in reader.cards_of(ids)] == [False, True]
    assert reader.post(ids[0]).post.editor == LENA
    assert "Approved" in reader.post(ids[1]).post.notes


def test_what_was_changed_here_stays_and_the_preview_says_so(session, reader, tmp_path):
    path = sheet(tmp_path, row())
    import_rows(session, preview=preview_import(reader, path))
    (card,) = cards(reader)
    move_posts(session, post_ids=[card.id], to_day=QUIET_DAY + timedelta(days=1))
    (one,) = preview_import(reader, path).unchanged_rows
    assert one.hints == (
        "Date stays Wed 17 Nov: changed here since; the sheet still says Tue 16 Nov.",
    )


def test_what_changed_on_both_sides_is_left_alone_unless_it_is_taken(session, reader, tmp_path):
    import_rows(session, preview=preview_import(reader, sheet(tmp_path, row())))
    (card,) = cards(reader)
    edit_post(session, post_id=card.id, base_revision=1, changes={"text": "Hier geändert."})
    preview = preview_import(reader, sheet(tmp_path, row(text="In der Liste geändert.")))
    (one,) = preview.conflicting_rows
    assert one.can_be_taken
    assert [clash.name for clash in one.clashes] == ["Text"]
    with pytest.raises(InvalidInputError, match="was changed here as well"):
        import_rows(session, preview=preview)
    changes = import_rows(session, preview=preview, take={one.key})
    assert changes.label == "Update 1 post from plan.xlsx"
    assert reader.post(card.id).post.content.text == "In der Liste geändert."


def test_an_update_after_the_preview_was_overtaken_is_refused(session, reader, tmp_path):
    import_rows(session, preview=preview_import(reader, sheet(tmp_path, row())))
    (card,) = cards(reader)
    preview = preview_import(reader, sheet(tmp_path, row(at="11:30")))
    move_posts(session, post_ids=[card.id], to_day=QUIET_DAY + timedelta(days=1))
    with pytest.raises(ConflictError, match="DE-0001 was changed since the sheet was read"):
        import_rows(session, preview=preview)


def test_a_number_that_another_sheet_has_taken_meanwhile_loses_no_row(session, reader, tmp_path):
    def numbered(name, one):
        return preview_import(reader, workbook(tmp_path / name, [("ID", *HEADER), (1, *one)]))

    mine, theirs = numbered("mine.xlsx", row()), numbered("theirs.xlsx", OTHER)
    import_rows(session, preview=theirs)
    with pytest.raises(ConflictError, match="Row 2 has a number that came in with another sheet"):
        import_rows(session, preview=mine)
    import_rows(session, preview=numbered("mine.xlsx", row()))
    assert len(cards(reader)) == 2


def test_a_sheet_read_before_its_market_got_another_zone_is_read_again(session, reader, tmp_path):
    preview = preview_import(reader, sheet(tmp_path, row()))
    act_as(session, NORA)
    save_market(session, market=replace(reader.calendar().market(GERMANY), zone="Asia/Tokyo"))
    with pytest.raises(ConflictError, match="time zone of Germany was changed since"):
        import_rows(session, preview=preview)


def test_a_cancelled_post_stays_cancelled_and_the_preview_says_so(session, reader, tmp_path):
    import_rows(session, preview=preview_import(reader, sheet(tmp_path, row())))
    (card,) = cards(reader)
    cancel_posts(session, post_ids=[card.id])
    preview = preview_import(reader, sheet(tmp_path, row(at="11:30")))
    (one,) = preview.unchanged_rows
    assert one.hints == ("Cancelled here, and stays so.",)
    with pytest.raises(InvalidInputError, match="is here already"):
        import_rows(session, preview=preview)


def test_no_sheet_brings_an_approval_back(session, reader, tmp_path):
    old, new = sheet(tmp_path, row()), row(at="11:30")
    import_rows(session, preview=preview_import(reader, old))
    (card,) = cards(reader)
    mark_ready(session, post_ids=[card.id])
    approve_as(session, reader, card.id)
    import_rows(session, preview=preview_import(reader, sheet(tmp_path, new)))
    preview = preview_import(reader, sheet(tmp_path, row()))
    (one,) = preview.conflicting_rows
    assert not one.can_be_taken
    assert one.hints[0].startswith("The sheet says again what was approved once.")
    with pytest.raises(InvalidInputError):
        import_rows(session, preview=preview, take={one.key})
    assert not any(card.is_approved for card in cards(reader))


def test_posts_of_one_row_are_siblings_and_later_ones_join_them(session, reader, tmp_path):
    import_rows(session, preview=preview_import(reader, sheet(tmp_path, row(platform="IG, Push"))))
    first, second = sorted(cards(reader), key=lambda card: card.name)
    assert second.idea == first.id
    both = sheet(tmp_path, row(market="DE, FR", platform="Instagram"))
    import_rows(session, preview=preview_import(reader, both))
    (french,) = (card for card in cards(reader) if card.market == FRANCE)
    assert french.idea == first.id


def test_the_history_says_what_came_from_a_sheet(session, reader, tmp_path):
    import_rows(session, preview=preview_import(reader, sheet(tmp_path, row())))
    import_rows(session, preview=preview_import(reader, sheet(tmp_path, row(at="11:30"))))
    (card,) = cards(reader)
    assert [entry.what for entry in reader.history(card.id)] == [
        "Imported from a sheet",
        "From a sheet: Moved from 10:30 to 11:30",
    ]


def test_a_sheet_without_one_usable_row_says_so(session, reader, tmp_path):
    preview = preview_import(reader, sheet(tmp_path, row(day="someday")))
    with pytest.raises(InvalidInputError, match=r"No row of “plan\.xlsx”"):
        import_rows(session, preview=preview)


def test_one_undo_takes_a_whole_import_back(session, reader, tmp_path):
    import_rows(
        session, preview=preview_import(reader, sheet(tmp_path, row(), row(day=POGROM_DAY)))
    )
    session.undo()
    assert cards(reader) == ()


def test_the_letters_of_a_text_file_are_guessed_for_the_markets_and_can_be_corrected(
    reader, tmp_path
):
    path = tmp_path / "plan.csv"
    path.write_bytes(f"Market;Platform;Copy\nDE;Instagram;{BREAD} Süß!".encode("cp1252"))
    guessed = preview_import(reader, path)
    assert guessed.rows[0].text.endswith("Süß!")
    assert guessed.encoding == "cp1252"
    assert dict(guessed.encodings)["cp1251"] == "Cyrillic (Windows-1251)"
    assert "“für” is right" in guessed.notes[0]
    corrected = preview_import(reader, path, encoding="cp1251")
    assert corrected.rows[0].text.endswith("SьЯ!")
    assert preview_import(reader, sheet(tmp_path, row())).encodings == ()


def test_hook_and_hashtags_are_joined_as_the_person_chooses(reader, tmp_path):
    path = csv_sheet(
        tmp_path / "plan.csv",
        [(*HEADER, "Hook", "Hashtags"), (*row(), "Guten Morgen!", "#brot")],
    )
    both = preview_import(reader, path)
    assert both.joinable == (("hook", "Hook"), ("hashtags", "Hashtags"))
    assert both.joined == {"hook", "hashtags"}
    assert both.rows[0].text == f"Guten Morgen!\n\n{BREAD}\n\n#brot"
    one = preview_import(reader, path, joined={"hashtags"})
    assert one.rows[0].text == f"{BREAD}\n\n#brot"
    assert "“Hook” became a note." in one.notes


def test_columns_are_known_by_what_they_hold_until_the_person_says_otherwise(reader, tmp_path):
    path = csv_sheet(tmp_path / "plan.csv", [row()[:5], row(at="11:30")[:5]])
    guessed = preview_import(reader, path)
    assert len(guessed.rows) == 2
    assert guessed.headers == ("A", "B", "C", "D", "E")
    assert guessed.notes[0].startswith("Recognised by what they hold")
    corrected = preview_import(reader, path, columns=guessed.mapping)
    assert len(corrected.rows) == 2
    assert not any(note.startswith("Recognised") for note in corrected.notes)


def test_what_was_corrected_once_holds_for_the_next_sheet_with_this_header(
    session, reader, tmp_path
):
    header = ("Date", "Time", "Platform", "Copy", "Old copy")
    first = workbook(tmp_path / "a.xlsx", [header, (QUIET_DAY, "10:30", "Instagram", "x", BREAD)])
    guessed = preview_import(reader, first)
    columns = {**guessed.mapping, "text": 4}
    preview = preview_import(reader, first, columns=columns, default_market=GERMANY)
    import_rows(session, preview=preview)
    second = workbook(tmp_path / "b.xlsx", [header, (POGROM_DAY, "10:30", "Instagram", "y", BREAD)])
    again = preview_import(reader, second)
    assert [(one.text, one.market.id) for one in again.rows] == [(BREAD, GERMANY)]
    assert again.notes[0].startswith("It is read as the last sheet with these columns was")
    anew = preview_import(reader, second, columns=guessed.mapping)
    assert anew.rows[0].text == "y"
    assert not anew.notes[0].startswith("It is read as the last sheet")
