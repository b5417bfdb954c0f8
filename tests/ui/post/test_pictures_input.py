import pytest
from PySide6.QtCore import QSize, Qt

from app.domain.medium import Medium
from tests.builders import ui_b
from tests.ui.direct import a_picture
from ui.post.pictures_input import PicturesInput
from ui.theme import DARK, LIGHT
from ui.widgets.loaded_pictures import decoded

LEFT = Qt.MouseButton.LeftButton
TWO = ui_b.with_pictures("d1", "d2")


@pytest.fixture
def pictures(qtbot):
    made = PicturesInput(LIGHT)
    qtbot.addWidget(made)
    made.give(TWO)
    made.show()
    return made


def test_it_gives_back_the_pictures_in_their_order(pictures):
    assert pictures.value == TWO


def test_alt_text_and_address_are_edited_in_place(pictures, qtbot):
    with qtbot.waitSignal(pictures.edited):
        pictures.rows[0].alt.setText("A rye loaf")
    with qtbot.waitSignal(pictures.edited):
        pictures.rows[0].url.setText("https://cdn.example/loaf.png")
    assert pictures.value[0] == Medium("https://cdn.example/loaf.png", "d1", "A rye loaf")


def test_a_picture_is_removed_with_one_click(pictures, qtbot):
    with qtbot.waitSignal(pictures.edited):
        qtbot.mouseClick(pictures.rows[0].remove, LEFT)
    assert pictures.value == TWO[1:]


def test_a_picture_may_come_by_its_address_alone(pictures, qtbot):
    qtbot.mouseClick(pictures.by_address, LEFT)
    assert pictures.value == TWO
    qtbot.keyClicks(pictures.rows[2].url, "https://cdn.example/new.png")
    assert pictures.value[2] == Medium("https://cdn.example/new.png")


def test_choosing_a_file_is_asked_for(pictures, qtbot):
    with qtbot.waitSignal(pictures.file_wanted):
        qtbot.mouseClick(pictures.choose, LEFT)


def test_thumbnails_appear_and_stay_small(pictures):
    pictures.set_images({"d1": decoded(a_picture(), QSize(160, 160))})
    pictures.set_theme(DARK)
    thumbnail = pictures.rows[0].findChildren(object)[0]
    assert pictures.rows[0].sizeHint().height() < 100
    assert thumbnail is not None


def test_giving_the_same_pictures_again_keeps_the_field_that_is_written_in(pictures):
    row = pictures.rows[0]
    pictures.give(TWO)
    assert pictures.rows[0] is row
    pictures.give(TWO[:1])
    assert pictures.value == TWO[:1]


def test_what_cannot_be_used_has_a_name_for_screen_readers(pictures):
    assert pictures.rows[0].remove.accessibleName() == "Remove this picture"
    assert min(pictures.rows[0].remove.width(), pictures.rows[0].remove.height()) >= 24
