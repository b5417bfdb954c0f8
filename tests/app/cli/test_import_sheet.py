"""`import FILE SHEET`: good rows come in as drafts, and every other says why it stays out."""

from contextlib import contextmanager
from datetime import date

import pytest
from openpyxl import Workbook

from app.cli.answer import BAD_INPUT, DONE, FOUND_SOMETHING
from app.cli.table import width_of
from app.commands.people import choose_person
from app.commands.posts import edit_post, mark_ready
from app.commands.session import Session
from tests.builders.calendars import LENA, NOW, approve_as, knowledge, reader_of

HEADER = "ID,Market,Channel,Date,Time,Text,Status\n"
GOOD = (
    "1,DE,Instagram,2027-11-17,10:30,Unser Roggenbrot liegt heute warm für euch bereit.,Approved\n"
)
BROUGHT = date(2027, 11, 17)
SOLEMN = GOOD.replace("1,DE", "2,DE").replace("11-17", "11-09")
BAD = GOOD.replace("1,DE", "3,DE").replace("2027-11-17", "2027-02-30")


@pytest.fixture
def sheet(tmp_path):
    def written(*rows, header=HEADER):
        path = tmp_path / "plan.csv"
        path.write_text(header + "".join(rows), encoding="utf-8")
        return path

    return written


@pytest.fixture
def bring(say, path):
    def brought(sheet, *words):
        return say("import", path, sheet, "--as", "Lena", *words)

    return brought


@contextmanager
def at_the_window(path):
    """Give Lena's session, a reader, and the only post that a sheet has brought."""
    session = Session.open(path, knowledge(), origin="test@here")
    session.clock = lambda: NOW
    choose_person(session, person_id=LENA)
    reader = reader_of(path)
    (card,) = [card for card in reader.cards(BROUGHT, BROUGHT) if "warm" in card.text]
    yield session, reader, card
    reader.close()
    session.close()


def rewritten(path, text):
    with at_the_window(path) as (session, _reader, card):
        edit_post(session, post_id=card.id, base_revision=card.revision, changes={"text": text})


def approved(path):
    with at_the_window(path) as (session, reader, card):
        mark_ready(session, post_ids=[card.id])
        approve_as(session, reader, card.id)


def test_good_rows_come_in_and_bad_ones_are_named(bring, sheet):
    said = bring(sheet(GOOD, SOLEMN, BAD))
    assert said.code == FOUND_SOMETHING
    assert "Done: Import 2 posts from plan.csv." in said.out
    assert "New: 2. Updated: 0." in said.out
    assert "“2027-02-30” is not a date" in said.out
    assert "Anniversary of the November pogroms" in said.out
    assert "“Status” became notes" in said.out
    assert max(map(width_of, said.out.splitlines())) <= 100


def test_a_clean_sheet_ends_with_0_also_the_second_time(bring, sheet):
    assert bring(sheet(GOOD)).code == DONE
    again = bring(sheet(GOOD))
    assert again.code == DONE
    assert "Unchanged: 1." in again.out
    assert "Nothing was written." in again.out


def test_a_row_that_changed_updates_its_post(bring, sheet):
    bring(sheet(GOOD))
    facts = bring(sheet(GOOD.replace("10:30", "11:30")), "--json").facts
    assert facts["counts"]["updated"] == 1
    (row,) = facts["rows"]
    assert row["local"] == "2027-11-17T11:30"
    assert row["changes"] == [{"field": "Time", "here": "10:30", "in_sheet": "11:30"}]


@pytest.mark.in_english
def test_an_update_says_what_it_takes_and_that_an_approval_ends(bring, sheet, path):
    bring(sheet(GOOD))
    approved(path)
    said = bring(sheet(GOOD.replace("10:30", "11:30")))
    assert "Here: 10:30" in said.out
    assert "Sheet: 11:30" in said.out
    assert "1 approval ends: the post must be read and approved anew." in said.out


def test_what_changed_on_both_sides_is_left_alone_and_told(bring, sheet, path):
    bring(sheet(GOOD))
    rewritten(path, "Unser Roggenbrot ist ausverkauft.")
    said = bring(sheet(GOOD.replace("warm", "frisch")))
    assert said.code == FOUND_SOMETHING
    assert "Changed on both sides and left alone: 1." in " ".join(said.out.split())
    assert "ausverkauft" in said.out
    assert "frisch" in said.out
    assert "Nothing was written." in said.out


