"""What a crash leaves behind is finished as it was recorded, or removed; others are left alone."""

import errno
import json
import os
import shutil
from datetime import timedelta
from pathlib import Path

import pytest

from app.commands import exports, recovery
from app.commands.exports import confirm_taken_out, export_posts
from app.commands.holds import place_hold
from app.commands.people import choose_person
from app.commands.posts import edit_post
from app.commands.recovery import recover_exports
from app.commands.session import Session
from app.domain.export import ExportId
from app.domain.hold import Scope
from app.errors import BusyError, RefusedError
from app.exchange import folder as export_folder
from app.exchange.manifest import digest
from app.storage import calendar, settings
from app.storage import exports as ledger
from app.storage.calendar import note_knowledge
from app.storage.exports import UNFINISHED, Unfinished
from tests.builders.calendars import (
    BREAD,
    GERMANY,
    LENA,
    MARC,
    NOW,
    QUIET_DAY,
    knowledge,
)


@pytest.fixture
def out(tmp_path):
    return tmp_path / "out"


def export(session, folder):
    return export_posts(
        session,
        preset="buffer",
        first=QUIET_DAY,
        last=QUIET_DAY,
        market_ids=[GERMANY],
        folder=folder,
    )


def crash(*_arguments, **_facts):
    raise KeyboardInterrupt


def crashed(session, folder, monkeypatch):
    """Let the program die between the ledger and the rename; return what it leaves."""
    with monkeypatch.context() as patch:
        patch.setattr(export_folder, "finish", crash)
        with pytest.raises(KeyboardInterrupt):
            export(session, folder)
    (part,) = folder.absolute().glob("*.part")
    return part


def died_before_the_ledger(session, folder, monkeypatch):
    with monkeypatch.context() as patch:
        patch.setattr(export_folder, "discard", lambda _staged: False)
        patch.setattr(exports.exports, "record_export", crash)
        with pytest.raises(KeyboardInterrupt):
            export(session, folder)
    (part,) = folder.absolute().glob("*.part")
    return part


def files_in(folder):
    return sorted(path.name for path in folder.iterdir())


def is_closed(session, post_id):
    return [one.is_closed for one in ledger.hand_overs_of(session.engine, [post_id])[post_id]]


def test_a_crash_after_the_ledger_is_finished_later(session, approved, out, monkeypatch):
    crashed(session, out, monkeypatch)
    (said,) = recover_exports(session)
    assert said.startswith("An interrupted export was finished")
    (name,) = files_in(out)
    assert not name.endswith(".part")
    assert BREAD in next((out / name).glob("*.csv")).read_text("utf-8-sig")
    assert recover_exports(session) == ()


def edited(session, post_id):
    edit_post(session, post_id=post_id, base_revision=2, changes={"text": "Neu"})


def held(session, _post_id):
    place_hold(session, scope=Scope.EVERYTHING, target="", reason="Accident")


def confirmed(session, post_id):
    confirm_taken_out(session, post_id=post_id, reason="Never there")


@pytest.mark.parametrize("change", [edited, held, confirmed])
def test_recovery_asks_the_gate_again(session, approved, out, monkeypatch, change):
    crashed(session, out, monkeypatch)
    change(session, approved)
    (said,) = recover_exports(session)
    assert said.startswith("An interrupted export was removed")
    assert files_in(out) == []
    assert is_closed(session, approved) == [True]


def test_whoever_acts_next_finishes_what_a_crash_left(session, approved, out, monkeypatch):
    crashed(session, out, monkeypatch)
    assert "An interrupted export was finished" in choose_person(session, person_id=MARC).label


def test_a_crash_before_the_ledger_leaves_nothing(session, approved, out, monkeypatch):
    died_before_the_ledger(session, out, monkeypatch)
    (said,) = recover_exports(session)
    assert "removed" in said
    assert files_in(out) == []
    assert ledger.unfinished(session.engine) == ()


def test_recovery_finishes_no_export_that_was_tampered_with(session, approved, out, monkeypatch):
    part = crashed(session, out, monkeypatch)
    (table,) = part.glob("*.csv")
    table.write_bytes(table.read_bytes().replace(b"Roggenbrot", b"Weissbrot "))
    manifest = json.loads((part / "manifest.json").read_bytes())
    manifest["files"][0] |= {"sha256": digest(table.read_bytes()), "rows": 0, "first_row": 99}
    manifest["rows"] = []
    (part / "manifest.json").write_text(json.dumps(manifest), encoding="utf-8")
    (said,) = recover_exports(session)
    assert "was removed" in said
    assert files_in(out) == []
    assert is_closed(session, approved) == [True]


