import pytest
from PySide6.QtWidgets import QDialog

from app.commands.session import Session
from tests.builders import calendars
from tests.builders.calendars import QUIET_DAY
from ui.jobs import Jobs
from ui.main_window import MainWindow
from ui.operations import Operations
from ui.preferences import Preferences
from ui.screenshot import Screenshot, pictured
from ui.shown import Shown
from ui.theme import LIGHT


@pytest.fixture
def window(tmp_path, qtbot):
    path = tmp_path / "team.countersign"
    session = calendars.team_session(path)
    calendars.ready_post(session)
    session.close()
    made = MainWindow(
        path,
        calendars.reader_of(path),
        Operations(lambda: Session.open(path, calendars.knowledge(), origin="t@here")),
        Jobs(),
        LIGHT,
        preferences=Preferences(),
        today=QUIET_DAY,
    )
    qtbot.addWidget(made)
    made.show()
    made.start(calendars.LENA)
    yield made
    made.close()


@pytest.mark.parametrize("shown", Shown)
def test_the_picture_is_taken_of_what_is_wanted(window, shown, tmp_path, qtbot):
    results = []
    target = tmp_path / "picture.png"
    post = window.find_post("DE-0001")
    taking = Screenshot(window, target, shown, post, done=results.append)
    qtbot.waitUntil(lambda: bool(results), timeout=20000)
    assert results == [True]
    assert target.stat().st_size > 1000
    assert window.body.shows_review is (shown in (Shown.REVIEW, Shown.SUGGEST))
    assert window.calendar_screen.tray.isVisible() is (shown is Shown.TRAY)
    assert taking.parent() is window
    for dialog in window.findChildren(QDialog):
        dialog.reject()


def test_a_folder_that_does_not_exist_is_told(window, tmp_path, qtbot):
    results = []
    Screenshot(window, tmp_path / "no" / "p.png", Shown.CALENDAR, None, done=results.append)
    qtbot.waitUntil(lambda: bool(results), timeout=20000)
    assert results == [False]


def test_dialogs_lie_over_the_window(window, qtbot):
    qtbot.waitUntil(lambda: window.is_settled)
    plain = pictured(window).toImage()
    dialog = QDialog(window)
    dialog.resize(300, 200)
    dialog.open()
    assert pictured(window).toImage() != plain
    above = QDialog(dialog)
    above.resize(100, 100)
    above.setStyleSheet("background: #ff0000")
    above.open()
    middle = window.rect().center()
    assert pictured(window).toImage().pixelColor(middle).name() == "#ff0000"
    above.reject()
    dialog.reject()
