import pytest
from PySide6.QtCore import QSize

from tests.builders.hours import MORNING
from tests.ui.paper_ground import HEAD, blank, contents, paper, sheet, wish
from ui.papers.contents import PaperKind
from ui.papers.paper import Paper


@pytest.mark.parametrize("kind", PaperKind)
def test_every_kind_has_pages(qapp, kind):
    made = Paper.of(contents(wish(kind), MORNING), sheet(), HEAD)
    assert made.pages


def test_a_page_as_a_picture_has_the_shape_of_its_sheet(qapp):
    picture = paper(blank).image(0, 500, 2.0)
    assert picture.size() == QSize(1000, 2 * round(500 * 210 / 297))
    assert picture.devicePixelRatio() == 2.0


def test_a_page_knows_how_many_there_are(qapp):
    two = paper(blank, blank)
    assert two.image(0, 500) != two.image(1, 500)
    assert two.image(0, 500) != paper(blank).image(0, 500)
