"""`export FILE`: only what was approved leaves, whatever is typed beside it."""

import csv
import json
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from importlib import import_module
from pathlib import Path
from threading import Barrier

import pytest

from app.cli.answer import BAD_INPUT, DONE, FOUND_SOMETHING
from app.cli.export import folder_and_day
from app.cli.parser import understood
from app.commands.log import log_entries
from app.commands.people import choose_person
from app.commands.posts import mark_ready
from app.commands.recovery import recover_exports
from app.commands.session import Session
from app.errors import InvalidInputError
from tests.architecture.project import ROOT
from tests.builders.calendars import (
    BREAD,
    LENA,
    NOW,
    QUIET_DAY,
    approve_as,
    knowledge,
    reader_of,
    ready_post,
)
from tests.builders.moves import move_posts
from tests.builders.words import APPROVED, FRENCH, ON_THE_NINTH, PAIN, UNREAD

PAST = datetime(2027, 11, 20, tzinfo=UTC)
"""A moment at which every post of the calendar has gone out."""


@pytest.fixture
def out(tmp_path):
    return tmp_path / "out"


@pytest.fixture
def export(say, path, out):
    def exported(*words, **moment):
        return say(
            *("export", path, "--preset", "buffer", "--to", out, "--as", "Lena", *words), **moment
        )

    return exported


@pytest.fixture
def session(path):
    opened = Session.open(path, knowledge(), origin="test@here")
    opened.clock = lambda: NOW
    choose_person(opened, person_id=LENA)
    yield opened
    opened.close()


def id_of(path, name):
    reader = reader_of(path)
    found = reader.find_post(name)
    reader.close()
    return found


def texts_in(folder: Path) -> list[str]:
    return sorted(
        row["Text"]
        for path in folder.rglob("*.csv")
        for row in csv.DictReader(path.read_text("utf-8-sig").splitlines())
    )


def test_the_approved_leave_and_every_other_says_why_it_stays(export, out):
    said = export()
    assert said.code == FOUND_SOMETHING
    assert texts_in(out) == sorted([BREAD, PAIN])
    assert "2 posts stay in." in said.out
    assert "2      Nobody has approved it yet: open it in Review." in said.out
    assert "Nobody has approved it yet" in said.out
    assert "2 posts left." in said.out
    assert "Marc Fournier" in said.out
    assert str(out) in " ".join(said.out.split())


def test_programs_read_what_left_and_what_stayed(export, out):
    facts = export("--json").facts
    assert [post["id"] for post in facts["left"]] == [APPROVED, FRENCH]
    assert facts["left"][0]["approved_by"] == ["Marc Fournier"]
    assert [post["id"] for post in facts["stayed_in"]] == [ON_THE_NINTH, UNREAD]
    assert all(post["reasons"] for post in facts["stayed_in"])
    assert {path.name for path in Path(facts["folder"]).iterdir()} > set(facts["files"])


def test_with_nothing_left_in_it_ends_with_0(export, out):
    assert export("--market", "FR").code == DONE
    assert texts_in(out) == [PAIN]


def test_a_refused_export_writes_nothing_and_ends_with_1(export, out):
    span = ("--from", QUIET_DAY - timedelta(days=9), "--until", QUIET_DAY - timedelta(days=1))
    said = export(*span)
    assert said.code == FOUND_SOMETHING
    assert "1 post stays in." in said.out
    assert "Nothing left" in said.out
    assert not out.exists()
    assert export(*span, "--json").facts["stayed_in"][0]["id"] == ON_THE_NINTH


def test_a_period_without_posts_says_so(export, out):
    said = export("--from", "2029-01-01")
    assert (said.code, out.exists()) == (FOUND_SOMETHING, False)
    assert "there is no post in this period" in said.out


def test_what_has_gone_by_is_told_only_when_asked_for(export):
    now = {"now": PAST - timedelta(days=3, hours=12)}
    assert export("--json", **now).facts["stayed_in"] == []
    assert export("--json", "--from", QUIET_DAY, **now).facts["stayed_in"] != []