def test_a_rehearsal_needs_nobody_and_writes_nothing(say, path, sheet):
    before = path.read_bytes()
    said = say("import", path, sheet(GOOD), "--dry-run", "--json")
    assert said.code == DONE
    assert said.facts["counts"]["new"] == 1
    assert "rehearsal" in said.facts["done"]
    assert path.read_bytes() == before


def test_without_a_name_nobody_imports(say, path, sheet):
    before = path.read_bytes()
    said = say("import", path, sheet(GOOD))
    assert said.code == BAD_INPUT
    assert "--as PERSON" in said.err
    assert path.read_bytes() == before


def test_a_sheet_without_a_market_gets_one_for_all(bring, sheet):
    rows = (sheet("Instagram,2027-11-17,Brot\n", header="Channel,Date,Text\n"),)
    said = bring(*rows)
    assert said.code == BAD_INPUT
    assert "--market" in said.err
    assert bring(*rows, "--market", "germany").code == DONE
    assert bring(*rows, "--market", "Atlantis").code == BAD_INPUT


def test_what_was_guessed_is_said_once_for_all_rows(bring, sheet):
    rows = [
        GOOD.replace("1,DE", f"{n},DE").replace("10:30", "").replace("11-17", f"11-{n + 10}")
        for n in range(1, 11)
    ]
    said = bring(sheet(*rows))
    assert "Rows 2, 3, 4, 5, 6, 7, 8, 9 and 2 more: There is no time" in said.out


def test_a_reason_is_said_once_for_all_its_rows(bring, sheet):
    rows = [GOOD.replace("1,DE", f"{n},Atlantis") for n in range(1, 12)]
    said = bring(sheet(*rows))
    assert said.out.count("is none of the calendar's markets") == 1
    rows_named = [line[:14].strip() for line in said.out.splitlines()[2:5]]
    assert " ".join(rows_named) == "2, 3, 4, 5, 6, 7, 8, 9 and 3 more"


def test_a_row_with_two_posts_is_one_row(bring, sheet):
    said = bring(sheet(GOOD.replace("1,DE", '1,"DE, FR"').replace("10:30", "")))
    assert "Row 2: There is no time" in said.out


def test_a_sheet_of_which_no_row_can_be_used_is_bad_input(bring, sheet, path):
    before = path.read_bytes()
    said = bring(sheet(BAD))
    assert said.code == BAD_INPUT
    assert "“2027-02-30” is not a date" in said.out
    assert path.read_bytes() == before


def test_the_word_approved_in_a_sheet_approves_nothing(bring, sheet, say, path, tmp_path):
    bring(sheet(GOOD))
    words = ("--preset", "buffer", "--to", tmp_path / "out", "--as", "Lena", "--json")
    facts = say("export", path, *words, "--from", "2027-11-17", "--until", "2027-11-17").facts
    (brought,) = [
        post for post in facts["stayed_in"] if post["local"].startswith("2027-11-17T10:30")
    ]
    assert any("still a draft" in reason for reason in brought["reasons"])


def test_letters_that_are_guessed_wrongly_can_be_said(bring, tmp_path):
    path = tmp_path / "plan.csv"
    row = GOOD.replace("Unser Roggenbrot liegt heute warm für euch bereit.", "Наш хлеб")
    path.write_bytes((HEADER + row).encode("cp1251"))
    facts = bring(path, "--encoding", "windows-1251", "--json").facts
    assert "хлеб" in facts["rows"][0]["text"]


def test_one_of_several_sheets_can_be_named(bring, tmp_path):
    book = Workbook()
    for title in ("Autumn", "Winter"):
        sheet = book.create_sheet(title)
        for row in (HEADER, GOOD.replace("warm", title)):
            sheet.append(row.strip().split(","))
    book.save(tmp_path / "plan.xlsx")
    facts = bring(tmp_path / "plan.xlsx", "--sheet", "Winter", "--json").facts
    assert "Winter" in facts["rows"][0]["text"]
    said = bring(tmp_path / "plan.xlsx", "--sheet", "Spring")
    assert said.code == BAD_INPUT
    assert "Autumn, Winter" in said.err
