"""Dialogs that fit the window they stand over."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QDialog, QWidget

from ui.widgets.fitting import fitting, roomy


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


def test_a_dialog_grows_with_the_letters_of_the_reader(qtbot):
    usual, large = QDialog(), QDialog()
    lettering = large.font()
    lettering.setPointSizeF(lettering.pointSizeF() * 1.5)
    large.setFont(lettering)
    assert roomy(large, 30, 10).width() > roomy(usual, 30, 10).width()
    assert roomy(large, 30, 10).height() > roomy(usual, 30, 10).height()
