"""Paints the window of a calendar into a file, where nobody sits before a screen."""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QEventLoop, QObject, QSettings, QSize, QTemporaryDir, QTimer, Slot
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication

from app.commands.finding import find_person
from app.errors import AppError
from app.wording import _
from ui.errors import Errors, details_of
from ui.main_window import MainWindow
from ui.program import Program
from ui.screenshot import Screenshot
from ui.shown import SIZE, Shown
from ui.theme import ThemeChoice

LONGEST_MS = 120_000
"""At the first time the sample calendar is made meanwhile."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the picture shows, and where it is saved."""

    target: Path
    shown: Shown = Shown.CALENDAR
    is_dark: bool = False
    size: QSize = SIZE
    person: str = ""
    post: str = ""


class Picture(QObject):
    """One picture in the making; the settings of the person stay as they are."""

    def __init__(
        self,
        application: QApplication,
        errors: Errors,
        wanted: Wanted,
        *,
        longest_ms: int = LONGEST_MS,
    ) -> None:
        super().__init__()
        self._wanted = wanted
        self._problem: str | None = None
        self.has_failed = False
        """Whether the program is to blame where there is no picture."""
        self._waiting = QEventLoop(self)
        self._settings = QTemporaryDir()
        QSettings.setDefaultFormat(QSettings.Format.IniFormat)
        QSettings.setPath(
            QSettings.Format.IniFormat, QSettings.Scope.UserScope, self._settings.path()
        )
        application.setFont(_readable(application.font()))
        choice = ThemeChoice.DARK if wanted.is_dark else ThemeChoice.LIGHT
        self._program = Program(application, errors, choice=choice)
        self._program.opened.connect(self._on_opened)
        self._program.stayed_shut.connect(self._end)
        errors.happened.connect(self._on_fault)
        self._patience = QTimer(self, singleShot=True, interval=longest_ms)
        self._patience.timeout.connect(self._on_too_long)

    def take(self, file: Path | None) -> str:
        """Paint a calendar, or the sample; return why there is no picture, or nothing."""
        self._patience.start()
        self._program.start(file, self._wanted.person)
        if self._problem is None:
            self._waiting.exec()
        self._patience.stop()
        self._program.close()
        return self._problem or ""

    @Slot(object)
    def _on_opened(self, window: MainWindow) -> None:
        wanted = self._wanted
        window.resize(wanted.size)
        post = window.find_post(wanted.post)
        try:
            if wanted.person:
                find_person(window.calendar.people, wanted.person)
        except AppError as problem:
            self._end(str(problem))
            return
        if wanted.post and post is None:
            nowhere = _("There is no post “{post}” in this calendar; write it as DE-0142.")
            self._end(nowhere.format(post=wanted.post))
            return
        Screenshot(window, wanted.target, wanted.shown, post, done=self._on_taken)

    def _on_taken(self, is_saved: bool) -> None:
        refused = _("The picture cannot be saved as {file}: choose another folder.")
        self._end("" if is_saved else refused.format(file=self._wanted.target))

    @Slot(object)
    def _on_fault(self, fault: BaseException) -> None:
        self.has_failed = True
        self._end(details_of(fault))

    @Slot()
    def _on_too_long(self) -> None:
        self.has_failed = True
        waited = self._patience.interval() // 1000
        late = _("The window was not painted to its end within {seconds} seconds.")
        self._end(late.format(seconds=waited))

    @Slot(str)
    def _end(self, problem: str) -> None:
        if self._problem is None:
            self._problem = problem
        self._waiting.quit()


def _readable(font: QFont) -> QFont:
    """Return the font at the size that most desktops use: without a screen Qt takes a small one."""
    font.setPointSizeF(max(font.pointSizeF(), 10.0))
    return font
