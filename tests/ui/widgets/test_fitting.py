"""Dialogs that fit the window they stand over."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QDialog, QWidget

from ui.widgets.fitting import fitting


def test_a_dialog_is_never_larger_than_the_window_below_it(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(1100, 700)
    size = fitting(QDialog(window), QSize(1456, 828))
    assert size.width() < 1100
    assert size.height() < 700


def test_a_dialog_that_fits_gets_what_it_wants(qtbot):
    dialog = QDialog()
    qtbot.addWidget(dialog)
    assert fitting(dialog, QSize(300, 200)) == QSize(300, 200)
