from dataclasses import replace

import pytest
from PySide6.QtCore import QSize

from tests.builders.hours import MORNING
from tests.builders.ui_b import a_view
from tests.ui.paper_ground import HEAD, blank, contents, paper, sheet, wish
from ui.cards.other_clock import OtherClock
from ui.papers.contents import PaperKind
from ui.papers.paper import Paper


@pytest.mark.parametrize("kind", PaperKind)
def test_every_kind_has_pages(qapp, kind):
    read = replace(contents(wish(kind), MORNING), whole=a_view())
    made = Paper.of(read, sheet(), HEAD)
    assert made.pages


def test_a_page_as_a_picture_has_the_shape_of_its_sheet(qapp):
    picture = paper(blank).image(0, 500, 2.0)
    assert picture.size() == QSize(1000, 2 * round(500 * 210 / 297))
    assert picture.devicePixelRatio() == 2.0


def test_a_page_knows_how_many_there_are(qapp):
    two = paper(blank, blank)
    assert two.image(0, 500) != two.image(1, 500)
    assert two.image(0, 500) != paper(blank).image(0, 500)


@pytest.mark.parametrize("kind", [PaperKind.WEEKS, PaperKind.MONTH, PaperKind.HOURS])
def test_where_texts_are_shortened_each_post_stands_whole_behind(qapp, kind):
    wanted = wish(kind)
    whole = Paper.of(contents(wanted, MORNING), sheet(), HEAD)
    short = Paper.of(contents(replace(wanted, has_texts=False), MORNING), sheet(), HEAD)
    assert 0 < whole.short_pages == short.short_pages == len(short.pages)
    assert len(whole.pages) == len(short.pages) + 1
    assert whole.image(0, 900) != short.image(0, 900), "each says where the texts are"


def test_a_list_shortens_nothing_and_neither_does_an_empty_week(qapp):
    assert Paper.of(contents(wish(PaperKind.LIST), MORNING), sheet(), HEAD).short_pages == 0
    assert Paper.of(contents(wish(PaperKind.WEEKS)), sheet(), HEAD).short_pages == 0


@pytest.mark.parametrize("kind", [kind for kind in PaperKind if kind is not PaperKind.LEAVING])
def test_the_time_of_another_zone_stands_on_paper_too(qapp, kind):
    plain = wish(kind)
    named = replace(plain, clock=OtherClock("Asia/Tokyo"))
    read = [replace(contents(one, MORNING), whole=a_view()) for one in (plain, named)]
    images = [Paper.of(one, sheet(), HEAD).image(0, 900) for one in read]
    assert images[0] != images[1]
