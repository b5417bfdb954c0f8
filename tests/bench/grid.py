"""How long the grid takes: repaint, scroll step and drag hover with 5,000 posts loaded.

    QT_QPA_PLATFORM=offscreen python tests/bench/grid.py

Prints median and 95th percentile in milliseconds, for a viewport of 1600 × 1000 and 60 markets.
"""

import os
import statistics
import sys
import time
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication

from app.domain.market import Market, MarketId
from tests.builders.ui import MONDAY, KeptCards, day_knowledge, flag, many_cards, observance
from ui.calendar.calendar_model import CalendarModel
from ui.calendar.card_layout import Density
from ui.calendar.dragging import Carried
from ui.calendar.lanes_view import LanesView
from ui.calendar.period import Period
from ui.theme import LIGHT, apply

ZONES = ("Europe/Berlin", "America/New_York", "Asia/Tokyo", "Asia/Riyadh", "America/Sao_Paulo")
MARKETS = tuple(
    Market(MarketId(f"m{n}"), f"M{n}", f"Market {n}", "DE", ("de",), ZONES[n % len(ZONES)])
    for n in range(60)
)
ROUNDS = 200


def milliseconds(deed: Callable[[], object]) -> float:
    """Return how long something takes."""
    started = time.perf_counter()
    deed()
    return (time.perf_counter() - started) * 1000


def report(name: str, times: list[float]) -> None:
    """Print median and 95th percentile."""
    ranked = sorted(times)
    p95 = ranked[int(len(ranked) * 0.95)]
    print(f"{name:32} median {statistics.median(ranked):6.2f} ms   p95 {p95:6.2f} ms")


def main() -> None:
    """Measure and print."""
    application = QApplication([])
    application.setFont(QFont("DejaVu Sans", 9))
    apply(application, LIGHT)
    cards = many_cards(MARKETS, MONDAY, 28, 3)[:5000]
    model = CalendarModel(KeptCards(cards), Period(MONDAY, 4))
    days = {
        (market, MONDAY + timedelta(days=7)): (observance(MONDAY + timedelta(days=7)),)
        for market in MARKETS[::3]
    }
    view = LanesView(
        model, LIGHT, lambda *_: (flag(),), density=Density.COMPACT, today=MONDAY
    )
    view.resize(1600, 1000)
    started = time.perf_counter()
    model.show_period(Period(MONDAY, 4), MARKETS)
    model.show_days(day_knowledge(days))
    view.show()
    application.processEvents()
    print(f"{len(cards)} posts: data to painted {(time.perf_counter() - started) * 1000:.0f} ms")
    if "--wide" not in sys.argv:  # as narrow as 28 days in one viewport: about 650 cards
        for column in range(28):
            view.day_header.resizeSection(column, 51)
        application.processEvents()
    exposed = view.viewport().rect()
    seen = view._view(exposed)  # noqa: SLF001 - the bench counts what is visible
    visible = sum(
        (row.number, column.number) in model.lanes.cards
        for row in seen.rows
        for column in seen.columns
    )
    print(f"{visible} cards in view")
    viewport = view.viewport()
    viewport.repaint()
    report("full repaint", [milliseconds(viewport.repaint) for _ in range(ROUNDS)])
    bar = view.verticalScrollBar()
    times = []
    for round_ in range(ROUNDS):
        def step(at: int = round_) -> None:
            bar.setValue(at * 40 % max(bar.maximum(), 1))
            application.processEvents()

        times.append(milliseconds(step))
    report("scroll step of 40 px", times)
    bar.setValue(0)
    application.processEvents()
    card = cards[0]
    view.sight.begin((Carried(card.id, card.market),))
    application.processEvents()
    times = []
    for round_ in range(ROUNDS):
        market = MARKETS[round_ // 4 % 10]
        day = MONDAY + timedelta(days=round_ % 20)

        def hover(market: Market = market, day=day) -> None:
            view.sight.aim(market.id, day, view._cell_rect(market.id, day), is_copy=False)  # noqa: SLF001
            application.processEvents()

        times.append(milliseconds(hover))
    report("drag hover over another cell", times)
    view.sight.end()
    application.processEvents()
    card = cards[100]
    source = model._source  # noqa: SLF001
    moved = __import__("dataclasses").replace(card, local=card.local + timedelta(days=3))
    source.put(moved)

    def change() -> None:
        model.refresh()
        application.processEvents()

    report("post moved: refreshed, painted", [milliseconds(change)])
    report("next period", [milliseconds(lambda: (model.show_period(Period(MONDAY, 4), MARKETS), application.processEvents())) for _ in range(8)])
    view.close()


if __name__ == "__main__":
    main()
