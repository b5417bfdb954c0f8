from datetime import date

import pytest
from PySide6.QtCore import Qt

from ui.plan.plan_view import PlanView, Span, keeps_all

FIRST, LAST = date(2026, 11, 9), date(2026, 11, 22)


@pytest.fixture
def view(qtbot):
    made = PlanView()
    qtbot.addWidget(made)
    return made


@pytest.mark.parametrize(
    ("day", "is_shown"),
    [(FIRST, True), (LAST, True), (date(2026, 11, 8), False), (date(2026, 11, 23), False)],
)
def test_a_span_holds_both_of_its_ends(day, is_shown):
    assert Span(FIRST, LAST).holds(day) is is_shown


def test_without_a_filter_every_post_is_shown():
    assert keeps_all(None)


@pytest.mark.parametrize(
    ("direction", "right"),
    [(Qt.LayoutDirection.LeftToRight, True), (Qt.LayoutDirection.RightToLeft, False)],
)
def test_later_is_where_the_reader_reads_on(view, direction, right):
    view.setLayoutDirection(direction)
    assert view.visually_later(right=right) == 1
    assert view.visually_later(right=not right) == -1