def test_the_issue_writes_the_last_day_as_a_second_to(out):
    assert folder_and_day(["out"]) == (Path("out"), None)
    assert folder_and_day(["2027-11-16"]) == (Path("2027-11-16"), None)
    assert folder_and_day(["out", "2027-11-16"]) == (Path("out"), QUIET_DAY)
    for unclear in (["a", "b"], ["2027-11-16", "2027-11-17"], ["a", "2027-11-16", "2027-11-17"]):
        with pytest.raises(InvalidInputError, match="one folder"):
            folder_and_day(unclear)


@pytest.mark.parametrize(
    ("words", "named"),
    [
        (("--preset", "bufer"), "bufer"),
        (("--market", "Atlantis"), "Atlantis"),
        (("--as", "Zoe"), "Zoe"),
        (("--now", "noon"), "noon"),
    ],
)
def test_what_cannot_be_meant_changes_nothing(export, path, out, words, named):
    before = path.read_bytes()
    said = export(*words)
    assert said.code == BAD_INPUT
    assert named in said.err
    assert said.err.count("\n") == 1
    assert path.read_bytes() == before
    assert not out.exists()


def test_a_file_in_the_place_of_the_folder_is_one_sentence(export, path, out):
    out.write_text("notes")
    said = export()
    assert said.code == BAD_INPUT
    assert said.err.count("\n") == 1
    assert out.read_text() == "notes"
    assert export("--to", path.parent, "--market", "FR").code == BAD_INPUT  # two folders


# --- trying to get something out --------------------------------------------------------------


def test_now_in_the_past_brings_no_post_out_whose_time_has_passed(export, out):
    for moment in (NOW, NOW - timedelta(days=30), datetime(1970, 1, 1, tzinfo=UTC)):
        said = export("--now", moment.isoformat(), "--from", "2027-01-01", now=PAST)
        assert said.code == FOUND_SOMETHING
    assert not out.exists()


def test_now_in_the_future_counts_no_queued_post_as_sent(export, out, session, path):
    assert export("--market", "DE").code == FOUND_SOMETHING
    post_id = id_of(path, APPROVED)
    move_posts(session, post_ids=[post_id], to_day=QUIET_DAY + timedelta(days=5))
    reader = reader_of(path)
    approve_as(session, reader, post_id)
    reader.close()
    later = (NOW + timedelta(days=17)).isoformat()  # by then the queued one would have gone out
    facts = export("--market", "DE", "--now", later, "--json").facts
    assert facts["left"] == []
    assert any("still queued" in reason for reason in facts["stayed_in"][-1]["reasons"])


@pytest.mark.parametrize("days", [-400, -1, 0, 1, 14, 16, 400])
def test_now_never_lets_out_more_than_the_real_moment(export, out, days):
    moment = (NOW + timedelta(days=days)).isoformat()
    left = {post["id"] for post in export("--now", moment, "--json").facts["left"]}
    assert left <= {APPROVED, FRENCH}
    assert bool(left) is (days < 16)


def test_now_says_for_each_post_what_will_be_in_its_way(export, out):
    said = export("--now", PAST.isoformat(), "--json")
    assert not out.exists()
    for post in said.facts["stayed_in"]:
        assert any("in the past" in reason for reason in post["reasons"])


def test_the_ledger_holds_the_real_moment_not_the_rehearsed_one(export, out):
    folder = export("--now", (NOW + timedelta(days=2)).isoformat(), "--json").facts["folder"]
    manifest = json.loads((Path(folder) / "manifest.json").read_text("utf-8"))
    assert "2027-11-01" in json.dumps(manifest["made_at"])
    assert "2027-11-01" in folder


def test_a_clock_that_was_set_back_exports_nothing(export, out):
    said = export(now=NOW - timedelta(hours=1))
    assert said.code == BAD_INPUT
    assert "clock of this computer is wrong" in said.err
    assert not out.exists()


