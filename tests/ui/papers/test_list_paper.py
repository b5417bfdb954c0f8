from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from tests.builders.hours import FRENCH, LATE, MORNING
from tests.ui.paper_ground import contents, painted, sheet, wish
from ui.papers.contents import PaperKind
from ui.papers.list_paper import list_pages

UPRIGHT = sheet


def rows_of(pages):
    return [row for page in pages for row in page.args[2]]


def text_of(rows, column: int) -> str:
    return " ".join(line.words for row in rows for line in row.cells[column])


def pages_of(*cards, way=Qt.LayoutDirection.LeftToRight):
    return list_pages(contents(wish(PaperKind.LIST), *cards), sheet(is_wide=False, way=way))


def test_posts_stand_in_the_order_of_their_time_with_their_whole_text(qapp):
    words = " ".join(f"word{number}" for number in range(400))
    rows = rows_of(pages_of(LATE, replace(MORNING, text=words), FRENCH))
    assert len(rows) == 3
    assert MORNING.name in text_of(rows[:1], 2)
    assert all(f"word{number}" in text_of(rows[:1], 2) for number in range(400))


def test_a_text_longer_than_a_page_goes_on_over_pages_and_loses_nothing(qapp):
    lines = [f"line{number}." for number in range(300)]
    pages = pages_of(FRENCH, replace(LATE, text="\n".join(lines)))
    assert len(pages) > 3
    text = text_of(rows_of(pages), 2)
    assert all(line in text for line in lines)


def test_state_and_flags_are_said_in_words(qapp):
    (row,) = rows_of(pages_of(MORNING))
    assert text_of([row], 3)
    assert MORNING.flags[0].headline.split()[0] in text_of([row], 4)
    (unknown,) = rows_of(pages_of(replace(FRENCH, is_assessed=False)))
    assert text_of([unknown], 4)


def test_a_text_with_signs_beyond_the_first_plane_is_broken_where_it_may(qapp):
    text = "🎉" * 200
    (row,) = rows_of(pages_of(replace(FRENCH, text=text, headline="")))
    assert "".join(line.words for line in row.cells[2][1:]) == text


def test_without_posts_one_page_says_so(qapp):
    (page,) = pages_of()
    one = sheet(is_wide=False)
    assert painted(page, one) != painted(pages_of(MORNING)[0], one)


@pytest.mark.parametrize("way", list(Qt.LayoutDirection)[:2])
def test_it_is_drawn_in_both_directions(qapp, way):
    one = sheet(is_wide=False, way=way)
    picture = painted(pages_of(MORNING, replace(FRENCH, text="a\n\nb"), way=way)[0], one)
    dark = sum(
        picture.pixelColor(x, y).lightness() < 128
        for x in range(0, picture.width(), 2)
        for y in range(60, 200, 2)
    )
    assert dark > 20


def test_no_post_is_torn_that_fits_on_a_page(qapp):
    text = "\n".join(f"line{number}." for number in range(20))
    cards = [
        replace(FRENCH, id=f"{FRENCH.id}-{number}", name=f"FR-{number:04d}", text=text)
        for number in range(12)
    ]
    pages = pages_of(*cards)
    assert len(pages) > 2
    assert len(rows_of(pages)) == 12
    assert {row.lines for row in rows_of(pages)} == {21}
