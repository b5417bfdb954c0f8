from datetime import datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QWidget

from app.commands.searching import Findings, Found
from app.domain.post import PostId
from ui.finding.found_list import FoundList
from ui.theme import DARK, LIGHT, Space


def found(number: int) -> Found:
    at = datetime(2027, 1, 12, 10)
    return Found(PostId(f"p{number}"), f"DE-{number:04d}", "Germany", "x", at, "Sale", "")


@pytest.fixture
def page(qtbot):
    made = QWidget()
    made.field = QLineEdit(made)
    made.field.setGeometry(10, 10, 200, 30)
    made.list = FoundList(LIGHT, made)
    made.resize(900, 600)
    qtbot.addWidget(made)
    made.show()
    return made


def test_the_list_lies_below_the_field_and_within_the_page(page):
    page.list.show_findings(Findings("sale", (found(1), found(2)), 2), page.field)
    assert page.list.isVisible()
    assert page.list.y() > page.field.geometry().bottom()
    page.resize(400, 500)
    assert page.rect().contains(page.list.geometry())
    page.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    page.list.list.setFocus()
    page.list.show_findings(Findings("sale", (found(1),), 1), page.field)
    assert page.rect().contains(page.list.geometry())
    page.list.set_theme(DARK)
    assert not page.list.grab().isNull()


def test_the_words_above_the_posts_begin_where_their_names_do(page):
    page.list.show_findings(Findings("sale", (found(1),), 1), page.field)
    button, rows = page.list.filter, page.list.list
    words = button.fontMetrics().horizontalAdvance(button.text())
    first = button.x() + (button.width() - words) // 2
    assert abs(first - (rows.x() + Space.M)) <= 1


def test_arrows_walk_through_it_and_return_goes_to_the_post(page, qtbot):
    page.list.show_findings(Findings("sale", (found(1), found(2)), 2), page.field)
    page.list.take_focus()
    qtbot.keyClick(page.list.list, Qt.Key.Key_Down)
    with qtbot.waitSignal(page.list.post_asked) as asked:
        qtbot.keyClick(page.list.list, Qt.Key.Key_Return)
    assert asked.args == ["p2"]
    assert page.list.isHidden()


def test_a_click_goes_to_the_post(page, qtbot):
    page.list.show_findings(Findings("sale", (found(1),), 1), page.field)
    rows = page.list.list
    place = rows.visualItemRect(rows.item(0)).center()
    with qtbot.waitSignal(page.list.post_asked):
        qtbot.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=place)


@pytest.mark.parametrize("key", [Qt.Key.Key_Escape, Qt.Key.Key_Up])
def test_from_the_first_row_the_keys_lead_back_to_the_field(page, qtbot, key):
    page.list.show_findings(Findings("sale", (found(1),), 1), page.field)
    page.list.take_focus()
    with qtbot.waitSignal(page.list.left):
        qtbot.keyClick(page.list.list, key)


def test_its_first_button_filters(page, qtbot):
    page.list.show_findings(Findings("sale", (), 0), page.field)
    assert page.list.list.isHidden()
    page.list.take_focus()  # there is nothing to walk through
    with qtbot.waitSignal(page.list.filter_asked):
        page.list.filter.click()


def test_nothing_typed_shows_nothing(page):
    page.list.show_findings(Findings("sale", (found(1),), 1), page.field)
    page.list.show_findings(Findings("  "), page.field)
    assert page.list.isHidden()
    page.resize(500, 500)
    assert page.list.isHidden()
