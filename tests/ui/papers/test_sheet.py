import pytest
from PySide6.QtCore import QRect, Qt

from tests.ui.paper_ground import blank, painted, paper, sheet
from ui.papers.sheet import SCALE, PaperHead

RTL = Qt.LayoutDirection.RightToLeft


def test_a_wide_sheet_is_a_narrow_one_on_its_side(qapp):
    wide, narrow = sheet().size, sheet(is_wide=False).size
    assert wide == narrow.transposed()
    assert wide.width() > wide.height()


def test_the_room_lies_within_the_margins(qapp):
    one = sheet()
    assert one.inner.contains(one.body)
    assert one.inner.right() < one.size.width() / SCALE


def test_places_are_mirrored_where_people_read_from_the_right(qapp):
    one = sheet(way=RTL)
    place = QRect(one.inner.left(), 0, 10, 10)
    assert one.mirrored(place).right() == one.inner.right()
    assert sheet().mirrored(place) == place
    assert one.start == sheet().end


@pytest.mark.parametrize("way", list(Qt.LayoutDirection)[:2])
def test_head_and_foot_stand_on_every_page(qapp, way):
    picture = painted(blank, sheet(way=way))
    colours = {picture.pixelColor(x, y).name() for x in range(0, 700, 3) for y in range(0, 80, 3)}
    assert len(colours) > 2
    assert picture.pixelColor(2, 2).name() == "#ffffff"


def test_a_sample_says_so_across_every_page(qapp):
    head = PaperHead("Fennel", "Week", "", "Now", is_sample=True)
    plain = paper(blank, head=PaperHead("Fennel", "Week", "", "Now", is_sample=False))
    marked = paper(blank, blank, head=head)
    for number in range(2):
        assert marked.image(number, 700) != plain.image(0, 700)
    middle = QRect(200, 150, 300, 200)
    assert marked.image(1, 700).copy(middle) != plain.image(0, 700).copy(middle)
