from PySide6.QtCore import Qt
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QLabel, QListWidget, QPushButton

from app.commands.views import ExportOutcome
from ui.exchange import export_outcome
from ui.exchange.export_outcome import ExportOutcomePage
from ui.theme import DARK, LIGHT

OUTCOME = ExportOutcome("/exports/Countersign buffer", ("de.csv", "fr.csv"), 31, 12)


def page_of(qtbot):
    page = ExportOutcomePage(LIGHT)
    page.show_outcome(OUTCOME, "Buffer")
    qtbot.addWidget(page)
    page.show()
    return page


def test_it_says_how_many_left_and_where_they_lie(qtbot):
    page = page_of(qtbot)
    assert page.findChild(QLabel, "outcome_heading").text() == "31 posts exported · 12 stayed in"
    assert page.findChild(QLabel, "outcome_folder").text() == OUTCOME.folder
    files = page.findChild(QListWidget, "outcome_files")
    assert [files.item(row).text() for row in range(files.count())] == ["de.csv", "fr.csv"]


def test_it_says_what_to_do_next(qtbot):
    assert "channel in Buffer" in page_of(qtbot).findChild(QLabel, "next_step").text()


def test_the_folder_opens_in_the_file_manager(qtbot, monkeypatch):
    opened = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toLocalFile()))
    page = page_of(qtbot)
    qtbot.mouseClick(page.findChild(QPushButton, "open_folder"), Qt.MouseButton.LeftButton)
    assert opened == [OUTCOME.folder]


def test_its_picture_follows_the_theme(qtbot):
    page = page_of(qtbot)
    light = page.grab().toImage()
    page.set_theme(DARK)
    assert page.grab().toImage() != light


def test_who_does_not_see_it_is_told_what_left_and_where_it_lies(qtbot, monkeypatch):
    told = []
    monkeypatch.setattr(export_outcome, "announce", lambda _page, words: told.append(words))
    page_of(qtbot)
    (words,) = told
    assert "31" in words
    assert OUTCOME.folder in words