def test_a_drag_after_the_approval_keeps_it_in(export, out, session, path):
    move_posts(session, post_ids=[id_of(path, APPROVED)], to_day=QUIET_DAY + timedelta(days=1))
    assert export("--market", "DE").code == FOUND_SOMETHING
    assert not out.exists()


def test_the_same_post_never_leaves_twice(export, out):
    assert export().code == FOUND_SOMETHING
    again = export("--json", now=NOW + timedelta(minutes=1))
    assert again.facts["left"] == []
    assert len(list(out.iterdir())) == 1


def test_a_hold_that_is_placed_meanwhile_comes_before_or_after_and_never_beside(path, out):
    """Both write at once; what left was recorded before the hold, and after it nothing leaves."""
    beginning = Barrier(2)

    def at_once(*words):
        request = understood([*words, "--as", "Lena"])
        word = import_module(f"app.cli.{words[0]}")
        beginning.wait()
        return word.answer(request, lambda: NOW).facts

    with ThreadPoolExecutor(2) as programs:
        export = programs.submit(
            at_once, "export", str(path), "--preset", "buffer", "--to", str(out)
        )
        hold = programs.submit(
            at_once, "hold", str(path), "--scope", "everything", "--reason", "Storm"
        )
        left, placed = export.result()["left"], hold.result()["hold"]
    reader = reader_of(path)
    log = {entry.entity.partition(":")[0]: entry.seq for entry in log_entries(reader)}
    reader.close()
    assert placed
    assert bool(left) is out.exists() is ("export" in log)
    if left:
        assert log["export"] < log["hold"]


def test_a_sheet_can_neither_approve_nor_bring_an_approval_back(say, path, export, session, out):
    header = "ID,Market,Channel,Date,Time,Text,Status\n"
    row = f'77,FR,Facebook,2027-11-18,11:00,"{PAIN} Demain aussi.",Approved\n'
    sheet = out.with_name("plan.csv")

    def bring(words):
        sheet.write_text(header + words, encoding="utf-8")
        return say("import", path, sheet, "--as", "Lena", "--json").facts["counts"]

    def leaves():
        facts = export("--market", "FR", "--from", "2027-11-18", "--until", "2027-11-18", "--json")
        return [post["local"] for post in facts.facts["left"]]

    assert bring(row)["new"] == 1
    assert leaves() == []
    brought = id_of(path, "FR-0002")
    mark_ready(session, post_ids=[brought])
    reader = reader_of(path)
    approve_as(session, reader, brought)
    reader.close()
    assert bring(row.replace("Demain", "Après-demain"))["updated"] == 1
    assert leaves() == []
    assert bring(row)["conflicts"] == 1
    assert leaves() == []


def test_two_programs_at_once_let_each_post_out_once(path, out, session):
    """Real processes at the real clock: the posts are a year ahead of it, or it is refused."""
    ready_post(session, text=f"{BREAD} Noch einer.")
    words = [
        *(sys.executable, "-c", _AT_THE_CALENDARS_CLOCK, "export", path, "--preset", "buffer"),
        *("--to", out, "--as", "Lena", "--json"),
    ]
    both = [
        subprocess.Popen(words, cwd=ROOT, stdout=subprocess.PIPE, text=True) for _number in range(2)
    ]
    said = [json.loads(one.communicate()[0]) for one in both]
    assert {one.returncode for one in both} == {FOUND_SOMETHING}
    left = [post["id"] for one in said for post in one.get("left", [])]
    assert sorted(left) == [APPROVED, FRENCH]
    assert texts_in(out) == sorted([BREAD, PAIN])
    assert recover_exports(session) == ()


_AT_THE_CALENDARS_CLOCK = f"""
import sys
from datetime import datetime
from app.cli import main
sys.exit(main(sys.argv[1:], clock=lambda: datetime.fromisoformat({NOW.isoformat()!r})))
"""
