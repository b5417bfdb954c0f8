import pytest
from PySide6.QtCore import QSize

from tests.builders import ui_b
from tests.ui.direct import DirectJobs, a_picture
from ui.jobs import Jobs
from ui.widgets.loaded_pictures import decoded, load_pictures

LARGEST = QSize(200, 200)


def test_a_picture_comes_back_no_larger_than_asked_and_in_its_shape():
    image = decoded(a_picture(640, 480), LARGEST)
    assert (image.width(), image.height()) == (200, 150)


def test_a_small_picture_keeps_its_size():
    assert decoded(a_picture(40, 30), LARGEST).size() == QSize(40, 30)


def test_what_is_no_picture_comes_back_empty():
    assert decoded(b"no picture", LARGEST).isNull()


def test_pictures_are_loaded_once_each_and_missing_ones_come_back_empty():
    reader = ui_b.KnownReader()
    reader.pictures = {"d1": a_picture()}
    found = {}
    load_pictures(DirectJobs(), reader, ["d1", "d1", "", "gone"], LARGEST, found.update)
    assert set(found) == {"d1", "gone"}
    assert not found["d1"].isNull()
    assert found["gone"].isNull()


def test_without_pictures_no_work_is_started():
    answers = []
    load_pictures(None, None, ["", ""], LARGEST, answers.append)
    assert answers == [{}]


@pytest.fixture
def jobs(qtbot):
    made = Jobs()
    yield made
    made.close()


def test_decoding_goes_on_beside_the_window(jobs, qtbot):
    reader = ui_b.KnownReader()
    reader.pictures = {"d1": a_picture()}
    answers = []
    load_pictures(jobs, reader, ["d1"], LARGEST, answers.append)
    assert answers == []
    qtbot.waitUntil(lambda: bool(answers))
    assert not answers[0]["d1"].isNull()
