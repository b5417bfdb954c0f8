from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton

from app.commands.days import retire_day, save_days
from app.commands.setting import Setting
from app.domain.flag import Severity
from app.domain.observance import Tone
from app.domain.team_day import TeamDay
from tests.builders import calendars
from tests.builders.calendars import GERMANY, LENA, MARC
from tests.ui.direct import DirectOperations
from ui.days.team_day_dialog import TeamDayDialog
from ui.theme import LIGHT

LEFT = Qt.MouseButton.LeftButton
FIRE = TeamDay("team-fire", "Fire", "fixed 03-14", Tone.MOURNING, Severity.STOP, (GERMANY,))


@pytest.fixture
def session(tmp_path):
    made = calendars.team_session(tmp_path / "team.countersign")
    calendars.act_as(made, MARC)
    yield made
    made.close()


@pytest.fixture
def ask(session, qtbot):
    def look(shown):
        return next((one for one in days(session) if one.id == shown.id), None)

    def asking(day=None):
        markets = tuple(Setting.of(session.engine).markets.values())
        made = TeamDayDialog(
            DirectOperations(session.me, session), markets, LIGHT, day=day, look=look
        )
        qtbot.addWidget(made)
        made.open()
        return made

    return asking


def write(qtbot, dialog, name, text):
    line = dialog.findChild(QLineEdit, name)
    line.selectAll()
    qtbot.keyClicks(line, text)


def save(dialog):
    return dialog.findChild(QPushButton, "save_day")


def days(session):
    return Setting.of(session.engine).team.calendar.days


def test_a_new_day_is_saved_once_it_has_a_name_and_a_date(ask, session, qtbot):
    dialog = ask()
    assert save(dialog).toolTip() == "Give the day a name."
    write(qtbot, dialog, "day_name", "Fire")
    write(qtbot, dialog, "day_rule", "fixed 03-14")
    with qtbot.waitSignal(dialog.accepted):
        qtbot.mouseClick(save(dialog), LEFT)
    (day,) = days(session)
    assert (day.name, day.rule, day.severity) == ("Fire", "fixed 03-14", Severity.CAUTION)
    assert day.id.startswith("team-")


def test_a_change_says_why(ask, session, qtbot):
    save_days(session, days=[FIRE])
    dialog = ask(FIRE)
    assert save(dialog).toolTip() == "Nothing has been changed."
    write(qtbot, dialog, "day_name", "Blaze")
    assert save(dialog).toolTip() == "Write why it changes."
    write(qtbot, dialog, "day_reason", "Its right name")
    qtbot.mouseClick(save(dialog), LEFT)
    assert [day.name for day in days(session)] == ["Blaze"]


def test_a_refusal_stays_in_the_dialog(ask, session, qtbot):
    dialog = ask()
    calendars.act_as(session, LENA)
    write(qtbot, dialog, "day_name", "Fire")
    write(qtbot, dialog, "day_rule", "2027-03-14")
    qtbot.mouseClick(save(dialog), LEFT)
    assert dialog.isVisible()
    assert "is a planner" in dialog.findChild(QLabel, "message").text()


def test_what_was_typed_stays_where_somebody_else_was_first(ask, session, qtbot):
    save_days(session, days=[FIRE])
    dialog = ask(FIRE)
    write(qtbot, dialog, "day_name", "Blaze")
    write(qtbot, dialog, "day_reason", "Its right name")
    save_days(session, days=[replace(FIRE, rule="fixed 03-15")], reason="It was the 15th")
    qtbot.mouseClick(save(dialog), LEFT)
    assert "Marc Fournier has changed Fire meanwhile" in dialog.findChild(QLabel, "message").text()
    assert dialog.findChild(QLineEdit, "day_name").text() == "Blaze"
    qtbot.mouseClick(dialog.findChild(QPushButton, "message_action"), LEFT)
    assert dialog.findChild(QLineEdit, "day_name").text() == "Fire"
    assert dialog.findChild(QLineEdit, "day_reason").text() == "Its right name"
    write(qtbot, dialog, "day_name", "Blaze")
    qtbot.mouseClick(save(dialog), LEFT)
    assert [(day.name, day.rule) for day in days(session)] == [("Blaze", "fixed 03-15")]


def test_a_day_that_was_retired_meanwhile_does_not_come_back(ask, session, qtbot):
    save_days(session, days=[FIRE])
    dialog = ask(FIRE)
    write(qtbot, dialog, "day_name", "Blaze")
    write(qtbot, dialog, "day_reason", "Its right name")
    retire_day(session, day_id=FIRE.id, reason="Not ours")
    qtbot.mouseClick(save(dialog), LEFT)
    assert "counts no more" in dialog.findChild(QLabel, "message").text()
    assert days(session) == ()
    with qtbot.waitSignal(dialog.rejected):
        qtbot.mouseClick(dialog.findChild(QPushButton, "message_action"), LEFT)
