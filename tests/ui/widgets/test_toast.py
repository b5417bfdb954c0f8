import pytest
from PySide6.QtCore import QPoint, QTimer
from PySide6.QtWidgets import QLabel, QPushButton, QToolButton, QWidget

from ui.theme import DARK, LIGHT
from ui.widgets import toast as toasts
from ui.widgets.toast import Toast

WORDS = "Moved to Tue 10 Nov · approval ended"


@pytest.fixture
def page(qtbot):
    made = QWidget()
    made.resize(800, 500)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitExposed(made)
    return made


@pytest.fixture
def toast(page):
    made = Toast(LIGHT, page)
    yield made
    made.dismiss()


def test_a_toast_lies_over_the_lower_edge_of_its_page(toast, page):
    toast.show_text(WORDS, "Undo", lambda: None)
    assert toast.text == WORDS
    assert page.rect().contains(toast.geometry())
    assert toast.geometry().center().y() > page.height() * 0.8
    assert abs(toast.geometry().center().x() - page.rect().center().x()) <= 1


def test_it_stays_there_when_the_page_is_resized(toast, page, qtbot):
    toast.show_text(WORDS)
    page.resize(500, 300)
    qtbot.waitUntil(lambda: toast.geometry().bottom() < 300)
    assert page.rect().contains(toast.geometry())


def test_its_button_undoes_and_the_toast_goes(toast):
    done = []
    toast.show_text(WORDS, "Undo", lambda: done.append("undone"))
    toast.findChild(QPushButton, "toast_action").click()
    assert done == ["undone"]
    assert toast.text == ""


def test_it_goes_by_itself_after_a_while(toast, monkeypatch, qtbot):
    monkeypatch.setattr(toasts, "SHOWN_FOR_MS", 10)
    toast.show_text(WORDS)
    qtbot.waitUntil(lambda: toast.text == "")


def test_one_that_must_be_read_stays_until_it_is_closed(toast):
    toast.show_text("The disk is full.", stays=True)
    assert not toast.findChild(QTimer).isActive()
    toast.findChild(QToolButton, "toast_close").click()
    assert toast.text == ""


def test_it_does_not_go_while_its_button_has_the_focus(toast, page, qtbot, monkeypatch):
    monkeypatch.setattr(toasts, "SHOWN_FOR_MS", 10)
    toast.show_text(WORDS, "Undo", lambda: None)
    page.activateWindow()
    button = toast.findChild(QPushButton, "toast_action")
    button.setFocus()
    qtbot.waitUntil(button.hasFocus)
    qtbot.wait(60)
    assert toast.text == WORDS


def test_it_is_painted_against_its_page(toast, qtbot):
    toast.show_text(WORDS)
    toast.set_theme(DARK)
    picture = toast.grab().toImage()
    middle = QPoint(picture.width() // 2, 3)
    assert picture.pixelColor(middle) == DARK.text


def test_words_that_do_not_fit_into_one_line_take_several(toast, page):
    toast.show_text(WORDS, "Undo", lambda: None)
    low = toast.height()
    toast.show_text(" · ".join([WORDS, *["still queued in Buffer: take it out there"] * 4]))
    assert toast.height() > low
    assert page.rect().contains(toast.geometry())
    words = toast.findChild(QLabel, "toast_words")
    assert words.heightForWidth(words.width()) <= words.height(), "none of it is cut off"


def test_what_was_done_is_told_to_who_does_not_see_it(toast, monkeypatch):
    told = []
    monkeypatch.setattr(toasts, "announce", lambda _toast, words: told.append(words))
    toast.show_text(WORDS, "Undo", lambda: None)
    assert told == [WORDS]
