"""A picture of the window, taken when all that is to come has been painted."""

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QColor, QPainter, QPixmap
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from app.domain.post import PostId
from ui.main_window import MainWindow
from ui.plan.plan_view import ViewKind
from ui.shown import Shown

LOOKED_AT_MS = 40
QUIET_LOOKS = 4
"""So many looks in a row must find nothing under way."""


class Screenshot(QObject):
    """Waits for a window to settle, turns to what is wanted, waits again, saves, and calls back."""

    def __init__(
        self,
        window: MainWindow,
        target: Path,
        shown: Shown,
        post_id: PostId | None,
        *,
        done: Callable[[bool], None],
    ) -> None:
        super().__init__(window)
        self._window = window
        self._target = target
        self._shown = shown
        self._post = post_id
        self._done = done
        self._quiet = 0
        self._deeds = [self._turn]
        self._clock = QTimer(self)
        self._clock.timeout.connect(self._look)
        self._clock.start(LOOKED_AT_MS)

    def _look(self) -> None:
        self._quiet = self._quiet + 1 if self._window.is_settled else 0
        if self._quiet < QUIET_LOOKS:
            return
        self._quiet = 0
        if self._deeds:
            self._deeds.pop(0)()
            return
        self._clock.stop()
        self._done(pictured(self._window).save(str(self._target)))

    def _turn(self) -> None:
        if self._shown in (Shown.REVIEW, Shown.SUGGEST):
            self._window.show_review(self._post)
            if self._shown is Shown.SUGGEST:
                self._deeds.append(self._window.body.review_screen.suggest)  # once it is read
            return
        if self._shown is Shown.TALK and self._post is not None:
            self._window.show_talk(self._post)
            return
        self._open()
        if self._post is not None and self._shown not in (Shown.MOVE, Shown.SHIFT):
            self._window.show_post(self._post)
        if self._shown is Shown.VERSIONS:
            self._deeds.append(self._window.panel.compare_versions)  # once it is read

    def _open(self) -> None:
        """Open what lies over or beside the calendar."""
        window, dialogs = self._window, self._window.dialogs
        opening: Mapping[Shown, Callable[[], None]] = {
            Shown.EXPORT: window.export,
            Shown.TRAY: partial(window.show_tray, shows=True),
            Shown.HOURS: partial(window.show_view, ViewKind.DAY),
            Shown.PAPER: window.print_plan,
            Shown.MONTH: partial(window.show_view, ViewKind.MONTH),
            Shown.HOLD: dialogs.caught,
            Shown.RECALL: dialogs.recall,
            Shown.IMPORT: dialogs.import_sheet,
            Shown.PEOPLE: dialogs.people,
            Shown.MARKETS: dialogs.markets,
            Shown.DAYS: dialogs.days,
            Shown.DUTY: dialogs.duty,
            Shown.TERMS: dialogs.terms,
            Shown.POLICY: dialogs.policy,
            Shown.BACKUPS: dialogs.backups,
            Shown.MOVE: partial(self._do_to_a_post, window.calendar_screen.deeds.move),
            Shown.SHIFT: partial(self._do_to_a_post, window.calendar_screen.deeds.shift_following),
            Shown.LIST: partial(window.show_view, ViewKind.LIST),
            Shown.LEAVING: partial(window.show_view, ViewKind.LEAVING),
            Shown.HISTORY: dialogs.history,
            Shown.COMMANDS: window.palette_door.open,
            Shown.VIEWS: window.calendar_screen.filtering.saved_views.tidy,
        }
        if self._shown in opening:
            opening[self._shown]()

    def _do_to_a_post(self, deed: Callable[[], None]) -> None:
        screen = self._window.calendar_screen
        if self._post is not None:
            screen.reveal(self._post)
        else:
            screen.flagged.go(1)
        deed()


def pictured(window: MainWindow) -> QPixmap:
    """Return the window as a picture, with the dialogs that lie over it."""
    picture = window.grab()
    dialogs = [
        widget
        for widget in QApplication.topLevelWidgets()
        if isinstance(widget, QDialog) and widget.isVisible()
    ]
    painter = QPainter(picture)
    for dialog in sorted(dialogs, key=_depth):
        painter.fillRect(window.rect(), QColor(0, 0, 0, 90))
        corner = window.rect().center() - dialog.rect().center()
        painter.drawPixmap(corner, dialog.grab())
    painter.end()
    return picture


def _depth(widget: QWidget) -> int:
    """Return how many windows a window lies over: its own dialogs are painted after it."""
    parent = widget.parentWidget()
    return 0 if parent is None else 1 + _depth(parent)
