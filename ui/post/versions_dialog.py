"""The versions of one idea side by side: what each says, and which were left behind."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from app.commands.idea import Version
from app.commands.views import CalendarView
from app.wording import _, ngettext
from ui.post.versions_grid import COLUMN_WIDTH, VersionsGrid
from ui.theme import Space, TextRole, Theme
from ui.widgets.house_style import make_primary
from ui.widgets.labels import Label

AT_FIRST = 12
"""So many columns are made before somebody asks for all."""


class VersionsDialog(QDialog):
    """Shows all versions of an idea; `opened` carries the id of one that is to be shown."""

    opened = Signal(str)

    def __init__(
        self,
        versions: Sequence[Version],
        calendar: CalendarView,
        theme: Theme,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("versions_dialog")
        self.setWindowTitle(_("Versions side by side"))
        self._versions = versions
        self._calendar = calendar
        self._theme = theme
        self._against = 0
        self._count = min(len(versions), AT_FIRST)
        self._words = Label(muted=True, wraps=True)
        self._words.setObjectName("compared_with")
        self._area = QScrollArea()
        self._area.setObjectName("versions_area")
        self._area.setAccessibleName(self.windowTitle())
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setWidgetResizable(True)
        self._all = QPushButton(_("Show all {count}").format(count=len(versions)))
        self._all.setObjectName("all_versions")
        self._all.setVisible(self._count < len(versions))
        self._all.setAutoDefault(False)
        self._all.clicked.connect(self._show_all)
        close = make_primary(QPushButton(_("Close")))
        close.setObjectName("close_versions")
        close.clicked.connect(self.reject)
        buttons = QHBoxLayout()
        buttons.addWidget(self._all)
        buttons.addStretch(1)
        buttons.addWidget(close)
        count = len(versions)
        head = ngettext("{count} version of one idea", "{count} versions of one idea", count)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.L, Space.L, Space.L, Space.L)
        column.setSpacing(Space.S)
        column.addWidget(Label(head.format(count=count), TextRole.HEADING, wraps=True))
        column.addWidget(self._words)
        column.addSpacing(Space.XS)
        column.addWidget(self._area, 1)
        column.addLayout(buttons)
        self._show()
        self.resize(self._wanted_size(parent))

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self._theme = theme
        self._show()

    def _wanted_size(self, parent: QWidget | None) -> QSize:
        """Return room for all columns, as far as the window below has it."""
        room = parent.window().size() if parent else QSize(1280, 720)
        columns = self._count * (COLUMN_WIDTH + 2 * Space.L) + 2 * Space.L
        widest, highest = room.width() - 3 * Space.XL, room.height() - 3 * Space.XL
        return QSize(max(min(columns, widest), 520), max(min(720, highest), 420))

    def _show(self) -> None:
        against = self._versions[self._against].card
        self._words.setText(
            _(
                "Held against {name}: its words that another version lacks stand after −, "
                "words that only the other has after +. Other languages are shown as they are."
            ).format(name=against.name)
        )
        at = self._area.horizontalScrollBar().value()
        shown = self._versions[: self._count]
        self._grid = VersionsGrid(shown, self._against, self._calendar, self._theme)
        self._grid.opened.connect(self._on_opened)
        self._grid.chosen.connect(self._on_chosen)
        self._area.setWidget(self._grid)
        self._area.horizontalScrollBar().setValue(at)

    def _on_chosen(self, column: int) -> None:
        self._against = column
        self._show()
        self._grid.focus_choice(column)

    def _on_opened(self, post_id: str) -> None:
        self.accept()
        self.opened.emit(post_id)

    def _show_all(self) -> None:
        self._count = len(self._versions)
        self._all.hide()
        self._show()
