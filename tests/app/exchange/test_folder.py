"""Export folders appear whole or not at all: also when the program is killed at any moment."""

import errno
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from app.domain.export import ExportId
from app.errors import InvalidInputError
from app.exchange.folder import (
    Outcome,
    Staged,
    discard,
    finish,
    make_sure,
    place_of,
    recover,
    stage,
)
from app.exchange.manifest import MANIFEST_NAME, digest
from app.exchange.verification import verify_folder
from tests.app.exchange.builders import CALENDAR, EXPORT, folder_files, row, spring_rows

ROOT = Path(__file__).parents[3]

KILLED = """
import os, signal, sys
from pathlib import Path
from app.exchange import folder
from tests.app.exchange.builders import CALENDAR, EXPORT, folder_files, spring_rows

target, last = Path(sys.argv[1]), int(sys.argv[2])
calls, fsync = 0, os.fsync

def counted(descriptor):
    global calls
    calls += 1
    if calls == last:
        os.kill(os.getpid(), signal.SIGKILL)
    fsync(descriptor)

os.fsync = counted
staged = folder.stage(target, folder_files(*spring_rows()), export=EXPORT, calendar=CALENDAR)
Path(sys.argv[3]).write_text("recorded")
folder.finish(staged)
print(calls)
"""


@pytest.fixture
def files():
    return folder_files(*spring_rows())


@pytest.fixture
def target(tmp_path):
    return tmp_path / "out" / "week 45"


def staged_at(target, files, export=EXPORT, calendar=CALENDAR):
    return stage(target, files, export=export, calendar=calendar)


def recovered(target, files, *, recorded=True, may_leave=True):
    return recover(
        place_of(target, export=EXPORT, calendar=CALENDAR),
        manifest_sha256=digest(files[MANIFEST_NAME]) if recorded else "",
        may_leave=lambda: may_leave,
    )


def run_killed(target, fsyncs, ledger):
    return subprocess.run(
        [sys.executable, "-c", KILLED, str(target), str(fsyncs), str(ledger)],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )


def test_a_staged_export_is_whole_but_not_yet_called_by_its_name(target, files):
    staged = staged_at(target, files)
    assert not target.exists()
    assert verify_folder(staged.part) == ()
    assert EXPORT in staged.part.name
    assert staged.part.name.endswith(".part")


def test_a_finished_export_has_its_name_and_leaves_nothing_beside(target, files):
    assert finish(staged_at(target, files)) == target
    assert verify_folder(target) == ()
    assert list(target.parent.iterdir()) == [target]


def test_finishing_twice_changes_nothing(target, files):
    staged = staged_at(target, files)
    finish(staged)
    assert finish(staged) == target


def test_a_discarded_export_leaves_nothing(target, files):
    discard(staged_at(target, files))
    assert list(target.parent.iterdir()) == []


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="this system has no SIGKILL")
def test_a_kill_at_any_fsync_leaves_all_or_nothing(tmp_path, files):
    whole = run_killed(tmp_path / "whole" / "export", 0, tmp_path / "whole-ledger")
    fsyncs = int(whole.stdout)
    assert fsyncs > len(folder_files(*spring_rows()))
    for last in range(1, fsyncs + 1):
        parent, ledger = tmp_path / str(last), tmp_path / f"{last}-ledger"
        killed = run_killed(parent / "export", last, ledger)
        assert killed.returncode == -signal.SIGKILL, killed.stderr
        recovered(parent / "export", files, recorded=ledger.exists())
        if ledger.exists():
            assert verify_folder(parent / "export") == ()
        else:
            assert list(parent.iterdir()) == []


@pytest.mark.parametrize(
    ("recorded", "may_leave", "outcome"),
    [
        (True, True, Outcome.FINISHED),
        (True, False, Outcome.REFUSED),
        (False, True, Outcome.NOT_RECORDED),
        (False, False, Outcome.NOT_RECORDED),
    ],
)
def test_recovery_finishes_only_what_was_recorded_and_may_still_leave(
    target, files, recorded, may_leave, outcome
):
    staged_at(target, files)
    found = recovered(target, files, recorded=recorded, may_leave=may_leave)
    assert found is outcome
    assert list(target.parent.iterdir()) == ([target] if outcome is Outcome.FINISHED else [])


def test_recovery_does_not_finish_what_was_changed_meanwhile(target, files):
    staged = staged_at(target, files)
    (staged.part / "more.csv").write_bytes(b"x")
    assert recovered(target, files) is Outcome.DAMAGED
    assert list(target.parent.iterdir()) == []


def test_recovery_does_not_finish_a_folder_whose_manifest_was_made_to_fit(target, files):
    staged = staged_at(target, files)
    for name, data in folder_files(row(3)).items():
        (staged.part / name).write_bytes(data)
    for name in set(files) - set(folder_files(row(3))):
        (staged.part / name).unlink()
    assert verify_folder(staged.part) == ()
    assert recovered(target, files) is Outcome.DAMAGED
    assert list(target.parent.iterdir()) == []


def test_recovery_never_overwrites_a_folder_that_has_taken_the_name(target, files):
    staged = staged_at(target, files)
    target.mkdir()
    assert recovered(target, files) is Outcome.NAMELESS
    assert list(target.iterdir()) == []
    assert verify_folder(staged.part) == ()
    target.rmdir()
    assert recovered(target, files) is Outcome.FINISHED


def test_recovery_sees_that_an_export_had_got_its_name(target, files):
    finish(staged_at(target, files))
    assert recovered(target, files) is Outcome.FINISHED_BEFORE
    assert verify_folder(target) == ()


