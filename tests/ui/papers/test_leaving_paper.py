from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from tests.ui.leaving.kit import ALL, BERLIN, LATER, LYING, TOKYO
from tests.ui.paper_ground import contents, painted, sheet, wish
from ui.papers import leaving_paper
from ui.papers.contents import PaperKind
from ui.papers.leaving_paper import leaving_pages

pytestmark = pytest.mark.in_english


@pytest.fixture(autouse=True)
def in_berlin(monkeypatch):
    monkeypatch.setattr(leaving_paper, "own_zone", lambda: BERLIN)


def pages_of(*entries, way=Qt.LayoutDirection.LeftToRight):
    read = replace(contents(wish(PaperKind.LEAVING)), leaving=entries)
    return leaving_pages(read, sheet(is_wide=False, way=way))


def texts(pages):
    rows = [row for page in pages for row in page.args[2]]
    return [[" ".join(line.words for line in cell) for cell in row.cells] for row in rows]


@pytest.mark.usefixtures("qapp")
def test_each_post_says_when_by_ones_own_clock_and_what_becomes_of_it_and_why():
    pages = pages_of(TOKYO, LYING)
    assert pages[0].args[3].heads[0] == "When in Berlin"
    tokyo, lying = texts(pages)
    assert tokyo[0].startswith("Mon 9 Nov 13:00")
    assert "21:00 JST" in tokyo[0]
    assert TOKYO.card.name in tokyo[2]
    assert tokyo[3:] == ["Approved, not exported", ""]
    assert lying[3:] == ["Must come out of Buffer", "moved to Wed 11 Nov"]
    assert "14:00 CET" not in lying[0], "both clocks agree"


@pytest.mark.usefixtures("qapp")
def test_all_of_them_stand_in_the_order_in_which_they_go():
    assert len(texts(pages_of(*ALL * 20))) >= len(ALL) * 20
    names = [row[2].split()[0] for row in texts(pages_of(*ALL))]
    assert names == [one.card.name for one in ALL]


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("way", list(Qt.LayoutDirection)[:2])
def test_it_is_drawn_in_both_directions_and_says_that_nothing_goes_out(way):
    on = sheet(is_wide=False, way=way)
    (some,), (nothing,) = pages_of(LATER, way=way), pages_of(way=way)
    assert painted(some, on) != painted(nothing, on)
