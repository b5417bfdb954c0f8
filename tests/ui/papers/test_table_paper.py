from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt

from tests.builders.hours import MORNING, NINTH
from tests.builders.ui import GERMANY, card, many_cards, on
from tests.ui.paper_ground import contents, painted, sheet, wish
from ui.papers.contents import PaperKind
from ui.papers.table_paper import month_pages, week_pages
from ui.plan.plan_view import Span

FOURTEEN = Span(NINTH, NINTH + timedelta(days=13))


def test_each_week_has_pages_of_its_own(qapp):
    assert len(week_pages(contents(wish(PaperKind.WEEKS, FOURTEEN), MORNING), sheet())) == 2


def test_a_full_week_goes_on_over_more_pages_and_nothing_is_left_out(qapp):
    busy = [card(number, GERMANY, local=on(NINTH, 8)) for number in range(30)]
    pages = week_pages(contents(wish(PaperKind.WEEKS), *busy), sheet())
    assert len(pages) > 1
    rows = [row for page in pages for row in page.args[0]]
    assert rows == list(range(32)), "thirty lanes, and one for each other market"


@pytest.mark.parametrize("way", list(Qt.LayoutDirection)[:2])
def test_the_same_cards_are_drawn_in_both_directions(qapp, way):
    one = sheet(way=way)
    cards = many_cards([GERMANY], NINTH, 7, 2)
    for pages in (
        week_pages(contents(wish(PaperKind.WEEKS), *cards), one),
        month_pages(contents(wish(PaperKind.MONTH, markets=[GERMANY]), *cards), one),
    ):
        picture = painted(pages[0], one)
        colours = {
            picture.pixelColor(x, y).name()
            for x in range(0, picture.width(), 5)
            for y in range(0, picture.height(), 5)
        }
        assert len(colours) > 8


def test_a_month_that_fits_has_one_page_and_fills_it(qapp):
    one = sheet()
    (page,) = month_pages(contents(wish(PaperKind.MONTH, markets=[GERMANY]), MORNING), one)
    table = page.func.__self__
    rows = page.args[0]
    used = sum(table._heights(rows)) + table.top_height  # noqa: SLF001 - the height of its rows
    assert one.body.height() - 6 <= used <= one.body.height()


def test_months_follow_each_other(qapp):
    span = Span(date(2026, 11, 9), date(2027, 1, 2))
    assert len(month_pages(contents(wish(PaperKind.MONTH, span, [GERMANY])), sheet())) == 3
