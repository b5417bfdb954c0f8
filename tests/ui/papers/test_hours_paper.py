from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt

from app.domain.market import MarketId
from tests.builders.hours import BESIDE, FRENCH, LATE, MORNING, NINTH
from tests.builders.ui import GERMANY
from tests.ui.paper_ground import contents, painted, sheet, wish
from ui.papers.contents import PaperKind
from ui.papers.hours_paper import hour_pages
from ui.plan.plan_view import Span

CARDS = (MORNING, BESIDE, FRENCH, LATE)


def test_each_day_has_a_page(qapp):
    span = Span(NINTH, NINTH + timedelta(days=1))
    assert len(hour_pages(contents(wish(PaperKind.HOURS, span), *CARDS), sheet())) == 2


def test_markets_that_do_not_fit_go_on_the_next_page(qapp):
    many = [replace(GERMANY, id=MarketId(f"m{number}")) for number in range(25)]
    pages = hour_pages(contents(wish(PaperKind.HOURS, markets=many)), sheet())
    assert len(pages) > 1
    shown = [one.id for page in pages for one in page.func.__self__.model.markets]
    assert shown == [one.id for one in many]


@pytest.mark.parametrize("way", list(Qt.LayoutDirection)[:2])
def test_a_day_is_drawn_whole(qapp, way):
    one = sheet(way=way)
    (page,) = hour_pages(contents(wish(PaperKind.HOURS), *CARDS), one)
    picture = painted(page, one)
    colours = {
        picture.pixelColor(x, y).name()
        for x in range(0, picture.width(), 5)
        for y in range(0, picture.height(), 5)
    }
    assert len(colours) > 8
