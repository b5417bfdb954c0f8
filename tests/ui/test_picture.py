"""The picture of a window: taken, or said why not; never waited for without an end."""

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QImage

import ui.picture
from tests.builders import calendars
from ui.errors import Errors
from ui.picture import Picture, Wanted


@pytest.fixture
def path(tmp_path):
    made = tmp_path / "team.countersign"
    calendars.team_session(made).close()
    return made


@pytest.fixture
def errors(tmp_path, qapp):
    made = Errors(tmp_path / "countersign.log")
    yield made
    made.close()


def test_it_is_as_large_as_wanted(qapp, errors, path, tmp_path):
    target = tmp_path / "picture.png"
    assert not Picture(qapp, errors, Wanted(target, size=QSize(900, 600))).take(path)
    assert QImage(str(target)).size() == QSize(900, 600)


@pytest.mark.in_english
def test_why_it_cannot_be_saved_is_said(qapp, errors, path, tmp_path):
    target = tmp_path / "nowhere" / "picture.png"
    problem = Picture(qapp, errors, Wanted(target)).take(path)
    assert str(target) in problem
    assert "another folder" in problem


@pytest.mark.in_english
def test_who_and_what_is_not_there_is_said_instead_of_guessed(qapp, errors, path, tmp_path):
    target = tmp_path / "picture.png"
    for asked, said in (
        ({"person": "Zoe"}, "Nobody in this calendar is called “Zoe”"),
        ({"post": "DE-9999"}, "There is no post “DE-9999”"),
    ):
        picture = Picture(qapp, errors, Wanted(target, **asked))
        assert said in picture.take(path)
        assert not picture.has_failed
    assert not target.exists()


def test_why_a_calendar_cannot_be_opened_is_said(qapp, errors, tmp_path):
    gone = tmp_path / "gone.countersign"
    assert "gone" in Picture(qapp, errors, Wanted(tmp_path / "picture.png")).take(gone)


@pytest.mark.expects_log("A fault of the program")
def test_a_fault_ends_it_with_the_details(qapp, errors, path, tmp_path, monkeypatch):
    fault = ValueError("the cheese is gone")
    monkeypatch.setattr(ui.picture, "Screenshot", lambda *_, **__: errors.tell(fault))
    picture = Picture(qapp, errors, Wanted(tmp_path / "picture.png"))
    assert "the cheese is gone" in picture.take(path)
    assert picture.has_failed


@pytest.mark.in_english
def test_a_window_that_never_settles_ends_it_too(qapp, errors, path, tmp_path, monkeypatch):
    monkeypatch.setattr(ui.picture, "Screenshot", lambda *_, **__: None)
    wanted = Wanted(tmp_path / "picture.png")
    assert "not painted" in Picture(qapp, errors, wanted, longest_ms=1).take(path)
