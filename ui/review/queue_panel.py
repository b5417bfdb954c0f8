"""The queue beside the post: whose it is, in which order, and the posts under their headings."""

from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from app.commands.queue_groups import Order, grouped
from app.commands.review_queue import Waiting, Whose
from app.commands.views import CalendarView
from app.domain.person import NOBODY, PersonId
from app.domain.post import PostId
from app.wording import _
from ui.review.queue_list import QueueList
from ui.theme import Space, Theme
from ui.widgets.labels import Label
from ui.widgets.segments import Segments

WIDTH, LETTERS = 288, 32
"""How wide it is at least: in pixels, and in letters as large as they are read."""


def now_utc() -> datetime:
    """Return the present moment in UTC."""
    return datetime.now(UTC)


class QueuePanel(QWidget):
    """Shows one part of the queue; `ids` are its posts in the order in which they stand.

    `found` is what it was given, with what must be decided first first.

    `post_chosen` carries the id of a post, `whose_chosen` asks for another part, `ordered` tells
    that the same posts stand in another order.
    """

    post_chosen = Signal(str)
    whose_chosen = Signal()
    ordered = Signal()

    def __init__(
        self,
        calendar: CalendarView,
        theme: Theme,
        *,
        clock: Callable[[], datetime] = now_utc,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("queue_panel")
        self.setFixedWidth(max(WIDTH, self.fontMetrics().averageCharWidth() * LETTERS))
        self._calendar = calendar
        self._clock = clock
        self.found: tuple[Waiting, ...] = ()
        self._me = NOBODY
        self.ids: tuple[PostId, ...] = ()
        self.whose = Whose.MINE
        self._parts = QActionGroup(self)
        self._parts.setObjectName("queue_parts")
        for whose, words, tip in (
            (Whose.MINE, _("Mine"), _("Asked of me, or of nobody and in a language that I read")),
            (Whose.ALL, _("All"), _("Everything that waits, whoever was asked")),
            (Whose.OVERDUE, _("Overdue"), _("What should have been decided by now")),
        ):
            action = QAction(words, self._parts)
            action.setObjectName(f"queue_{whose.value}")
            action.setToolTip(tip)
            action.setCheckable(True)
            action.setChecked(whose is self.whose)
            action.triggered.connect(partial(self._on_whose, whose))
        self._segments = Segments(self._parts, _("Which posts are shown"))
        self._order = QComboBox()
        self._order.setObjectName("queue_order")
        self._order.setAccessibleName(_("Order of the queue"))
        self._order.setToolTip(self._order.accessibleName())
        self._order.addItem(_("First what must be decided first"), Order.DUE)
        self._order.addItem(_("First what is gravest"), Order.RISK)
        self._order.addItem(_("By market"), Order.MARKET)
        self._order.currentIndexChanged.connect(self._on_ordered)
        self._list = QueueList(theme)
        self._list.post_chosen.connect(self.post_chosen)
        self._nothing = Label(muted=True, wraps=True)
        self._nothing.setObjectName("queue_nothing")
        self._nothing.setContentsMargins(Space.M, Space.S, Space.M, Space.S)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, Space.S, 0, 0)
        column.setSpacing(Space.XS)
        head = QVBoxLayout()
        head.setContentsMargins(Space.M, 0, Space.S, Space.XS)
        head.setSpacing(Space.S)
        head.addWidget(self._segments)
        head.addWidget(self._order)
        column.addLayout(head)
        column.addWidget(self._nothing)
        column.addWidget(self._list, 1)
        column.addStretch()  # without posts the head stays at the top
        self._put()

    def set_calendar(self, calendar: CalendarView) -> None:
        """Take other people and markets."""
        self._calendar = calendar

    def show_limited(self, is_limited: bool) -> None:
        """Leave the parts away while the queue is limited to what a hold had caught."""
        self._segments.setVisible(not is_limited)

    def show_whose(self, whose: Whose) -> None:
        """Choose a part without telling."""
        self.whose = whose
        for action in self._parts.actions():
            action.setChecked(action.objectName() == f"queue_{whose.value}")

    def set_posts(self, found: Sequence[Waiting], me: PersonId) -> None:
        """Show a person these posts, given with what must be decided first first."""
        self.found = tuple(found)
        self._me = me
        self._put()

    def wait(self) -> None:
        """Stand empty until the posts of another part are known."""
        self.found = self.ids = ()
        self._list.set_groups((), self._calendar, self._me, self._clock().year)
        self._list.hide()
        self._nothing.hide()

    def set_current(self, post_id: PostId | None) -> None:
        """Mark the post that is shown, without saying that it was chosen."""
        self._list.set_current(post_id)

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self._list.set_theme(theme)

    @property
    def has_focus(self) -> bool:
        """Whether the keys walk through the list."""
        return self._list.hasFocus()

    def _put(self) -> None:
        now = self._clock()
        groups = grouped(self.found, self._order.currentData(), self._calendar, now)
        self.ids = tuple(one.card.id for group in groups for one in group.posts)
        self._list.set_groups(groups, self._calendar, self._me, now.astimezone().year)
        self._list.setVisible(bool(groups))
        self._nothing.setVisible(not groups)
        self._nothing.setText(
            {
                Whose.MINE: _("Nothing waits for you. “All” shows what waits for others."),
                Whose.ALL: _("Nothing waits for a review."),
                Whose.OVERDUE: _("Nothing is overdue."),
            }[self.whose]
        )

    def _on_whose(self, whose: Whose) -> None:
        self.whose = whose
        self.whose_chosen.emit()

    def _on_ordered(self) -> None:
        self._put()
        self.ordered.emit()
