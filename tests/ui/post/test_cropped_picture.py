from PySide6.QtCore import QSize
from PySide6.QtGui import QImage

from tests.ui.direct import a_picture
from ui.post.cropped_picture import CroppedPicture, middle_of
from ui.theme import DARK, LIGHT


def shown(qtbot, **changes):
    picture = CroppedPicture(LIGHT)
    qtbot.addWidget(picture)
    picture.show_picture(QImage.fromData(a_picture()), 1.0, **changes)
    picture.resize(200, picture.heightForWidth(200))
    return picture


def test_a_picture_is_cropped_around_its_middle():
    square = middle_of(QSize(640, 480), 1.0)
    assert (square.x(), square.y(), square.width(), square.height()) == (80, 0, 480, 480)
    wide = middle_of(QSize(100, 200), 2.0)
    assert (wide.y(), wide.width(), wide.height()) == (75, 100, 50)


def test_it_is_as_high_as_its_shape_asks_and_never_endless(qtbot):
    picture = shown(qtbot)
    assert picture.heightForWidth(200) == 200
    assert picture.heightForWidth(4000) < 500
    assert picture.sizeHint().height() > picture.minimumSizeHint().height()


def test_badge_words_and_missing_pictures_are_painted(qtbot):
    plain = shown(qtbot).grab().toImage()
    assert shown(qtbot, badge="1/2").grab().toImage() != plain
    covered = shown(qtbot)
    covered.set_over("solvane", "Frisch aus dem Ofen")
    assert covered.grab().toImage() != plain
    empty = shown(qtbot)
    empty.show_picture(None, 1.0)
    light = empty.grab().toImage()
    empty.set_theme(DARK)
    assert empty.grab().toImage() != light
