from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QPushButton, QWidget

from app.commands.backups import backups_in, folder_of
from app.commands.calendars import create_calendar
from app.domain.person import NOBODY
from app.errors import AppError
from app.storage import planned_counts, sqlite
from app.storage.audit import Stamp
from app.storage.migrations import STEPS
from tests.builders import calendars
from ui import program as programs
from ui.errors import Errors
from ui.preferences import Preferences
from ui.program import Program, sample_path
from ui.settings import calendars as calendar_dialogs
from ui.theme import DARK, LIGHT, ThemeChoice


class Shown(Errors):
    """Keeps what it is told, and shows nothing."""

    def __init__(self, log_file: Path) -> None:
        super().__init__(log_file)
        self.told = []

    def tell(self, problem) -> None:
        self.told.append(problem)


@pytest.fixture
def errors(tmp_path, qtbot):
    made = Shown(tmp_path / "log" / "countersign.log")
    yield made
    made.close()


@pytest.fixture
def program(errors, qapp, monkeypatch):
    known = calendars.knowledge()
    monkeypatch.setattr(programs.Knowledge, "load", lambda: known)
    monkeypatch.setattr(programs.Knowledge, "warm_up", lambda _knowledge: None)
    made = Program(qapp, errors, choice=ThemeChoice.LIGHT)
    yield made
    made.close()


@pytest.fixture
def path(tmp_path):
    made = tmp_path / "team.countersign"
    calendars.team_session(made).close()
    return made


def shown(name: str) -> QWidget | None:
    return next(
        (
            one
            for one in QApplication.topLevelWidgets()
            if one.objectName() == name and one.isVisible()
        ),
        None,
    )


def settle(program, qtbot) -> None:
    qtbot.waitUntil(lambda: program.window is not None and program.window.is_settled, timeout=20000)


def test_a_calendar_is_opened_and_remembered(program, path, qtbot):
    with qtbot.waitSignal(program.opened):
        program.start(path, "Marc")
    settle(program, qtbot)
    assert program.window.isVisible()
    assert Preferences().files == (path,)
    qtbot.waitUntil(lambda: "Marc Fournier" in program.window.body.who.text())


def test_a_calendar_of_an_older_program_is_brought_up_to_date_and_opened(
    program, path, qtbot, monkeypatch
):
    Preferences().backups = path.parent / "backups"
    monkeypatch.setitem(STEPS, "9999 one more", lambda _database: None)
    program.start(path, "Marc")
    settle(program, qtbot)
    assert shown("waiting_page") is None
    assert backups_in(folder_of(path, Preferences().backups))


def test_the_next_start_opens_the_last_calendar(program, path, qtbot):
    Preferences().remember_file(path)
    program.start(None)
    settle(program, qtbot)
    assert "Solvane" in program.window.windowTitle()


def test_a_calendar_that_is_gone_is_not_the_last_one(program, path, qtbot, tmp_path):
    Preferences().remember_file(path)
    Preferences().remember_file(tmp_path / "gone.countersign")
    program.start(None)
    settle(program, qtbot)
    assert "Solvane" in program.window.windowTitle()


def test_the_first_start_makes_the_sample_and_opens_its_week(program, qtbot):
    program.start(None)
    assert shown("waiting_page") is not None
    settle(program, qtbot)
    assert shown("waiting_page") is None
    window = program.window
    assert sample_path().exists()
    anchor = window.calendar.anchor
    assert window.calendar_screen.period.holds(anchor)
    assert window.calendar_screen.view.choice.current_place()[1] == anchor
    assert "sample data" in window.body.sample_bar.text
    qtbot.waitUntil(lambda: "Planner" in window.body.who.text())


def test_the_sample_is_made_only_once(program, qtbot):
    program.open_sample()
    settle(program, qtbot)
    stamp = sample_path().stat().st_ino
    program.open_sample()
    settle(program, qtbot)
    assert sample_path().stat().st_ino == stamp


def half_of_a_sample():
    stamp = Stamp(NOBODY, "", datetime(2026, 11, 1, tzinfo=UTC))
    sqlite.create_calendar(sample_path(), name="Sample", is_sample=True, stamp=stamp).close()


@pytest.mark.parametrize("half", [half_of_a_sample, lambda: sample_path().touch()])
def test_half_of_a_sample_that_a_killed_start_left_is_made_anew(program, qtbot, half):
    half()
    Preferences().remember_file(sample_path())
    program.start(None)
    assert shown("waiting_page") is not None
    settle(program, qtbot)
    assert program.window.calendar.people
    assert program.window.calendar.is_sample


def test_a_sample_in_another_place_is_never_made_anew(program, qtbot, tmp_path):
    half_of_a_sample()
    moved = sample_path().rename(tmp_path / "theirs.countersign")
    before = moved.read_bytes()
    program.start(moved)
    settle(program, qtbot)
    assert not program.window.calendar.people
    assert moved.read_bytes() == before


BAD_FILES = {
    "no calendar": b"Date,Text\n",
    "empty": b"",
    "corrupt": b"SQLite format 3\0" + b"\xff" * 4096,
}


