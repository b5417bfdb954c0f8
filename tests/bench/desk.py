"""The real program on a real calendar, and the hands that work it."""

import gc
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from time import perf_counter

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import (
    QDeadlineTimer,
    QEvent,
    QEventLoop,
    QMessageLogContext,
    QModelIndex,
    QObject,
    QPoint,
    QPointF,
    QSettings,
    QSize,
    Qt,
    QTimer,
    QtMsgType,
    qInstallMessageHandler,
)
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QFont,
    QWheelEvent,
)
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QWidget

from app.commands.reader import Reader
from app.domain.change import ChangeSet
from ui.calendar.lanes_model import Index
from ui.calendar.lanes_view import LanesView
from ui.cards.card_layout import Density
from ui.errors import Errors
from ui.jobs import Progress
from ui.main_window import MainWindow
from ui.memory import share_memory
from ui.operations import Command
from ui.pauses import keep_pauses_short
from ui.preferences import Preferences
from ui.program import Program

PATIENCE_MS = 90_000
NOISE = "This plugin does not support "
"""What the offscreen platform says of every window with a smallest size."""
HEARTBEAT_MS = 20
LEFT = Qt.MouseButton.LeftButton
NO_KEYS = Qt.KeyboardModifier.NoModifier
MOVE = Qt.DropAction.MoveAction


def application() -> QApplication:
    """Return the application, with the font of most desktops where there is no screen."""
    present = QApplication.instance() or QApplication([])
    assert isinstance(present, QApplication)
    if present.platformName() == "offscreen":
        present.setFont(QFont("DejaVu Sans", 10))
    return present


def say_what_matters() -> None:
    """Leave out what the offscreen platform says of every window."""
    qInstallMessageHandler(_say)


def _say(_kind: QtMsgType, _context: QMessageLogContext, words: str) -> None:
    if not words.startswith(NOISE):
        sys.stderr.write(f"{words}\n")


def keep_settings_in(folder: Path) -> None:
    """Let nothing of this be remembered by the program of the person who measures."""
    QSettings.setDefaultFormat(QSettings.Format.IniFormat)
    QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, str(folder))


def wait_until(is_so: Callable[[], object], *, why: str) -> None:
    """Let Qt work until something is so; TimeoutError says what did not come."""
    patience = QDeadlineTimer(PATIENCE_MS)
    heartbeat = QTimer()  # or Qt would sleep where nothing happens
    heartbeat.start(HEARTBEAT_MS)
    while not is_so():
        if patience.hasExpired():
            raise TimeoutError(why)
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)


def milliseconds(deed: Callable[[], object]) -> float:
    """Return how long a deed takes, with all that Qt then does at once: painting above all."""
    started = perf_counter()
    deed()
    QApplication.processEvents()
    return (perf_counter() - started) * 1000


class Pulse(QObject):
    """Beats every few milliseconds while the window is free to answer, and notes each delay."""

    BEAT_MS = 5

    def __init__(self) -> None:
        super().__init__()
        self._late: list[float] = []
        self._started = self._last = perf_counter()
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._beat)
        self._timer.start(self.BEAT_MS)

    @property
    def age(self) -> float:
        """Seconds since the first beat."""
        return perf_counter() - self._started

    def stop(self) -> tuple[float, ...]:
        """Return by how many milliseconds each beat was late."""
        self._timer.stop()
        self._beat()
        return tuple(self._late)

    def _beat(self) -> None:
        now = perf_counter()
        self._late.append(max((now - self._last) * 1000 - self.BEAT_MS, 0.0))
        self._last = now


class Paints(QObject):
    """Counts how often a widget has been painted while what is to be shown was there."""

    def __init__(self, widget: QWidget, is_shown: Callable[[], object] = lambda: True) -> None:
        super().__init__(widget)
        self.count = 0
        self._is_shown = is_shown
        widget.installEventFilter(self)

    def eventFilter(self, _widget: QObject, event: QEvent) -> bool:
        self.count += event.type() is QEvent.Type.Paint and bool(self._is_shown())
        return False


@dataclass(frozen=True, slots=True)
class Look:
    """How the window stands: its size, and how much a card shows."""

    size: QSize
    density: Density = Density.COMPACT
    weeks: int = 4


