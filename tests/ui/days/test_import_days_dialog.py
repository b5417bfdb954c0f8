from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLabel, QListWidget, QPushButton

from app.commands.days import save_days
from app.commands.setting import Setting
from app.domain.flag import Severity
from app.domain.observance import Tone
from tests.builders import calendars
from tests.builders.calendars import FRANCE, GERMANY, LENA, MARC
from tests.ui.direct import DirectJobs, DirectOperations
from ui.days.import_days_dialog import ImportDaysDialog
from ui.theme import LIGHT

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def session(tmp_path):
    made = calendars.team_session(tmp_path / "team.countersign")
    calendars.act_as(made, MARC)
    yield made
    made.close()


@pytest.fixture
def read(session, tmp_path, qtbot):
    def known():
        return Setting.of(session.engine).team.calendar.days

    def reading(text):
        path = tmp_path / "days.csv"
        path.write_text(text, "utf-8")
        markets = tuple(Setting.of(session.engine).markets.values())
        operations = DirectOperations(session.me, session)
        made = ImportDaysDialog(path, operations, DirectJobs(), markets, LIGHT, known=known)
        qtbot.addWidget(made)
        made.open()
        return made

    return reading


def said(dialog):
    return dialog.findChild(QLabel, "days_count").text()


def save(dialog):
    return dialog.findChild(QPushButton, "import_days")


def test_what_comes_in_and_what_is_left_out_is_shown_first(read, session, qtbot):
    dialog = read("name,rule,markets\nFire,fixed 03-14,DE\nFlood,soon,\nStorm,2027-04-01,\n")
    assert said(dialog) == "2 days can be imported, one is left out:"
    problems = dialog.findChild(QListWidget, "import_problems")
    assert "row 3, field rule" in problems.item(0).text()
    with qtbot.waitSignal(dialog.accepted):
        qtbot.mouseClick(save(dialog), LEFT)
    days = Setting.of(session.engine).team.calendar.days
    assert [(day.name, day.markets) for day in days] == [("Fire", (GERMANY,)), ("Storm", ())]


def test_what_the_file_does_not_say_is_chosen_here(read, session, qtbot):
    dialog = read("name,rule\nFire,fixed 03-14\n")
    for name, value in (
        ("usual_market", FRANCE),
        ("usual_tone", Tone.FASTING.value),
        ("usual_severity", int(Severity.STOP)),
    ):
        box = dialog.findChild(QComboBox, name)
        box.setCurrentIndex(box.findData(value))
    qtbot.mouseClick(save(dialog), LEFT)
    (day,) = Setting.of(session.engine).team.calendar.days
    assert (day.markets, day.tone, day.severity) == ((FRANCE,), Tone.FASTING, Severity.STOP)


def test_a_file_without_days_cannot_be_imported(read):
    dialog = read("name,rule\nFire,soon\n")
    assert not save(dialog).isEnabled()
    assert save(dialog).toolTip() == "There is no day that can be read."


def test_a_file_that_cannot_be_read_says_why(read):
    dialog = read("a,b\n1,2\n")
    assert "needs a column “name”" in dialog.findChild(QLabel, "message").text()
    assert not save(dialog).isEnabled()


def test_a_refusal_stays_in_the_dialog(read, session, qtbot):
    dialog = read("name,rule\nFire,fixed 03-14\n")
    calendars.act_as(session, LENA)
    qtbot.mouseClick(save(dialog), LEFT)
    assert dialog.isVisible()
    assert "is a planner" in dialog.findChild(QLabel, "message").text()


def test_a_file_overwrites_nothing_that_was_saved_since_it_was_shown(read, session, qtbot):
    first = read("id,name,rule\nfire,Fire,fixed 03-14\n")
    qtbot.mouseClick(save(first), LEFT)
    (fire,) = Setting.of(session.engine).team.calendar.days
    dialog = read("id,name,rule\nfire,Blaze,fixed 03-14\n")
    save_days(session, days=[replace(fire, name="Old fire")], reason="Its right name")
    qtbot.mouseClick(save(dialog), LEFT)
    assert "Marc Fournier has changed Fire meanwhile" in dialog.findChild(QLabel, "message").text()
    (kept,) = Setting.of(session.engine).team.calendar.days
    assert kept.name == "Old fire"
    qtbot.mouseClick(dialog.findChild(QPushButton, "message_action"), LEFT)
    with qtbot.waitSignal(dialog.accepted):
        qtbot.mouseClick(save(dialog), LEFT)
    (kept,) = Setting.of(session.engine).team.calendar.days
    assert kept.name == "Blaze"