def test_recovery_takes_no_other_folder_of_the_name_for_the_export(target, files):
    target.mkdir(parents=True)
    assert recovered(target, files) is Outcome.GONE
    assert target.is_dir()


def test_recovery_says_when_nothing_was_staged_or_the_disk_is_away(target, files):
    assert recovered(target, files) is Outcome.OUT_OF_REACH
    target.parent.mkdir()
    assert recovered(target, files) is Outcome.GONE
    assert recovered(target, files, recorded=False) is Outcome.NOTHING


def test_recovery_keeps_what_cannot_be_looked_into(target, files, monkeypatch):
    staged_at(target, files)

    def refuse(path):
        raise PermissionError(errno.EACCES, "no")

    with monkeypatch.context() as patch:
        patch.setattr(Path, "iterdir", refuse)
        assert recovered(target, files) is Outcome.OUT_OF_REACH
    assert recovered(target, files) is Outcome.FINISHED


def test_recovery_says_when_the_disk_refuses_to_remove(target, files, monkeypatch):
    staged_at(target, files)
    monkeypatch.setattr("app.exchange.folder.shutil.rmtree", lambda *_one, **_more: None)
    assert recovered(target, files, may_leave=False) is Outcome.NOT_REMOVED


def test_recovery_leaves_the_exports_of_other_calendars_and_other_folders_alone(target, files):
    staged_at(target, files, calendar="calendar-2")
    (target.parent / "holiday.part").mkdir()
    before = sorted(target.parent.iterdir())
    assert recovered(target, files, recorded=False) is Outcome.NOTHING
    assert sorted(target.parent.iterdir()) == before


def test_recovery_never_follows_a_link(target, files, tmp_path):
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    staged = staged_at(target, files)
    discard(staged)
    staged.part.symlink_to(elsewhere, target_is_directory=True)
    assert recovered(target, files, recorded=False) is Outcome.NOTHING
    assert elsewhere.is_dir()


def test_an_export_never_takes_the_place_of_another(target, files):
    finish(staged_at(target, files))
    with pytest.raises(InvalidInputError, match="exists already; choose another name"):
        staged_at(target, folder_files(row(5)), export=ExportId("other"))
    assert verify_folder(target) == ()


def test_a_place_that_was_taken_meanwhile_is_noticed_before_the_export_is_recorded(target, files):
    staged = staged_at(target, files)
    make_sure(staged)
    target.mkdir()
    for late in (make_sure, finish):
        with pytest.raises(InvalidInputError, match="exists already"):
            late(staged)
    assert list(target.iterdir()) == []


def test_an_export_that_was_removed_meanwhile_is_noticed_before_it_is_recorded(target, files):
    staged = staged_at(target, files)
    discard(staged)
    with pytest.raises(InvalidInputError, match="export again"):
        make_sure(staged)


def test_the_same_export_cannot_be_staged_twice_and_the_first_one_stays(target, files):
    staged = staged_at(target, files)
    with pytest.raises(InvalidInputError, match="something else has its name"):
        staged_at(target, files)
    assert verify_folder(staged.part) == ()


@pytest.mark.parametrize(
    ("number", "way_out"),
    [
        (errno.ENOSPC, "make room or choose another disk"),
        (errno.EACCES, "choose a folder that is yours"),
        (errno.EROFS, "choose a folder that is yours"),
        (errno.EIO, "choose another folder"),
    ],
)
def test_a_disk_that_refuses_is_one_sentence_and_nothing_is_left(
    target, files, monkeypatch, number, way_out
):
    written = []

    def full(descriptor):
        written.append(descriptor)
        if len(written) == 2:
            raise OSError(number, os.strerror(number))

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(InvalidInputError, match=way_out) as refused:
        staged_at(target, files)
    assert str(target) in str(refused.value)
    assert list(target.parent.iterdir()) == []


def test_a_folder_below_a_file_is_one_sentence(tmp_path, files):
    (tmp_path / "file").write_text("x")
    with pytest.raises(InvalidInputError, match="choose another"):
        staged_at(tmp_path / "file" / "export", files)


def test_a_rename_that_fails_keeps_the_staged_export(target, files, monkeypatch):
    staged = staged_at(target, files)

    def refuse(path, new):
        raise PermissionError(errno.EACCES, "in use")

    with monkeypatch.context() as patch:
        patch.setattr(Path, "rename", refuse)
        with pytest.raises(InvalidInputError, match="may not be written"):
            finish(staged)
    assert verify_folder(staged.part) == ()
    assert finish(staged) == target


def test_a_rename_that_fails_once_is_tried_again(target, files, monkeypatch):
    staged = staged_at(target, files)
    rename, tried = Path.rename, []

    def refuse_once(path, new):
        tried.append(new)
        if len(tried) == 1:
            raise PermissionError(errno.EACCES, "a virus scanner looks into it")
        return rename(path, new)

    monkeypatch.setattr(Path, "rename", refuse_once)
    assert finish(staged) == target
    assert tried == [target, target]


def test_windows_is_not_asked_to_make_a_folder_durable(target, files, monkeypatch):
    opened = []
    monkeypatch.setattr("app.exchange.folder.os.open", lambda *one: opened.append(one))
    monkeypatch.setattr("app.exchange.folder.os.name", "nt")
    staged = Staged(EXPORT, target.with_name("part"), target)
    staged.part.mkdir(parents=True)
    finish(staged)
    assert opened == []


def test_an_id_that_no_folder_can_be_called_by_is_a_mistake_of_the_program(target, files):
    with pytest.raises(ValueError, match="cannot stand in the name"):
        staged_at(target, files, export=ExportId("a b"))
