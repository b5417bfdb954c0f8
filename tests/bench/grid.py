"""How long the grid takes: repaint, scroll step and drag hover with 5,000 posts loaded.

    QT_QPA_PLATFORM=offscreen python tests/bench/grid.py

Prints median and 95th percentile in milliseconds, for a viewport of 1600 × 1000 and 60 markets.
"""

# ruff: noqa: PLR0915, T201, TID251 - a program for a terminal that measures one thing after another

import os
import statistics
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from random import Random

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication

from app.domain.market import Market, MarketId
from tests.builders.ui import MONDAY, KeptCards, day_knowledge, flag, many_cards, observance
from ui.calendar.calendar_model import CalendarModel
from ui.calendar.lanes_view import LanesView
from ui.calendar.period import Period
from ui.cards.card_layout import Density
from ui.cards.dragging import Carried
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
    print(f"{name:44} median {statistics.median(ranked):6.2f} ms   p95 {p95:6.2f} ms")


def main() -> None:
    """Measure and print."""
    application = QApplication([])
    application.setFont(QFont("DejaVu Sans", 9))
    apply(application, LIGHT)
    chance = Random(7)
    cards = [one for one in many_cards(MARKETS, MONDAY, 28, 5) if chance.random() < 0.595]
    source = KeptCards(cards)
    model = CalendarModel(source, Period(MONDAY, 4))
    days = {
        (market, MONDAY + timedelta(days=7)): (observance(MONDAY + timedelta(days=7)),)
        for market in MARKETS[::3]
    }
    view = LanesView(model, LIGHT, lambda *_: (flag(),), density=Density.COMPACT, today=MONDAY)
    view.resize(1600, 1000)
    started = time.perf_counter()
    model.show_period(Period(MONDAY, 4), MARKETS)
    model.show_days(day_knowledge(days))
    view.show()
    application.processEvents()
    print(f"{len(cards)} posts: data to painted {(time.perf_counter() - started) * 1000:.0f} ms")
    view.day_header.setDefaultSectionSize(51)  # 28 days in one viewport: about 650 cards
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
    for what in ("cards seen for the first time", "cards seen before"):
        times = []
        for top in range(0, min(bar.maximum(), 40 * ROUNDS), 40):

            def step(to: int = top) -> None:
                bar.setValue(to)
                application.processEvents()

            times.append(milliseconds(step))
        report(f"scroll step, {what}", times)
        bar.setValue(0)
        application.processEvents()
    card = cards[0]
    view.sight.begin((Carried(card.id, card.market),))
    application.processEvents()
    times = []
    for round_ in range(ROUNDS):
        market = MARKETS[round_ // 4 % 10]
        day = MONDAY + timedelta(days=round_ % 20)

        def hover(market: Market = market, day: date = day) -> None:
            view.sight.aim(market.id, day, view._geometry.cell_rect(market.id, day), is_copy=False)  # noqa: SLF001
            application.processEvents()

        times.append(milliseconds(hover))
    report("drag hover over another cell", times)
    view.sight.end()
    application.processEvents()
    moves = []
    for number in range(20):
        card = cards[100 + number]
        source.put(replace(card, local=card.local + timedelta(days=3)))

        def change() -> None:
            model.refresh()
            application.processEvents()

        moves.append(milliseconds(change))
    report("post moved: read, arranged, painted", moves)

    def turn() -> None:
        model.show_period(Period(MONDAY, 4), MARKETS)
        application.processEvents()

    report("next period", [milliseconds(turn) for _ in range(8)])
    view.close()


if __name__ == "__main__":
    main()
