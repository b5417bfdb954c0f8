from datetime import date
from types import SimpleNamespace

import pytest
from PySide6.QtWidgets import QMenuBar, QWidget

from app.commands.post_filter import EVERYTHING, Facet
from app.commands.saved_views import SavedView
from app.commands.searching import Findings
from tests.builders.ui import FRANCE, GERMANY, MIA, calendar
from tests.ui.direct import DirectJobs
from ui.actions import Actions
from ui.palette_maker import PaletteMaker
from ui.plan.plan_view import Standing


class Present:
    standing = Standing(date(2026, 11, 9))

    def __init__(self) -> None:
        self.stood: list[Standing] = []

    def stand_at(self, standing: Standing) -> None:
        self.stood.append(standing)

    def setFocus(self) -> None:
        """It takes the keys."""


class Finder:
    today = date(2026, 11, 29)

    def __init__(self) -> None:
        self.filter = EVERYTHING.choosing(Facet.MARKET, [FRANCE.id])

    def clear(self) -> None:
        self.filter = EVERYTHING


class Screen:
    def __init__(self) -> None:
        self.finder, self.present = Finder(), Present()
        self.gone: list[object] = []
        saved = SimpleNamespace(all=(SavedView("Stops"),))
        self.filtering = SimpleNamespace(saved_views=saved, recall=self.gone.append)
        self.go_to = self.go_to_post = self.gone.append

    @property
    def filter(self):
        return self.finder.filter

    def chosen_cards(self) -> tuple[()]:
        return ()


class Window(QWidget):
    me, calendar = MIA, calendar()

    def __init__(self) -> None:
        super().__init__()
        self.calendar_screen = Screen()
        self.body = QWidget(self)
        self.body.shows_review = False
        self._bar = QMenuBar(self)
        self.actions = Actions(self)
        self.actions.fill(self._bar)
        self.resize(900, 600)

    def menuBar(self) -> QMenuBar:
        return self._bar

    def show_calendar(self) -> None:
        """It is shown."""


@pytest.fixture
def window(qtbot):
    made = Window()
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def maker(window, monkeypatch):
    made = PaletteMaker(None, DirectJobs(), window.actions, window)
    monkeypatch.setattr(made._searcher, "look_for", lambda *_facts: None)  # noqa: SLF001
    yield made
    if made._palette is not None:  # noqa: SLF001
        made._palette.reject()  # noqa: SLF001
    made.stop()


def names(maker, typed: str) -> list[str]:
    palette = maker._palette  # noqa: SLF001
    palette.field.setText(typed)
    return [palette.list.item(row).text() for row in range(palette.list.count())]


def give(maker) -> None:
    offers = maker._palette._shown  # noqa: SLF001
    offers[0].deed()


@pytest.mark.in_english
def test_commands_days_and_markets_are_offered_together(maker, window):
    maker.open()
    assert "Export" in names(maker, "")
    assert names(maker, "next flag") == ["Next flagged post"]
    assert names(maker, "12 Jan")[0] == "Tuesday, 12 January 2027"
    give(maker)
    assert window.calendar_screen.gone == [date(2027, 1, 12)]
    assert names(maker, "morgen")[0] == "Monday, 30 November 2026", "Mia speaks German too"


@pytest.mark.in_english
def test_what_would_do_nothing_says_why(maker, window):
    maker.open()
    names(maker, "duplicate")
    assert "Choose a post" in maker._palette.list.item(0).toolTip()  # noqa: SLF001
    maker._palette.reject()  # noqa: SLF001
    window.body.shows_review = True
    maker.open()
    names(maker, "duplicate")
    assert "Only in the calendar" in maker._palette.list.item(0).toolTip()  # noqa: SLF001


def test_a_saved_view_is_recalled(maker, window):
    maker.open_for_places()
    assert names(maker, "stops") == ["Stops"]
    give(maker)
    assert window.calendar_screen.gone == [SavedView("Stops")]


def test_a_market_that_a_filter_hides_is_shown_all_the_same(maker, window):
    maker.open_for_places()
    assert names(maker, "") == []
    assert names(maker, "germany") == [f"{GERMANY.name} ({GERMANY.code})"]
    give(maker)
    assert window.calendar_screen.filter.is_empty
    assert window.calendar_screen.present.stood == [Standing(date(2026, 11, 9), GERMANY.id)]


def test_posts_that_are_found_lead_there_and_come_too_late_when_it_is_closed(maker, window):
    from tests.ui.finding.test_found_list import found  # noqa: PLC0415 - one of its posts

    maker.open_for_places()
    names(maker, "sale")
    maker._show_posts(Findings("sale", (found(7),), 1))  # noqa: SLF001
    give(maker)
    assert window.calendar_screen.gone == ["p7"]
    maker._palette.reject()  # noqa: SLF001
    maker._show_posts(Findings("sale"))  # noqa: SLF001 - nobody sees it any more
