"""All settings of a calendar in one place: a list of them, and a page for each."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol, cast

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QCloseEvent, QPalette
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from app.commands.views import CalendarView
from app.domain.change import ChangeSet
from app.wording import _
from ui.operations import Operations
from ui.theme import Space, TextRole, Theme
from ui.way_back import WayBack
from ui.widgets import icons
from ui.widgets.close_row import CloseRow
from ui.widgets.fitting import fitting
from ui.widgets.labels import Label

_KEY = Qt.ItemDataRole.UserRole
ICON_SIZE = 18
ROW_HEIGHT = 34
LETTERS, LINES = 160, 43
"""How large the dialog wants to be."""


class Page(Protocol):
    """What stands beside the list."""

    def may_leave(self) -> bool:
        """Tell whether nothing would be lost, or say what would."""

    def focus_first(self) -> None:
        """Let the keyboard begin somewhere."""

    def set_calendar(self, calendar: CalendarView) -> None:
        """Show another state of the calendar."""

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""


@dataclass(frozen=True, slots=True)
class Section:
    """One entry of the list; its page is made when it is first shown."""

    key: str
    title: str
    icon: str
    make: Callable[[CalendarView, Theme], Page]


class SettingsDialog(QDialog):
    """A list of what can be set, and the page of one of them; nothing unsaved is left behind."""

    def __init__(
        self,
        sections: Sequence[Section],
        calendar: CalendarView,
        operations: Operations,
        theme: Theme,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("settings_dialog")
        self.setWindowTitle(_("Settings"))
        self._sections = {section.key: section for section in sections}
        self._calendar = calendar
        self._theme = theme
        self._made: dict[str, Page] = {}
        self._shown = ""
        self._list = QListWidget()
        self._list.setObjectName("settings_list")
        self._list.setAccessibleName(_("Settings"))
        self._list.setFrameShape(QListWidget.Shape.NoFrame)
        self._list.setIconSize(QSize(ICON_SIZE, ICON_SIZE))
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for section in sections:
            item = QListWidgetItem(section.title, self._list)
            item.setData(_KEY, section.key)
            item.setSizeHint(QSize(0, ROW_HEIGHT))
        self._title = Label(role=TextRole.TITLE)
        self._title.setObjectName("settings_title")
        self._stack = QStackedWidget()
        self._way_back = WayBack(self, operations, theme, may_leave=self._may_leave)
        self._lay_out()
        self._colour()
        self._list.currentItemChanged.connect(self._on_chosen)

    @property
    def page(self) -> Page | None:
        """The page that is shown."""
        return self._made.get(self._shown)

    def show_section(self, key: str) -> None:
        """Turn to a page, unless something on the present one is not saved."""
        if key == self._shown or not self._may_leave():
            self._mark(self._shown)
            return
        section = self._sections[key]
        if key not in self._made:
            self._made[key] = section.make(self._calendar, self._theme)
            self._stack.addWidget(cast("QWidget", self._made[key]))
        self._shown = key
        self._title.setText(section.title)
        self._stack.setCurrentWidget(cast("QWidget", self._made[key]))
        self._mark(key)

    def set_calendar(self, calendar: CalendarView) -> None:
        """Show another state of the calendar on every page."""
        self._calendar = calendar
        for page in self._made.values():
            page.set_calendar(calendar)

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self._theme = theme
        self._colour()
        self._way_back.set_theme(theme)
        for page in self._made.values():
            page.set_theme(theme)

    def tell(self, changes: ChangeSet) -> None:
        """Say what was done, with the way back."""
        self._way_back.tell(changes)

    def closeEvent(self, event: QCloseEvent) -> None:
        if self._may_leave():
            super().closeEvent(event)
        else:
            event.ignore()

    def reject(self) -> None:
        if self._may_leave():
            super().reject()

    def _may_leave(self) -> bool:
        return self.page is None or self.page.may_leave()

    def _on_chosen(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            self.show_section(item.data(_KEY))

    def _mark(self, key: str) -> None:
        """Choose an entry without telling."""
        was_blocked = self._list.blockSignals(True)
        self._list.setCurrentRow(list(self._sections).index(key))
        self._list.blockSignals(was_blocked)

    def _colour(self) -> None:
        """Let the list be quieter than the one that a page may have beside it."""
        palette = self._theme.row_palette()
        palette.setColor(QPalette.ColorRole.Base, self._theme.raised)
        self._list.setPalette(palette)
        for row, section in enumerate(self._sections.values()):
            self._list.item(row).setIcon(icons.icon(section.icon, self._theme.muted))

    def _lay_out(self) -> None:
        metrics = self.fontMetrics()
        widest = max(metrics.horizontalAdvance(one.title) for one in self._sections.values())
        self._list.setFixedWidth(widest + ICON_SIZE + 2 * Space.XL)
        row = CloseRow()
        row.closed.connect(self.close)
        beside = QVBoxLayout()
        beside.setSpacing(Space.M)
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(self._way_back.buttons())
        beside.addLayout(head)
        beside.addWidget(self._stack, 1)
        beside.addWidget(row)
        middle = QHBoxLayout(self)
        middle.setContentsMargins(Space.L, Space.L, Space.L, Space.L)
        middle.setSpacing(Space.XL)
        middle.addWidget(self._list)
        middle.addLayout(beside, 1)
        wanted = QSize(metrics.averageCharWidth() * LETTERS, metrics.height() * LINES)
        self.resize(fitting(self, wanted))
