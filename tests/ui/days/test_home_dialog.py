import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QPushButton

from app.commands.home import save_home
from app.commands.setting import Setting
from tests.builders import calendars
from tests.builders.calendars import MARC, NORA
from tests.ui.direct import DirectOperations
from ui.days.home_dialog import HomeDialog
from ui.theme import LIGHT

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def session(tmp_path):
    made = calendars.team_session(tmp_path / "team.countersign")
    calendars.act_as(made, NORA)
    yield made
    made.close()


@pytest.fixture
def dialog(session, qtbot):
    save_home(session, country="DE", reason="It is so")
    made = HomeDialog(
        DirectOperations(session.me, session),
        LIGHT,
        home="DE",
        look=lambda: Setting.of(session.engine).team.home,
    )
    qtbot.addWidget(made)
    made.open()
    return made


def save(dialog):
    return dialog.findChild(QPushButton, "save_home")


def write_why(dialog, qtbot):
    qtbot.keyClicks(dialog.findChild(QLineEdit, "home_reason"), "We moved")


def test_a_country_is_saved_once_it_is_another_and_says_why(dialog, session, qtbot):
    assert save(dialog).toolTip() == "Nothing has been changed."
    dialog.choose("FR")
    assert save(dialog).toolTip() == "Write why first."
    write_why(dialog, qtbot)
    with qtbot.waitSignal(dialog.accepted):
        qtbot.mouseClick(save(dialog), LEFT)
    assert Setting.of(session.engine).team.home == "FR"


def test_what_is_no_country_cannot_be_saved(dialog, qtbot):
    write_why(dialog, qtbot)
    dialog.findChild(QComboBox, "home_box").setEditText("Atlantis")
    assert save(dialog).toolTip() == "Choose a country from the list."


def test_a_brand_may_have_no_home(dialog, session, qtbot):
    dialog.choose("")
    write_why(dialog, qtbot)
    qtbot.mouseClick(save(dialog), LEFT)
    assert Setting.of(session.engine).team.home == ""


def test_a_refusal_stays_in_the_dialog(dialog, session, qtbot):
    dialog.choose("FR")
    write_why(dialog, qtbot)
    calendars.act_as(session, MARC)
    qtbot.mouseClick(save(dialog), LEFT)
    assert "Only an owner" in dialog.findChild(QLabel, "message").text()


def test_what_was_chosen_and_written_stays_where_somebody_else_was_first(dialog, session, qtbot):
    dialog.choose("FR")
    write_why(dialog, qtbot)
    save_home(session, country="AT", reason="Theirs")
    qtbot.mouseClick(save(dialog), LEFT)
    assert "has changed the home country" in dialog.findChild(QLabel, "message").text()
    box = dialog.findChild(QComboBox, "home_box")
    assert box.currentData() == "FR"
    assert dialog.findChild(QLineEdit, "home_reason").text() == "We moved"
    qtbot.mouseClick(dialog.findChild(QPushButton, "message_action"), LEFT)
    assert box.currentData() == "AT"
    assert dialog.findChild(QLineEdit, "home_reason").text() == "We moved"
    dialog.choose("FR")
    with qtbot.waitSignal(dialog.accepted):
        qtbot.mouseClick(save(dialog), LEFT)
    assert Setting.of(session.engine).team.home == "FR"