@pytest.mark.parametrize("content", BAD_FILES.values(), ids=BAD_FILES.keys())
def test_a_file_that_cannot_be_opened_is_one_sentence_with_ways_out(
    program, tmp_path, content, qtbot
):
    broken = tmp_path / "broken.countersign"
    broken.write_bytes(content)
    program.start(broken)
    dialog = shown("cannot_open_dialog")
    assert dialog is not None
    assert program.window is None
    assert broken.read_bytes() == content
    assert "Traceback" not in dialog.accessibleDescription()
    assert dialog.accessibleDescription()
    dialog.reject()


def test_a_missing_file_leads_to_the_sample_if_one_likes(program, tmp_path, qtbot):
    program.start(tmp_path / "gone.countersign")
    dialog = shown("cannot_open_dialog")
    dialog.findChild(QPushButton, "sample").click()
    settle(program, qtbot)
    assert program.window.calendar.is_sample


def test_a_file_that_cannot_be_opened_leaves_the_present_calendar_open(
    program, path, tmp_path, qtbot
):
    program.start(path)
    settle(program, qtbot)
    program.open(tmp_path / "gone.countersign")
    dialog = shown("cannot_open_dialog")
    assert dialog.parent() is program.window
    dialog.reject()
    assert program.window.isVisible()


def test_another_calendar_takes_the_place_of_the_present_one(program, path, tmp_path, qtbot):
    program.start(path)
    settle(program, qtbot)
    first = program.window
    closed = []
    first.closed.connect(lambda: closed.append(True))
    other = tmp_path / "other.countersign"
    create_calendar(other, name="Other", owner_name="Olga")
    program.open(other)
    settle(program, qtbot)
    assert closed == [True]
    assert "Other" in program.window.windowTitle()
    shown("who_am_i_dialog").reject()


def test_a_new_calendar_is_opened_for_its_owner(program, path, tmp_path, qtbot):
    program.start(path)
    settle(program, qtbot)
    program.window.new_requested.emit()
    dialog: QDialog = shown("new_calendar_dialog")
    made = tmp_path / "new.countersign"
    owner = create_calendar(made, name="New", owner_name="Olga Owner")
    from ui.settings.remembered import remember_person  # noqa: PLC0415 - as the dialog does

    remember_person(made, owner)
    dialog.created.emit(made)
    dialog.reject()
    settle(program, qtbot)
    qtbot.waitUntil(lambda: "Olga Owner" in program.window.body.who.text())


def test_a_file_is_chosen_by_the_systems_dialog(program, path, monkeypatch, qtbot):
    monkeypatch.setattr(calendar_dialogs, "ask_for_calendar", lambda _window: path)
    program.ask_open()
    settle(program, qtbot)
    assert "Solvane" in program.window.windowTitle()


def test_changing_ones_mind_about_a_file_changes_nothing(program, monkeypatch):
    monkeypatch.setattr(calendar_dialogs, "ask_for_calendar", lambda _window: None)
    program.ask_open()
    assert program.window is None


def test_other_colours_reach_every_window_and_are_kept(program, path, qtbot, qapp):
    program.start(path)
    settle(program, qtbot)
    program.window.theme_chosen.emit(ThemeChoice.DARK)
    assert qapp.palette().window().color() == DARK.raised
    assert Preferences().theme is ThemeChoice.DARK
    program.choose_theme(ThemeChoice.LIGHT)
    assert qapp.palette().window().color() == LIGHT.raised


def test_the_colours_of_the_system_count_only_when_they_are_wanted(program, monkeypatch, qapp):
    monkeypatch.setattr(
        programs.themes,
        "chosen",
        lambda _app, choice: DARK if choice is ThemeChoice.SYSTEM else LIGHT,
    )
    qapp.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    assert qapp.palette().window().color() == LIGHT.raised
    program.choose_theme(ThemeChoice.SYSTEM)
    program.choose_theme(ThemeChoice.LIGHT)
    assert qapp.palette().window().color() == LIGHT.raised
    program._preferences.theme = ThemeChoice.SYSTEM  # noqa: SLF001
    qapp.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    assert qapp.palette().window().color() == DARK.raised


def test_a_fault_behind_a_command_reaches_the_one_place_that_shows_it(
    program, path, errors, qtbot, monkeypatch
):
    program.start(path)
    settle(program, qtbot)
    program.window._operations.run(lambda _session: 1 / 0)  # noqa: SLF001
    settle(program, qtbot)
    assert [type(one) for one in errors.told] == [ZeroDivisionError]


def test_the_sample_has_a_place_of_its_own():
    assert sample_path().parent.is_dir()
    assert sample_path().suffix == ".countersign"
    assert isinstance(sample_path(), Path)


def test_how_much_a_hold_would_stop_is_counted_before_anybody_asks(
    program, path, qtbot, monkeypatch
):
    program._warming_up.setInterval(0)  # noqa: SLF001
    with qtbot.waitSignal(program.loaded, timeout=20000):
        program.start(path)
    settle(program, qtbot)
    monkeypatch.delattr(planned_counts, "_anew")  # nothing is looked at whole again
    with closing(calendars.reader_of(path)) as reader:
        assert reader.ground().planned == {}


def test_a_calendar_that_cannot_be_counted_stops_nothing(program, path, qtbot, monkeypatch):
    def refuse(_reader):
        raise AppError("Gone.")

    monkeypatch.setattr(programs.Reader, "ground", refuse)
    program._warming_up.setInterval(0)  # noqa: SLF001
    with qtbot.waitSignal(program.loaded, timeout=20000):
        program.start(path)
