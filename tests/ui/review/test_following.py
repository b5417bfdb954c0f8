import pytest
from PySide6.QtWidgets import QScrollArea, QWidget

from tests.builders import ui_b
from ui.review.following import FollowingHalf
from ui.review.review_page import ReviewPage
from ui.theme import LIGHT


@pytest.fixture
def area(qtbot):
    made = QScrollArea()
    qtbot.addWidget(made)
    made.setWidgetResizable(True)
    made.resize(1100, 300)
    with qtbot.waitExposed(made):
        made.show()
    return made


def page_of(area, text, many=6):
    flags = tuple(ui_b.a_flag(rule=f"day.{number}") for number in range(many))
    page = ReviewPage(ui_b.a_view(ui_b.a_post(text), flags), (), ui_b.calendar(), LIGHT)
    area.setWidget(page)
    return page


def shown_of(page):
    return page.findChild(QWidget, "sheet").visibleRegion().boundingRect()


def test_the_text_stays_in_sight_while_the_last_flag_is_answered(area, qtbot):
    page = page_of(area, "Frisch aus dem Ofen.")
    bar = area.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 300)
    bar.setValue(bar.maximum())
    assert shown_of(page) == page.findChild(QWidget, "sheet").rect()
    bar.setValue(0)
    assert page.findChild(FollowingHalf).offset == 0


def test_a_text_longer_than_the_view_is_read_to_its_end_before_it_stays(area, qtbot):
    page = page_of(area, "\n".join(f"Zeile {number}" for number in range(30)), many=12)
    bar = area.verticalScrollBar()
    sheet = page.findChild(QWidget, "sheet")
    qtbot.waitUntil(lambda: bar.maximum() > 1000 and sheet.height() > area.height())
    bar.setValue(200)
    assert page.findChild(FollowingHalf).offset == 0
    bar.setValue(bar.maximum())
    assert shown_of(page).bottom() == sheet.rect().bottom()
    assert page.place_of(sheet, sheet.rect()).top() < bar.value()


def test_on_a_narrow_page_the_text_stands_where_it_is(area, qtbot):
    page = page_of(area, "Frisch aus dem Ofen.")
    area.resize(600, 300)
    bar = area.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 300)
    bar.setValue(bar.maximum())
    assert page.findChild(FollowingHalf).offset == 0
    assert shown_of(page).isEmpty()
