"""Pictures come to the post that they are of, and never to the one that lies there by then."""

from dataclasses import replace
from types import SimpleNamespace

import pytest
from PySide6.QtCore import Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from app.commands.views import Picture
from app.errors import AppError
from tests.builders import ui_b
from tests.ui.direct import LaterJobs, a_picture
from ui.review.desk_pictures import DeskPictures


class Desk(QWidget):
    open_wanted = Signal(int)

    def __init__(self, view):
        super().__init__()
        self.view = view
        self.images, self.opened, self.told = [], [], []

    def show_images(self, images):
        self.images.append(images)

    def mark_opened(self, number):
        self.opened.append(number)

    def refuse(self, sentence):
        self.told.append(sentence)


class Store:
    """A reader that has one picture."""

    def again(self):
        return self

    def close(self):
        """Nothing is open."""

    def media_bytes(self, digest):
        if digest != "abc":
            raise AppError("Gone.")
        return a_picture(8, 8)


@pytest.fixture
def made(qtbot):
    def make(digest="abc"):
        view = replace(ui_b.a_view(), pictures=(Picture("", digest, "", "a.png", "image/png"),))
        desk, jobs = Desk(view), LaterJobs()
        qtbot.addWidget(desk)
        return desk, jobs, DeskPictures(Store(), jobs, desk)

    return make


def turn(desk):
    desk.view = SimpleNamespace(post=SimpleNamespace(fingerprint="another"))


@pytest.mark.parametrize("turns", [False, True])
def test_pictures_are_shown_unless_another_post_lies_there(made, turns):
    desk, jobs, pictures = made()
    pictures.show_of(desk.view)
    if turns:
        turn(desk)
    jobs.do_all()
    assert len(desk.images) == (not turns)


@pytest.mark.parametrize(("turns", "opened"), [(False, [0]), (True, [])])
def test_what_is_opened_outside_is_read_beside_the_window(made, monkeypatch, turns, opened):
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda _url: True)
    desk, jobs, _pictures = made()
    desk.open_wanted.emit(0)
    assert desk.opened == []
    if turns:
        turn(desk)
    jobs.do_all()
    assert desk.opened == opened


@pytest.mark.parametrize(("digest", "has_program"), [("abc", False), ("gone", True)])
def test_what_cannot_be_opened_says_so_and_counts_as_unseen(made, monkeypatch, digest, has_program):
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda _url: has_program)
    desk, jobs, _pictures = made(digest)
    desk.open_wanted.emit(0)
    jobs.do_all()
    assert (len(desk.told), desk.opened) == (1, [])


def test_with_an_empty_desk_nothing_is_opened(made):
    desk, jobs, _pictures = made()
    desk.view = None
    desk.open_wanted.emit(0)
    assert jobs.waiting == []
