from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QFileDialog, QPushButton

from ui.exchange.drop_zone import DropZone, dropped_sheet
from ui.theme import DARK, LIGHT


def dropping(*files):
    data = QMimeData()
    data.setUrls([QUrl(file) if "://" in file else QUrl.fromLocalFile(file) for file in files])
    return data


@pytest.fixture
def zone(qtbot):
    made = DropZone(LIGHT)
    qtbot.addWidget(made)
    made.resize(500, 300)
    made.show()
    return made


def enter(zone, data):
    event = QDragEnterEvent(
        QPoint(20, 20),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    QApplication.sendEvent(zone, event)
    return event.isAccepted()


def drop(zone, data):
    event = QDropEvent(
        QPointF(20, 20),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    QApplication.sendEvent(zone, event)


@pytest.mark.parametrize("name", ["plan.csv", "Plan.XLSX", "plan.tsv", "plan.txt"])
def test_a_sheet_is_recognised_by_its_ending(name):
    assert dropped_sheet(dropping(f"/home/lena/{name}")) == Path(f"/home/lena/{name}")


@pytest.mark.parametrize(
    "files",
    [
        (),
        ("/home/lena/photo.png",),
        ("/home/lena/a.csv", "/home/lena/b.csv"),
        ("https://example.org/plan.csv",),
    ],
)
def test_anything_else_is_no_sheet(files):
    assert dropped_sheet(dropping(*files)) is None


def test_a_dropped_sheet_is_chosen(qtbot, zone):
    data = dropping("/home/lena/plan.xlsx")
    assert enter(zone, data)
    with qtbot.waitSignal(zone.chosen) as chosen:
        drop(zone, data)
    assert chosen.args == [Path("/home/lena/plan.xlsx")]


def test_a_picture_is_not_taken(qtbot, zone):
    data = dropping("/home/lena/photo.png")
    assert not enter(zone, data)
    with qtbot.assertNotEmitted(zone.chosen):
        drop(zone, data)


def test_it_shows_that_it_would_take_the_file_and_lets_go_again(zone):
    resting = zone.grab().toImage()
    enter(zone, dropping("/home/lena/plan.xlsx"))
    assert zone.grab().toImage() != resting
    QApplication.sendEvent(zone, QDragLeaveEvent())
    assert zone.grab().toImage() == resting


def test_a_file_can_be_chosen_without_a_drag(qtbot, zone, monkeypatch):
    answers = iter([("/home/lena/plan.csv", ""), ("", "")])
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_args: next(answers))
    button = zone.findChild(QPushButton, "choose_file")
    with qtbot.waitSignal(zone.chosen) as chosen:
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert chosen.args == [Path("/home/lena/plan.csv")]
    with qtbot.assertNotEmitted(zone.chosen):
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def test_its_colours_follow_the_theme(zone):
    light = zone.grab().toImage()
    zone.set_theme(DARK)
    assert zone.grab().toImage() != light
