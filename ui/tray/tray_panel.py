"""The tray with its head, and what it says while it is empty."""

from PySide6.QtCore import QModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QPushButton,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from app.commands.filter_words import shown_of
from app.commands.post_filter import PostFilter
from app.wording import _
from ui.cards.dragging import MIME_TYPE
from ui.theme import Space, TextRole, Theme
from ui.tray.tray_model import TrayModel, TraySource
from ui.tray.tray_view import TrayView
from ui.widgets import icons
from ui.widgets.labels import Label

LETTERS = 30
LEAST_LETTERS = 20


class TrayPanel(QWidget):
    """`new_post_requested` asks for a post without a date, `closed` for the panel to go.

    `all_asked` asks that no filter hides posts any more.
    """

    new_post_requested = Signal()
    closed = Signal()
    all_asked = Signal()

    def __init__(self, source: TraySource, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("tray_panel")
        self._theme = theme
        self.tray = TrayModel(source, self)
        self.view = TrayView(self.tray, theme)
        self._count = Label(role=TextRole.SMALL, muted=True)
        self._close = QToolButton()
        self._close.setObjectName("tray_close")
        self._close.setAutoRaise(True)
        self._close.setMinimumSize(QSize(Space.XL, Space.XL))
        self._close.setToolTip(_("Hide the tray"))
        self._close.setAccessibleName(_("Hide the tray"))
        self._close.clicked.connect(self.closed)
        self._pages = QStackedWidget()
        self._pages.addWidget(self.view)
        self._pages.addWidget(self._empty_state())
        self._pages.addWidget(self._hidden_state())
        self._lay_out()
        self.tray.count_changed.connect(self._on_count_changed)
        self.set_theme(theme)
        self._on_count_changed(0)
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * LEAST_LETTERS)

    @property
    def good_width(self) -> int:
        """How wide it is where there is room."""
        return self.fontMetrics().averageCharWidth() * LETTERS

    @property
    def has_focus(self) -> bool:
        """Whether the person works in the tray, be it empty or not."""
        focused = QApplication.focusWidget()
        return focused is not None and self.isAncestorOf(focused)

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self._theme = theme
        self.view.set_theme(theme)
        self._close.setIcon(icons.icon("close", theme.muted))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.surface)

    def show_only(self, wanted: PostFilter) -> None:
        """Hide what a filter does not want."""
        self.tray.show_only(wanted)
        self._on_count_changed(self.tray.rowCount())

    def _on_count_changed(self, count: int) -> None:
        known = len(self.tray.cards)
        is_filtered = count != known
        in_all = f"{count:,}" if count else ""
        self._count.setText(shown_of(count, known) if is_filtered else in_all)
        self._pages.setCurrentIndex(0 if count else 2 if is_filtered else 1)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(Space.S)
        head.setContentsMargins(Space.M, Space.XS, Space.XS, Space.XS)
        head.addWidget(Label(_("Tray"), TextRole.STRONG))
        head.addWidget(self._count)
        head.addStretch(1)
        head.addWidget(self._close)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self._pages, 1)

    def _empty_state(self) -> QWidget:
        new = QPushButton(_("New post"))
        new.setObjectName("tray_new_post")
        new.clicked.connect(self.new_post_requested)
        hint = _("Drag a post here to take it off the calendar without losing it.")
        return self._page(_("No posts without a date"), hint, new)

    def _hidden_state(self) -> QWidget:
        show = QPushButton(_("Clear filters"))
        show.setObjectName("tray_show_all")
        show.clicked.connect(self.all_asked)
        hint = _("All posts without a date are hidden by the filter above the calendar.")
        return self._page(_("No post here matches"), hint, show)

    def _page(self, heading: str, hint: str, button: QPushButton) -> QWidget:
        """Return what stands here instead of posts: why, and what to do."""
        page = TrayGround(self.tray)
        column = QVBoxLayout(page)
        column.setContentsMargins(Space.L, Space.XL, Space.L, Space.XL)
        column.setSpacing(Space.M)
        column.addWidget(Label(heading, TextRole.STRONG, wraps=True))
        column.addWidget(Label(hint, muted=True, wraps=True))
        column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeading)
        column.addStretch(1)
        return page


class TrayGround(QWidget):
    """The empty tray, which takes drops like the full one."""

    def __init__(self, model: TrayModel) -> None:
        super().__init__()
        self.setObjectName("tray_ground")
        self.setAcceptDrops(True)
        self._tray = model

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasFormat(MIME_TYPE):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        self._tray.dropMimeData(event.mimeData(), event.dropAction(), -1, -1, QModelIndex())
        event.acceptProposedAction()
