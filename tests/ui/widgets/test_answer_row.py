from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QLineEdit, QPushButton, QVBoxLayout

from ui.widgets.answer_row import AnswerRow
from ui.widgets.house_style import PRIMARY


def dialog_with_answers(qtbot) -> tuple[QDialog, QPushButton]:
    dialog, move = QDialog(), QPushButton("Move")
    move.clicked.connect(dialog.accept)
    qtbot.addWidget(dialog)
    QVBoxLayout(dialog).addWidget(AnswerRow(move, dialog))
    dialog.open()
    return dialog, move


def test_enter_gives_the_expected_answer(qtbot):
    dialog, move = dialog_with_answers(qtbot)
    assert move.property(PRIMARY)
    qtbot.keyClick(dialog, Qt.Key.Key_Return)
    assert dialog.result() == QDialog.DialogCode.Accepted


def test_cancel_closes_without_an_answer(qtbot):
    dialog, _move = dialog_with_answers(qtbot)
    dialog.findChild(QPushButton, "cancel").click()
    assert not dialog.isVisible()
    assert dialog.result() == QDialog.DialogCode.Rejected


def test_enter_gives_the_expected_answer_whatever_other_buttons_there_are(qtbot):
    dialog, field, move = QDialog(), QLineEdit(), QPushButton("Move")
    qtbot.addWidget(dialog)
    move.clicked.connect(dialog.accept)
    column = QVBoxLayout(dialog)
    for part in (field, QPushButton("Look it up"), AnswerRow(move, dialog)):
        column.addWidget(part)
    dialog.open()
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert dialog.result() == QDialog.DialogCode.Accepted