def test_a_folder_made_by_a_planner_closes_no_hand_over(session, approved, out):
    done = Path(export(session, out).outcome.folder)
    (record,) = ledger.exports(session.engine)
    about = calendar.calendar_facts(session.engine)
    for target in (done, out / "other"):
        place = export_folder.place_of(target, export=record.id, calendar=about.id)
        place.part.mkdir()
        (place.part / "mine.txt").write_text("mine")
    before = files_in(out)
    assert recover_exports(session) == ()
    assert files_in(out) == before
    assert is_closed(session, approved) == [False]


@pytest.mark.parametrize(
    "kept",
    [
        "no JSON",
        "[1]",
        "[" * 100_000,
        '{"7f3a": "relative"}',
        '{"../x": "/somewhere"}',
        '{"7f3a": 5}',
        '{"7f3a": "/"}',
    ],
)
def test_what_somebody_wrote_into_the_list_by_hand_touches_nothing(session, approved, out, kept):
    export(session, out)
    settings.keep_setting(session.engine, UNFINISHED, kept)
    assert recover_exports(session) == ()
    assert is_closed(session, approved) == [False]
    assert ledger.unfinished(session.engine) == ()


def test_a_recorded_export_is_looked_for_only_where_it_was_written(session, approved, out):
    export(session, out)
    (record,) = ledger.exports(session.engine)
    elsewhere = str(out / "elsewhere")
    ledger.keep_unfinished(session.engine, Unfinished(record.id, elsewhere))
    assert recover_exports(session) == ()
    assert is_closed(session, approved) == [False]


def test_an_export_whose_folder_is_gone_closes_its_hand_overs_and_says_so(
    session, approved, out, monkeypatch
):
    shutil.rmtree(crashed(session, out, monkeypatch))
    (said,) = recover_exports(session)
    assert said.startswith("The files of an interrupted export are gone")
    assert is_closed(session, approved) == [True]
    assert recover_exports(session) == ()


def test_a_disk_that_is_away_closes_nothing_until_the_posts_are_past(
    session, approved, out, monkeypatch
):
    crashed(session, out, monkeypatch)
    out.rename(out.with_name("away"))
    (said,) = recover_exports(session)
    assert said.startswith("An interrupted export cannot be reached")
    assert is_closed(session, approved) == [False]
    session.clock = lambda: NOW + timedelta(days=60)
    recover_exports(session)
    assert ledger.unfinished(session.engine) == ()


def test_what_was_never_recorded_waits_for_its_disk_in_silence(session, approved, out, monkeypatch):
    died_before_the_ledger(session, out, monkeypatch)
    out.rename(out.with_name("away"))
    assert recover_exports(session) == ()
    out.with_name("away").rename(out)
    assert len(recover_exports(session)) == 1
    assert files_in(out) == []


def test_an_export_whose_name_was_taken_waits_until_it_is_free(session, approved, out, monkeypatch):
    part = crashed(session, out, monkeypatch)
    (kept,) = ledger.unfinished(session.engine)
    Path(kept.folder).mkdir()
    (said,) = recover_exports(session)
    assert str(part) in said
    assert is_closed(session, approved) == [False]
    Path(kept.folder).rmdir()
    assert recover_exports(session)[0].startswith("An interrupted export was finished")


def test_what_cannot_be_removed_stays_queued_and_is_named(session, approved, out, monkeypatch):
    part = crashed(session, out, monkeypatch)
    held(session, approved)
    with monkeypatch.context() as patch:
        patch.setattr(export_folder.shutil, "rmtree", lambda *_one, **_more: None)
        (said,) = recover_exports(session)
    assert f"delete “{part}”" in said
    assert is_closed(session, approved) == [False]
    assert "was removed" in recover_exports(session)[0]
    assert is_closed(session, approved) == [True]


def unreadable_manifest(part, _patch):
    (part / "manifest.json").write_bytes(b"[" * 100_000)


def endless_number(part, _patch):
    data = (part / "manifest.json").read_text("utf-8")
    (part / "manifest.json").write_text(data.replace('"row": 2', '"row": Infinity'), "utf-8")


def refusing_disk(_part, patch):
    def refuse(_path):
        raise PermissionError(errno.EACCES, "no")

    patch.setattr(Path, "iterdir", refuse)


def unknown_preset(_part, patch):
    def without(engine, export_id):
        return _renamed(exports_of(engine, export_id))

    exports_of = ledger.export
    patch.setattr(recovery.exports, "export", without)


