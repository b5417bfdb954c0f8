from datetime import date
from pathlib import Path
from types import SimpleNamespace

from PySide6.QtCore import QByteArray

from app.domain.market import MarketId
from tests.builders.ui import MONDAY, calendar
from ui.cards.card_layout import Density
from ui.plan.plan_view import Standing, ViewKind
from ui.preferences import Preferences
from ui.window_memory import WindowMemory

TEAM = Path("/calendars/team.countersign")


def test_a_calendar_that_was_never_open_begins_today(qapp):
    memory = WindowMemory(TEAM, Preferences())
    assert memory.is_first_time
    assert memory.first_period(calendar(), MONDAY).first == MONDAY
    assert memory.kind is ViewKind.GRID
    assert memory.market is None


def test_the_view_its_weeks_and_the_market_are_remembered(qapp):
    preferences = Preferences()
    memory = WindowMemory(TEAM, preferences)
    memory.keep_view(ViewKind.LIST, 4)
    memory.keep_density(Density.ROOMY)
    preferences.remember_first_day(TEAM, date(2026, 11, 18))
    preferences.remember_market(TEAM, MarketId("fr"))
    later = WindowMemory(TEAM, Preferences())
    assert (later.kind, later.market, later.density) == (
        ViewKind.LIST,
        MarketId("fr"),
        Density.ROOMY,
    )
    period = later.first_period(calendar(), MONDAY)
    assert (period.first, period.weeks) == (date(2026, 11, 16), 4)
    assert later.first_day == date(2026, 11, 18)
    assert not later.is_first_time


def test_zoom_tray_and_place_are_kept_of_a_window_that_closes(qapp):
    preferences = Preferences()
    memory = WindowMemory(TEAM, preferences)
    memory.keep_zoom(50)
    memory.keep_tray(shows=True)
    assert memory.zoom == 50
    assert preferences.shows_tray
    present = SimpleNamespace(anchor=date(2026, 12, 1), standing=Standing(MONDAY, MarketId("de")))
    window = SimpleNamespace(
        saveGeometry=lambda: QByteArray(b"place"),
        calendar_screen=SimpleNamespace(present=present),
    )
    memory.keep(window)
    assert memory.first_day == date(2026, 12, 1)
    assert memory.market == MarketId("de")
    assert preferences.geometry == QByteArray(b"place")
