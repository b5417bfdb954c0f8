from PySide6.QtWidgets import QLabel, QProgressBar

from ui.widgets.waiting_page import WaitingPage


def test_it_says_what_is_being_made(qtbot):
    page = WaitingPage("Preparing a sample calendar…")
    qtbot.addWidget(page)
    assert page.findChild(QLabel).text() == "Preparing a sample calendar…"
    assert page.findChild(QProgressBar).maximum() == 0
    assert page.windowTitle() == "Countersign"