def _renamed(record):
    return recovery.ExportRecord(
        record.id,
        "a format of long ago",
        record.folder,
        record.manifest_sha,
        record.head_before,
        record.seq,
        record.by,
        record.at,
    )


def busy_calendar(_part, patch):
    def busy(*_arguments):
        raise BusyError("Another program holds the calendar.")

    patch.setattr(recovery.exports, "export", busy)


def unreadable_list(_part, patch):
    def busy(*_arguments):
        raise BusyError("Another program holds the calendar.")

    patch.setattr(recovery.exports, "unfinished", busy)


@pytest.mark.parametrize(
    "trouble",
    [
        unreadable_manifest,
        endless_number,
        refusing_disk,
        unknown_preset,
        busy_calendar,
        unreadable_list,
    ],
)
def test_choosing_who_i_am_never_fails_for_an_export(session, approved, out, monkeypatch, trouble):
    part = crashed(session, out, monkeypatch)
    with monkeypatch.context() as patch:
        trouble(part, patch)
        label = choose_person(session, person_id=LENA).label
    assert session.actor().id == LENA
    assert label != "You are Lena Brandt"
    assert "was finished" not in label


def test_an_older_program_leaves_the_export_to_the_newer_one(session, approved, out, monkeypatch):
    part = crashed(session, out, monkeypatch)
    with session.writing() as stamp:
        note_knowledge(session.engine, stamp, knowledge="999.abc", rules="1.abc")
    (said,) = recover_exports(session)
    assert "newer Countersign" in said
    assert part.is_dir()
    assert is_closed(session, approved) == [False]


def test_a_clock_that_is_behind_finishes_nothing(session, approved, out, monkeypatch):
    part = crashed(session, out, monkeypatch)
    session.clock = lambda: NOW - timedelta(days=1)
    (said,) = recover_exports(session)
    assert "clock" in said
    assert part.is_dir()


def test_a_folder_below_a_relative_path_is_found_from_anywhere(
    session, approved, tmp_path, monkeypatch
):
    (tmp_path / "elsewhere").mkdir()
    monkeypatch.chdir(tmp_path)
    crashed(session, Path("out"), monkeypatch)
    monkeypatch.chdir(tmp_path / "elsewhere")
    assert "was finished" in recover_exports(session)[0]


@pytest.mark.skipif(os.name == "nt", reason="names are text there")
@pytest.mark.parametrize("name", [b"two\nlines", b"caf\xe9"])
def test_a_folder_with_an_odd_name_is_recovered(session, approved, tmp_path, monkeypatch, name):
    folder = tmp_path / os.fsdecode(name)
    crashed(session, folder, monkeypatch)
    assert "was finished" in recover_exports(session)[0]
    assert not list(folder.glob("*.part"))


def test_two_people_who_come_back_finish_it_once(session, approved, out, path, monkeypatch):
    crashed(session, out, monkeypatch)
    other = Session.open(path, knowledge(), origin="other@there")
    other.clock = lambda: NOW
    choose_person(other, person_id=MARC)
    assert recover_exports(session) == ()
    assert is_closed(session, approved) == [False]
    other.close()


def test_whoever_comes_while_an_export_is_being_written_does_not_lose_it(
    session, approved, out, monkeypatch
):
    def forgotten_then_crash(_staged):
        raise KeyboardInterrupt

    judged = exports.exporting.judged

    def forget_meanwhile(*arguments):
        for one in ledger.unfinished(session.engine):
            ledger.drop_unfinished(session.engine, ExportId(one.export))
        return judged(*arguments)

    with monkeypatch.context() as patch:
        patch.setattr(exports.exporting, "judged", forget_meanwhile)
        patch.setattr(export_folder, "finish", forgotten_then_crash)
        with pytest.raises(KeyboardInterrupt):
            export(session, out)
    assert "was finished" in recover_exports(session)[0]


def test_an_export_that_a_hold_overtakes_is_not_said_to_be_kept(
    session, approved, out, path, monkeypatch
):
    other = Session.open(path, knowledge(), origin="other@there")
    other.clock = lambda: NOW
    finish = export_folder.finish

    def overtaken(staged):
        monkeypatch.setattr(export_folder, "finish", finish)
        other.me = session.me
        held(other, approved)
        choose_person(other, person_id=MARC)
        return finish(staged)

    monkeypatch.setattr(export_folder, "finish", overtaken)
    with pytest.raises(RefusedError, match="was taken away"):
        export(session, out)
    assert is_closed(session, approved) == [True]
    other.close()
