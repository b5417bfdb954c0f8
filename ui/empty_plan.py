"""What markets by days say where no post stands: how a plan begins, or where its posts are."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QRectF, Qt
from PySide6.QtGui import QDragEnterEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from app.commands.dates import day_name
from app.commands.post_filter import EVERYTHING
from app.wording import _, ngettext
from ui.jobs import Job, Jobs, Progress
from ui.plan.plan_view import ViewKind
from ui.theme import Space, TextRole, Theme
from ui.widgets import icons
from ui.widgets.house_style import make_primary
from ui.widgets.labels import Label

if TYPE_CHECKING:
    from app.commands.reader import Reader
    from ui.actions import Actions
    from ui.calendar_screen import CalendarScreen

_ICON_PX = 32
_LETTERS = 44


@dataclass(frozen=True, slots=True)
class _Said:
    """Why a view is empty, and the one thing to do about it."""

    heading: str
    sentence: str
    button: str
    deed: Callable[[], object]


class EmptyPlan(QWidget):
    """Lies over the empty cells; whatever is dragged over it goes on to them."""

    def __init__(
        self,
        reader: "Reader",
        jobs: Jobs,
        screen: "CalendarScreen",
        actions: "Actions",
        theme: Theme,
    ) -> None:
        super().__init__(screen.stack)
        self.setObjectName("empty_plan")
        self.setAcceptDrops(True)
        self._reader = reader
        self._jobs = jobs
        self._screen = screen
        self._actions = actions
        self._theme = theme
        self._job: Job | None = None
        self._is_said = False
        self._deed: Callable[[], object] = lambda: None
        self._picture = QLabel()
        self._heading = Label(role=TextRole.HEADING, wraps=True)
        self._heading.setObjectName("empty_plan_heading")
        self._sentence = Label(muted=True, wraps=True)
        for words in (self._heading, self._sentence):
            words.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._button = make_primary(QPushButton())
        self._button.setObjectName("empty_plan_action")
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.XL, Space.L, Space.XL, Space.L)
        column.setSpacing(Space.S)
        for part in (self._picture, self._heading, self._sentence, self._button):
            column.addWidget(part, 0, Qt.AlignmentFlag.AlignHCenter)
        column.insertSpacing(column.count() - 1, Space.XS)
        self._button.clicked.connect(self._on_clicked)
        screen.counted.connect(self._on_counted)
        screen.stack.installEventFilter(self)
        self.set_theme(theme)
        self.hide()

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self._theme = theme
        ratio = self.devicePixelRatioF()
        self._picture.setPixmap(icons.pixmap("calendar", theme.muted, _ICON_PX, ratio))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(self._theme.border)
        painter.setBrush(self._theme.surface)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Make room: what is dragged is for the cells below."""
        self._say_nothing()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and self._is_said:
            self._settle()
        return super().eventFilter(watched, event)

    def _on_counted(self, shown: int) -> None:
        if self._job is not None:
            self._job.cancel()
            self._job = None
        is_empty = not shown and self._screen.filter == EVERYTHING
        if not is_empty or self._screen.kind is not ViewKind.GRID:  # others are often empty
            self._say_nothing()
            return
        span, reader = self._screen.span, self._reader

        def work(_progress: Progress) -> date | None:
            own = reader.again()
            try:
                return own.nearest_day(span.first, span.last)
            finally:
                own.close()

        self._job = self._jobs.run(work, done=self._show)

    def _show(self, nearest: date | None) -> None:
        self._job = None
        said = self._said(nearest)
        self._heading.setText(said.heading)
        self._sentence.setText(said.sentence)
        self._button.setText(said.button)
        self._deed = said.deed
        self._is_said = True
        self._settle()
        self.raise_()

    def _say_nothing(self) -> None:
        self._is_said = False
        self.hide()

    def _said(self, nearest: date | None) -> _Said:
        undated = self._screen.tray.tray.rowCount()
        if nearest is not None:
            is_ahead = nearest > self._screen.span.last
            words = _("The next ones are on {day}.") if is_ahead else _("The last were on {day}.")
            sentence = words.format(day=day_name(nearest, "dated"))
            go = partial(self._screen.go_to, nearest)
            return _Said(_("No posts in these weeks"), sentence, _("Go there"), go)
        if undated:
            words = ngettext(
                "{count} post waits in the tray without a day. Drag it onto one.",
                "{count} posts wait in the tray without a day. Drag them onto one.",
                undated,
            ).format(count=f"{undated:,}")
            show = partial(self._actions.show_tray.setChecked, True)
            return _Said(_("No post has a day yet"), words, _("Show the tray"), show)
        return _Said(
            _("No posts yet"),
            _("Drop a sheet with your plan on this window, or double-click a cell to write."),
            _("Import a sheet…"),
            self._actions.import_sheet.trigger,
        )

    def _on_clicked(self) -> None:
        self._deed()

    def _settle(self) -> None:
        """Lie in the middle of the cells where it has room there; in a strip it would be cut."""
        room = self._screen.stack.rect()
        wanted = self.fontMetrics().averageCharWidth() * _LETTERS
        for words in (self._heading, self._sentence):
            words.setFixedWidth(max(0, min(wanted, room.width() - 2 * Space.XL)))
        self._picture.show()
        self.adjustSize()
        if self.height() > room.height():
            self._picture.hide()
            self.adjustSize()
        self.setVisible(self.width() <= room.width())
        self.move((room.width() - self.width()) // 2, (room.height() - self.height()) * 3 // 5)
