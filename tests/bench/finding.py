"""Finding posts: by their short name, and by words among all of them."""

from collections.abc import Iterator
from contextlib import closing
from random import Random
from time import perf_counter

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from app.commands.knowledge import Knowledge
from app.commands.reader import Reader
from app.commands.searching import Findings
from tests.bench.desk import NO_KEYS, SEEN_600, Desk, Pulse, wait_until
from tests.bench.ground import Ground
from tests.bench.large_calendar import sixty_markets
from tests.bench.measurement import ANSWER, SEARCH, Measurement, seconds

WORDS = ("zzzz", "herbst rabatt", "新春", "e", "th", "bread")
"""What stands in no post, in few, in nearly all."""


def measure(ground: Ground) -> Iterator[Measurement]:
    """Look posts up by names such as DE-0142, of which one in ten is of none, and by words."""
    chance = Random(7)
    markets = sixty_markets()[: ground.scale.markets]
    most = ground.scale.posts * 10 // (9 * len(markets))
    names = [
        f"{chance.choice(markets).code}-{chance.randrange(1, most):04d}"
        for _round in range(ground.rounds(500, 50))
    ]
    with closing(Reader.open(ground.calendar, Knowledge.load())) as reader:
        times = tuple(seconds(lambda name=name: reader.find_post(name)) * 1000 for name in names)
    yield Measurement("finding", "find a post by its short name", times, goal=ANSWER)
    yield from _by_words(ground)


def _by_words(ground: Ground) -> Iterator[Measurement]:
    """Type words into the field above the calendar."""
    desk = Desk(ground.calendar, SEEN_600, ground.folder, ground.today)
    try:
        desk.rest()
        times, pauses = [], []
        for typed in WORDS * ground.rounds(8, 1):
            pulse = Pulse()
            times.append(_type(desk, typed))
            pauses.append(max(pulse.stop()))
    finally:
        desk.close()
    what = "words in all posts, from the last key until the list is painted"
    yield Measurement("finding", what, tuple(times), goal=SEARCH)
    what = "words in all posts: the longest that the window does not answer meanwhile"
    yield Measurement("finding", what, tuple(pauses), goal=ANSWER)


def _type(desk: Desk, typed: str) -> float:
    """Return the milliseconds from the last key to the painted list."""
    finder = desk.window.calendar_screen.finder
    field, searcher = finder.bar.search, finder._searcher  # noqa: SLF001 - it says what came
    found: list[Findings] = []
    field.setFocus()
    field.selectAll()
    *first, last = typed
    for letter in first:
        _press(field, letter)
    searcher.found.connect(found.append)
    started = perf_counter()
    _press(field, last)
    wait_until(lambda: found and found[-1].typed == typed, why="nothing was found")
    QApplication.processEvents()
    spent = (perf_counter() - started) * 1000
    searcher.found.disconnect(found.append)
    QTest.keyClick(field, Qt.Key.Key_Escape)
    return spent


def _press(field: QWidget, letter: str) -> None:
    """Press the key of a letter of any script."""
    QApplication.sendEvent(field, QKeyEvent(QEvent.Type.KeyPress, 0, NO_KEYS, letter))
