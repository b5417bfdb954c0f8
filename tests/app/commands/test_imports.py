"""A planner's own sheet: previewed, corrected, brought in, and never approved by itself."""

from datetime import datetime, timedelta

import pytest

from app.commands import imports
from app.commands.imports import import_rows, preview_import
from app.commands.people import choose_person
from app.commands.session import Session
from app.commands.views import Stage
from app.domain.flag import Severity
from app.errors import InvalidInputError
from tests.builders.calendars import FRANCE, GERMANY, MARC, POGROM_DAY, QUIET_DAY
from tests.builders.sheets import HEADER, plan_rows, workbook

BREAD = "Frisch aus dem Ofen: unser Roggenbrot mit Sauerteig liegt heute für euch bereit."


def sheet(tmp_path, *rows):
    return workbook(tmp_path / "plan.xlsx", [HEADER, *rows])


def row(**changes):
    usual = {"day": QUIET_DAY, "at": "10:30", "market": "DE", "platform": "Instagram"}
    return tuple((usual | {"text": BREAD, "status": ""} | changes).values())


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
    assert {card.market for card in cards(reader)} == {GERMANY, FRANCE}


def test_what_the_sheet_calls_approved_is_a_note_and_no_approval(session, reader, tmp_path):
    path = sheet(tmp_path, row(status="Approved"))
    import_rows(session, preview=preview_import(reader, path))
    (card,) = cards(reader)
    assert card.stage is Stage.DRAFT
    assert not card.is_approved
    assert "Approved" in reader.post(card.id).post.notes


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


def test_the_same_sheet_again_brings_nothing_twice(session, reader, tmp_path):
    path = sheet(tmp_path, row(), row(text=BREAD + " Bis gleich!"))
    import_rows(session, preview=preview_import(reader, path))
    again = preview_import(reader, path)
    assert again.new_rows == ()
    assert all(one.is_known for one in again.rows)
    with pytest.raises(InvalidInputError, match="is here already"):
        import_rows(session, preview=again)
    assert len(cards(reader)) == 2


def test_two_people_who_bring_one_sheet_bring_it_once(session, reader, path, tmp_path, monkeypatch):
    preview = preview_import(reader, sheet(tmp_path, row(), row(text=BREAD + " Bis gleich!")))
    first_asked = imports.posts.by_source_ids
    other = Session.open(path, session.knowledge, origin="other@there")
    other.clock = session.clock
    choose_person(other, person_id=MARC)

    def asked_too_early(engine, ids):
        found = first_asked(engine, ids)
        if engine is session.engine and not engine.connection.in_transaction:
            import_rows(other, preview=preview)
        return found

    monkeypatch.setattr(imports.posts, "by_source_ids", asked_too_early)
    import_rows(session, preview=preview)
    with pytest.raises(InvalidInputError, match="is here already"):
        import_rows(other, preview=preview)
    assert len(cards(reader)) == 2
    other.close()


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
