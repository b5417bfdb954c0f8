import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QPushButton, QWidget

from app.commands.views import Picture
from tests.ui.direct import a_picture
from ui.review.picture_view import PictureView
from ui.theme import LIGHT
from ui.widgets.loaded_pictures import decoded

LOAF = Picture("https://cdn.example/loaf.png", "d1", "A rye loaf on a board", "loaf.png")


@pytest.fixture
def shown(qtbot):
    def show(picture, width=400):
        view = PictureView(picture, 0, 1, LIGHT)
        qtbot.addWidget(view)
        view.resize(width, 500)
        view.show()
        return view

    return show


def texts(view):
    return [child.text() for child in view.findChildren(QWidget) if hasattr(child, "text")]


def test_before_it_is_loaded_nobody_can_have_seen_it(shown):
    view = shown(LOAF)
    assert not view.is_there
    view.set_image(decoded(a_picture(), QSize(2000, 2000)))
    assert view.is_there


def test_alt_text_and_address_stand_beside_it(shown):
    view = shown(LOAF)
    assert any("cdn.example" in text for text in texts(view))
    assert any(
        child.toPlainText() == LOAF.alt
        for child in view.findChildren(QWidget)
        if hasattr(child, "toPlainText")
    )


def test_a_missing_alt_text_is_said(shown):
    assert "No alt text" in texts(shown(Picture("", "d1", "")))


def test_a_picture_known_by_its_address_alone_is_said_to_lie_on_the_web(shown):
    view = shown(Picture("https://cdn.example/x.png", "", ""))
    assert view.is_there
    assert any("look at it in the browser" in text for text in texts(view))


def test_what_cannot_be_shown_counts_only_once_it_was_opened_outside(shown, qtbot):
    view = shown(LOAF)
    view.set_image(QImage())
    assert not view.is_there
    with qtbot.waitSignal(view.open_wanted):
        qtbot.mouseClick(view.findChild(QPushButton, "picture_0_open"), Qt.MouseButton.LeftButton)
    view.mark_opened()
    assert view.is_there


def test_a_wide_picture_is_shown_whole_and_a_small_one_is_never_blown_up(shown):
    view = shown(LOAF, width=320)
    view.set_image(decoded(a_picture(640, 480), QSize(2000, 2000)))
    canvas = next(c for c in view.children() if type(c).__name__ == "_Canvas")
    assert canvas.heightForWidth(320) == 240
    assert canvas.heightForWidth(2000) == 480
