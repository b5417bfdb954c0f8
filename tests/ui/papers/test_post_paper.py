from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage

from app.commands.views import Picture
from tests.builders.ui import flag
from tests.builders.ui_b import a_view as view
from tests.ui.paper_ground import contents, painted, sheet, wish
from ui.papers.contents import PaperKind
from ui.papers.post_paper import post_pages

LEFT_TO_RIGHT, RIGHT_TO_LEFT = list(Qt.LayoutDirection)[:2]


def pages_of(whole, images=None, way=LEFT_TO_RIGHT):
    wanted = replace(wish(PaperKind.POST), post=whole.card)
    read = replace(contents(wanted, whole.card), whole=whole, images=images or {})
    return post_pages(read, sheet(is_wide=False, way=way))


def with_text(whole, text):
    post = replace(whole.post, content=replace(whole.post.content, text=text))
    return replace(whole, post=post)


def heights(pages):
    return [sum(part.height for part in page.args[1]) for page in pages]


def test_a_text_longer_than_a_page_goes_on_over_pages_and_none_runs_over_its_foot(qapp):
    long = with_text(view(), "\n".join(f"line {number}" for number in range(300)))
    pages = pages_of(long)
    lines = sum(len(page.args[1]) for page in pages)
    assert len(pages) > 2
    assert lines > 300
    assert max(heights(pages)) <= sheet(is_wide=False).body.height()


def test_a_picture_stands_whole_and_no_larger_than_half_a_page(qapp):
    image = QImage(900, 4000, QImage.Format.Format_RGB32)
    image.fill(QColor("red"))
    whole = replace(view(), pictures=(Picture("", "d1", "a red wall", "wall.png"),))
    with_it, without = (heights(pages_of(whole, images)) for images in ({"d1": image}, {}))
    half = sheet(is_wide=False).body.height() // 2
    assert half <= sum(with_it) - sum(without) <= half + 20


@pytest.mark.parametrize("way", [LEFT_TO_RIGHT, RIGHT_TO_LEFT])
def test_a_post_with_and_without_a_flag_differ_in_both_directions(qapp, way):
    one = sheet(is_wide=False, way=way)
    flagged = replace(view(), flags=(flag(),))
    calm = replace(view(), flags=())
    assert painted(pages_of(flagged, way=way)[0], one) != painted(pages_of(calm, way=way)[0], one)


def test_without_a_post_there_is_no_page(qapp):
    assert post_pages(contents(wish(PaperKind.POST)), sheet(is_wide=False)) == []


def test_no_heading_stands_at_the_foot_of_a_page_without_what_follows(qapp):
    image = QImage(400, 2000, QImage.Format.Format_RGB32)
    image.fill(QColor("red"))
    whole = replace(view(), pictures=(Picture("", "d1", "a red wall", "wall.png"),))
    for lines in range(20, 50):
        long = with_text(whole, "\n".join(f"line {number}" for number in range(lines)))
        pages = pages_of(long, {"d1": image})
        assert not any(page.args[1][-1].leads for page in pages)
        assert max(heights(pages)) <= sheet(is_wide=False).body.height()
