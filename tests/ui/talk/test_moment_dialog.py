from datetime import UTC, datetime, timedelta

from PySide6.QtCore import QDateTime
from PySide6.QtWidgets import QDateTimeEdit, QPushButton

from ui.talk.moment_dialog import MomentDialog

SHOWN = datetime(2027, 11, 15, 9, 30, tzinfo=UTC)


def test_the_moment_that_is_shown_is_chosen(qtbot):
    dialog = MomentDialog(SHOWN, None)
    qtbot.addWidget(dialog)
    dialog.open()
    with qtbot.waitSignal(dialog.chosen) as chosen:
        dialog.findChild(QPushButton, "moment_accept").click()
    assert chosen.args == [SHOWN]


def test_it_never_lies_after_the_post(qtbot):
    latest = SHOWN + timedelta(hours=1)
    dialog = MomentDialog(SHOWN, latest)
    qtbot.addWidget(dialog)
    field = dialog.findChild(QDateTimeEdit)
    later = int((latest + timedelta(days=3)).timestamp())
    field.setDateTime(QDateTime.fromSecsSinceEpoch(later))
    assert dialog.moment == latest


def test_without_a_moment_it_begins_a_day_ahead(qtbot):
    dialog = MomentDialog(None, None)
    qtbot.addWidget(dialog)
    ahead = dialog.moment - datetime.now(UTC)
    assert timedelta(hours=23) < ahead <= timedelta(hours=24)