SEEN_600 = Look(QSize(2600, 1760))
"""About 600 cards of a large team are seen at once."""
SEEN_5000 = Look(QSize(2600, 13_600))
"""About 5,000 are: no screen is as large, but no screen asks for more."""


class Desk:
    """One program with a window open; every time is from the deed to the finished repaint."""

    def __init__(
        self, path: Path, look: Look, settings: Path, first_day: date, *, opens_once: bool = False
    ) -> None:
        """Open a file; unless it is opened once, what loads late has come before it is opened."""
        share_memory()
        keep_settings_in(settings)
        self._look = look
        self._first_day = first_day
        self._opens_once = opens_once
        self._errors = Errors(settings / "errors.log")
        self.program = Program(application(), self._errors)
        keep_pauses_short(self.program)
        self.path = path
        try:
            self._start()
        except BaseException:
            self.close()
            raise

    def _start(self) -> None:
        self._prefer_look()
        self.program.start(self.path)
        self.window.resize(self._look.size)
        self.settle()
        wait_until(self._is_warm, why="the program never came to rest")
        if not self._opens_once:
            self.open()
        self.settle()

    def close(self) -> None:
        """Close the window and all that belongs to it."""
        self.program.close()
        self.program.deleteLater()
        self._errors.close()
        gc.unfreeze()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        QApplication.processEvents()

    @property
    def window(self) -> MainWindow:
        """The open window."""
        window = self.program.window
        assert window is not None
        return window

    @property
    def view(self) -> LanesView:
        """The grid."""
        return self.window.calendar_screen.view

    @property
    def viewport(self) -> QWidget:
        """What the grid paints on."""
        return self.view.viewport()

    def a_card(self) -> QModelIndex:
        """Return the first card of the grid."""
        model = self.window.calendar_screen.grid
        return model.index(*min(model.lanes.cards))

    def cards_in_period(self) -> int:
        """Return how many cards the grid holds."""
        return len(self.window.calendar_screen.grid.lanes.cards)

    def cards_in_view(self) -> int:
        """Return how many cards can be seen, in whole or in part."""
        room = self.viewport.rect()
        model = self.window.calendar_screen.grid
        return sum(
            room.intersects(self.view.visualRect(model.index(*place)))
            for place in model.lanes.cards
        )

    def open(self) -> float:
        """Open the calendar, anew if it is open; return the time until its grid is painted."""
        paints: list[Paints] = []

        def watch(window: MainWindow) -> None:
            window.resize(self._look.size)
            paints.append(Paints(window.calendar_screen.view.viewport()))

        self._prefer_look()
        self.program.opened.connect(watch)
        started = perf_counter()
        self.program.open(self.path)
        wait_until(
            lambda: paints and paints[0].count and self.window.calendar_screen.grid.lanes.cards,
            why="the grid was never painted",
        )
        spent = (perf_counter() - started) * 1000
        self.program.opened.disconnect(watch)
        self.viewport.removeEventFilter(paints[0])
        return spent

    def settle(self) -> None:
        """Wait until nothing is under way any more."""
        wait_until(lambda: self.window.is_settled, why="the window never came to rest")
        QApplication.processEvents()

    def look(self) -> None:
        """Have painted what there is to paint."""
        QApplication.processEvents()

    def _sees(self, name: str, not_yet: str) -> bool:
        widget = self.window.findChild(QWidget, name)
        if widget is None or not widget.isVisible():
            return False
        return not isinstance(widget, QLabel) or widget.text() != not_yet

    def _is_warm(self) -> bool:
        """Tell whether the program has loaded what it loads beside the window."""
        program = self.program
        return not (program._warming_up.isActive() or program._jobs.under_way)  # noqa: SLF001

    def _prefer_look(self) -> None:
        """Let the program remember what a person who works so would have chosen."""
        preferences = Preferences()
        preferences.weeks = self._look.weeks
        preferences.density = self._look.density
        preferences.remember_first_day(self.path, self._first_day)

    def rest(self) -> None:
        """Look at the screen for a moment: what the program does meanwhile comes to its end."""
        screen = self.window.calendar_screen
        wait_until(
            lambda: self.window.is_settled and screen.weeks_view.is_ahead,
            why="the window never rested",
        )
        self.settle()

    def sit_down_as(self, name: str) -> None:
        """Choose who works here, and wait until the program has taken it up."""
        person = next(one for one in self.window.calendar.people if one.name == name)
        self.window.body.who.choose(person.id)
        self.settle()

    def run(self, command: Command, done: Callable[[ChangeSet], None]) -> None:
        """Run a command on the database thread, as every screen does."""
        self.window._operations.run(command, done=done)  # noqa: SLF001 - a screen is handed it

    def run_beside(self, question: Callable[[Reader], object], done: Callable) -> None:
        """Ask something beside the window, as every dialog does."""

        window = self.window

        def work(_progress: Progress) -> object:
            with closing(window._reader.again()) as reader:  # noqa: SLF001 - a dialog is handed it
                return question(reader)

        window._jobs.run(work, done=done)  # noqa: SLF001 - a dialog is handed it

    def to_top(self) -> None:
        """Scroll back to the first market."""
        self.view.verticalScrollBar().setValue(0)
        QApplication.processEvents()

    # --- hands --------------------------------------------------------------------------------

    def take_focus(self) -> None:
        """Do what a window manager does: keys go to the grid of the window in front."""
        self.window.activateWindow()
        self.view.setFocus()
        wait_until(self.view.hasFocus, why="the grid never got the focus")

    def until_painted(self, deed: Callable[[], object], is_shown: Callable[[], object]) -> float:
        """Return the time from a deed until what is to be shown has been painted."""
        self.take_focus()
        paints = Paints(self.viewport, is_shown)
        started = perf_counter()
        deed()
        wait_until(lambda: paints.count, why="it was never painted")
        spent = (perf_counter() - started) * 1000
        self.viewport.removeEventFilter(paints)
        return spent

    def until_seen(self, deed: Callable[[], object], name: str, *, not_yet: str = "") -> float:
        """Return the time from a deed until a widget of this name is visible and painted.

        `not_yet` is what a label says while it still waits for its words.
        """
        self.take_focus()
        started = perf_counter()
        deed()
        wait_until(lambda: self._sees(name, not_yet), why=f"{name} never appeared")
        QApplication.processEvents()
        return (perf_counter() - started) * 1000

    def close_dialogs(self) -> None:
        """Give up what stands open over the window."""
        for dialog in self.window.findChildren(QDialog):
            dialog.reject()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        QApplication.processEvents()

    def press(self, key: Qt.Key, keys: Qt.KeyboardModifier = NO_KEYS) -> None:
        """Press a key over the grid."""
        QTest.keyClick(self.view, key, keys)

    def wheel(self, pixels: int) -> None:
        """Turn the wheel, or move two fingers, by so many pixels down."""
        here = QPointF(self.viewport.rect().center())
        event = QWheelEvent(
            here,
            self.viewport.mapToGlobal(here),
            QPoint(0, -pixels),
            QPoint(0, -pixels),
            Qt.MouseButton.NoButton,
            NO_KEYS,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        QApplication.sendEvent(self.viewport, event)

    @contextmanager
    def drag(self, what: Index) -> Iterator["Drag"]:
        """Take up a card; what the window system says on the way is said to the grid."""
        under_way = Drag(self.view, what)
        yield under_way
        under_way.end()


class Drag:
    """A drag under way: the events that Qt sends from the window system, sent by hand."""

    def __init__(self, view: LanesView, what: Index) -> None:
        self._viewport = view.viewport()
        self._view = view
        self._data = view.model().mimeData([what])
        self._is_over = True
        start = view.visualRect(what).center()
        QApplication.sendEvent(
            self._viewport, QDragEnterEvent(start, MOVE, self._data, LEFT, NO_KEYS)
        )

    def hover(self, cell: Index) -> None:
        """Move over a cell."""
        at = self._view.visualRect(cell).center()
        QApplication.sendEvent(self._viewport, QDragMoveEvent(at, MOVE, self._data, LEFT, NO_KEYS))

    def drop(self, cell: Index) -> None:
        """Let go over a cell."""
        at = QPointF(self._view.visualRect(cell).center())
        self._is_over = False
        QApplication.sendEvent(self._viewport, QDropEvent(at, MOVE, self._data, LEFT, NO_KEYS))

    def end(self) -> None:
        """Give the drag up, unless it has ended in a drop."""
        if self._is_over:
            QApplication.sendEvent(self._viewport, QDragLeaveEvent())
