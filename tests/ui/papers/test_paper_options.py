from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import QDate
from PySide6.QtWidgets import QCheckBox, QComboBox, QDateEdit

from app.commands.leaving import Fate
from tests.builders.ui import FRANCE, GERMANY, card
from tests.ui.paper_ground import wish
from ui.papers.contents import PaperKind
from ui.papers.paper_options import PaperOptions
from ui.plan.plan_view import Span

WEEK = Span(date(2026, 11, 9), date(2026, 11, 15))


@pytest.fixture
def options(qtbot):
    made = PaperOptions(wish(PaperKind.WEEKS, WEEK), (GERMANY, FRANCE))
    qtbot.addWidget(made)
    made.show()
    return made


def test_it_begins_with_what_the_window_shows(options):
    assert options.wish == wish(PaperKind.WEEKS, WEEK, (GERMANY, FRANCE))
    assert options.page_size.isValid()


def test_only_a_month_asks_of_which_market(options, qtbot):
    market = options.findChild(QComboBox, "paper_market")
    assert not market.isVisible()
    with qtbot.waitSignal(options.changed):
        options.findChild(QComboBox, "paper_kind").setCurrentIndex(1)
    assert market.isVisible()
    market.choose(FRANCE.id)
    assert options.wish.kind is PaperKind.MONTH
    assert options.wish.markets == (FRANCE,)


def test_a_period_never_ends_before_it_begins(options, qtbot):
    first, last = (options.findChild(QDateEdit, f"{one}_day") for one in ("first", "last"))
    with qtbot.waitSignal(options.changed):
        first.setDate(QDate(2026, 12, 1))
    assert options.wish.span == Span(date(2026, 12, 1), date(2026, 12, 1))
    with qtbot.waitSignal(options.changed):
        last.setDate(QDate(2026, 11, 1))
    assert options.wish.span == Span(date(2026, 11, 1), date(2026, 11, 1))
    with qtbot.waitSignal(options.changed):
        last.setDate(QDate(2026, 11, 5))
    assert options.wish.span.last == date(2026, 11, 5)


def test_only_what_shortens_texts_offers_them_whole_behind(options, qtbot):
    texts = options.findChild(QCheckBox, "paper_texts")
    assert texts.isVisible()
    with qtbot.waitSignal(options.changed):
        texts.click()
    assert not options.wish.has_texts
    options.findChild(QComboBox, "paper_kind").setCurrentIndex(
        list(PaperKind).index(PaperKind.LIST)
    )
    assert not texts.isVisible()


def test_a_post_alone_asks_for_no_days_and_leads_to_the_calendar(qtbot):
    post = replace(wish(PaperKind.POST, WEEK), post=card())
    made = PaperOptions(post, (GERMANY, FRANCE))
    qtbot.addWidget(made)
    made.show()
    day = made.findChild(QDateEdit, "first_day")
    assert made.wish.kind is PaperKind.POST
    assert not day.isVisible()
    kinds = made.findChild(QComboBox, "paper_kind")
    kinds.setCurrentIndex(kinds.findData(PaperKind.WEEKS))
    assert made.wish.span == WEEK
    assert day.isVisible()


def test_without_a_post_on_the_desk_none_is_offered(options):
    assert options.findChild(QComboBox, "paper_kind").findData(PaperKind.POST) < 0


def test_what_goes_out_is_offered_where_it_is_seen_and_asks_for_no_days(options, qtbot):
    assert options.findChild(QComboBox, "paper_kind").findData(PaperKind.LEAVING) < 0
    held = replace(wish(PaperKind.LEAVING, WEEK), fate=Fate.HELD)
    made = PaperOptions(held, held.markets)
    qtbot.addWidget(made)
    made.show()
    kind, first = made.findChild(QComboBox, "paper_kind"), made.findChild(QDateEdit, "first_day")
    assert not first.isVisible()
    kind.setCurrentIndex(kind.findData(PaperKind.LIST))
    assert first.isVisible()
    first.setDate(QDate(2026, 11, 12))
    assert made.wish.span.first == date(2026, 11, 12)
    kind.setCurrentIndex(kind.findData(PaperKind.LEAVING))
    assert made.wish == held
