"""The posts that a hold stops: what still lies at a scheduler, and what is stopped here."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from app.commands.hold_words import target_name
from app.commands.views import CalendarView, CaughtPosts
from app.domain.change import ChangeSet
from app.domain.flag import Severity
from app.domain.hold import Hold
from app.wording import _, ngettext
from ui.holds.caught_table import CaughtTable
from ui.jobs import Jobs, Progress
from ui.theme import Space, TextRole, Theme
from ui.widgets import icons
from ui.widgets.empty_state import EmptyState
from ui.widgets.fitting import roomy
from ui.widgets.labels import Label
from ui.widgets.message_bar import MessageBar

if TYPE_CHECKING:  # the reader is handed in; its modules are loaded by whoever opens the file
    from app.commands.reader import Reader

AT_ONCE = 500
"""So many posts are listed at first, and so many more at each click."""
QUEUED_ROWS = 6
"""So many rows the upper table has room for."""
ICON_SIZE = 18


class CaughtDialog(QDialog):
    """Stays beside the window and follows what happens in it.

    `post_asked` carries the PostId of a row that was opened, `recall_asked` asks for the recall
    list.
    """

    post_asked = Signal(object)
    recall_asked = Signal()

    def __init__(
        self,
        reader: "Reader",
        jobs: Jobs,
        calendar: CalendarView,
        theme: Theme,
        *,
        hold: Hold | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("caught_dialog")
        self.setWindowTitle(_("What the hold stops"))
        self._reader = reader
        self._jobs = jobs
        self._calendar = calendar
        self._theme = theme
        self._limit = AT_ONCE
        self._asked = 0
        self._was_filled = False
        self._holds = QComboBox()
        self._holds.setObjectName("caught_hold")
        self._holds.setAccessibleName(_("Hold"))
        self._holds.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self._reason = Label(wraps=True, muted=True)
        self._reason.setObjectName("caught_reason")
        self._sign = QLabel()
        self._queued_title = Label(role=TextRole.STRONG, wraps=True)
        self._queued_title.setObjectName("caught_queued_title")
        self._recall = QPushButton(_("Recall list…"))
        self._recall.setObjectName("caught_recall")
        self._recall.setAutoDefault(False)
        self._recall.clicked.connect(self.recall_asked)
        self._queued = CaughtTable()
        self._queued.setObjectName("caught_queued")
        self._queued.setAccessibleName(_("Posts that still lie at a scheduler"))
        self._stopped_title = Label(_("Reading…"), TextRole.STRONG, wraps=True)
        self._stopped_title.setObjectName("caught_stopped_title")
        self._stopped = CaughtTable()
        self._stopped.setObjectName("caught_stopped")
        self._stopped.setAccessibleName(_("Posts that are stopped here"))
        self._more = QPushButton()
        self._more.setObjectName("caught_more")
        self._more.setAutoDefault(False)
        self._more.clicked.connect(self._on_more)
        self._message = MessageBar(theme)
        self._close = QPushButton(_("Close"))
        self._close.setObjectName("caught_close")
        self._close.setAutoDefault(False)
        self._close.clicked.connect(self.reject)
        self._nothing = self._none_stands(theme)
        self._filled = QWidget()
        self._filled_size = self.size()
        self._lay_out()
        for table in (self._queued, self._stopped):
            table.post_asked.connect(self.post_asked)
        self._offer_holds(hold)
        self._holds.currentIndexChanged.connect(self._on_hold)
        self.set_theme(theme)
        self._on_hold()

    def choose(self, hold: Hold) -> None:
        """Show the posts of another hold."""
        self._holds.setCurrentIndex(max(self._holds.findData(hold.id), 0))

    def set_calendar(self, calendar: CalendarView) -> None:
        """Take other holds; the one that is shown stays, if it stands still."""
        shown = self._hold
        self._calendar = calendar
        self._offer_holds(shown)
        self._on_hold()

    def on_changed(self, changes: ChangeSet) -> None:
        """Read again what a command has changed."""
        if changes.posts and not changes.everything:
            self._read()

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self._theme = theme
        self._message.set_theme(theme)
        self._nothing.set_theme(theme)
        style = theme.severity(Severity.CAUTION)
        picture = icons.pixmap("warning", style.stripe, ICON_SIZE, self.devicePixelRatioF())
        self._sign.setPixmap(picture)

    @property
    def _hold(self) -> Hold | None:
        wanted = self._holds.currentData()
        return next((hold for hold in self._calendar.holds if hold.id == wanted), None)

    def _offer_holds(self, chosen: Hold | None) -> None:
        active = sorted(
            (hold for hold in self._calendar.holds if hold.is_active),
            key=lambda hold: -hold.placed_seq,
        )
        self._holds.blockSignals(True)
        self._holds.clear()
        for hold in active:
            self._holds.addItem(target_name(hold, self._calendar), hold.id)
        if chosen is not None:
            self.choose(chosen)
        self._holds.setVisible(bool(active))
        self._holds.setEnabled(len(active) > 1)
        self._holds.setToolTip("" if len(active) > 1 else _("No other hold stands."))
        self._holds.blockSignals(False)

    def _on_hold(self) -> None:
        hold = self._hold
        self._reason.setText(hold.reason if hold else "")
        self._limit = AT_ONCE
        if hold is None:
            self._asked += 1
            self._show(CaughtPosts(()))
        self._fit(any_stands=hold is not None)
        self._read()

    def _fit(self, *, any_stands: bool) -> None:
        """Leave one sentence no more room than it needs, and give the lists theirs back."""
        was_filled = not self._filled.isHidden()
        if was_filled and not any_stands:
            self._filled_size = self.size()
        self._filled.setVisible(any_stands)
        self._nothing.setVisible(not any_stands)
        if was_filled is not any_stands:
            self.resize(self._filled_size if any_stands else self.sizeHint())

    def _read(self) -> None:
        """Read beside the window; an answer that is out of date by then is dropped."""
        hold, limit = self._hold, self._limit
        self._asked += 1
        if hold is None:
            return

        def work(_progress: Progress) -> CaughtPosts:
            reader = self._reader.again()
            try:
                return reader.caught(hold, limit=limit)
            finally:
                reader.close()

        self._jobs.run(
            work,
            done=partial(self._on_read, self._asked),
            refused=self._message.show_refusal,
        )

    def _on_read(self, asked: int, caught: CaughtPosts) -> None:
        if asked == self._asked:
            self._show(caught)
            if not self._was_filled and caught.posts:
                self._was_filled = True
                (self._queued if caught.posts[0].scheduler else self._stopped).setFocus()

    def _show(self, caught: CaughtPosts) -> None:
        queued = [one for one in caught.posts if one.scheduler]
        stopped = [one for one in caught.posts if not one.scheduler]
        self._queued.show_posts(queued)
        self._queued.setFixedHeight(self._height_for(len(queued)))
        self._upper.setVisible(bool(queued))
        self._stopped.show_posts(stopped)
        self._stopped.setVisible(bool(stopped))
        self._rest.setVisible(not stopped)
        if queued:
            names = ", ".join(dict.fromkeys(one.scheduler for one in queued))
            words = ngettext(
                "{count} still queued in {scheduler}, where no hold reaches it: take it out there.",
                "{count} still queued in {scheduler}, where no hold reaches them: "
                "take them out there.",
                len(queued),
            )
            self._queued_title.setText(words.format(count=f"{len(queued):,}", scheduler=names))
        count = len(stopped)
        words = (
            ngettext("The next {count} stopped here", "The next {count} stopped here", count)
            if caught.has_more
            else ngettext("{count} stopped here", "{count} stopped here", count)
        )
        nothing = _("Nothing planned is stopped here now; every new post that it covers is.")
        self._stopped_title.setText(words.format(count=f"{count:,}") if stopped else nothing)
        self._more.setText(_("Show {count} more").format(count=AT_ONCE))
        self._more.setVisible(caught.has_more)

    def _height_for(self, count: int) -> int:
        table = self._queued
        rows = min(count, QUEUED_ROWS) * table.verticalHeader().defaultSectionSize()
        return table.horizontalHeader().sizeHint().height() + rows + 2 * table.frameWidth()

    def _on_more(self) -> None:
        self._limit += AT_ONCE
        self._read()

    def _none_stands(self, theme: Theme) -> EmptyState:
        leave = QAction(_("Close"), self)
        leave.setObjectName("caught_leave")
        leave.triggered.connect(self.reject)
        sentence = _("Nothing is stopped. What a hold had caught waits in the review.")
        nothing = EmptyState("hold", _("No hold stands"), sentence, actions=[leave], theme=theme)
        nothing.setObjectName("caught_nothing")
        return nothing

    def _lay_out(self) -> None:
        first = QHBoxLayout()
        first.setSpacing(Space.M)
        first.addWidget(self._holds)
        first.addWidget(self._reason, 1)
        self._upper = QWidget()
        title = QHBoxLayout()
        title.setSpacing(Space.S)
        title.addWidget(self._sign)
        title.addWidget(self._queued_title, 1)
        title.addWidget(self._recall)
        upper = QVBoxLayout(self._upper)
        upper.setContentsMargins(0, 0, 0, 0)
        upper.setSpacing(Space.XS)
        upper.addLayout(title)
        upper.addWidget(self._queued)
        self._upper.hide()
        self._rest = QWidget()
        self._stopped.hide()
        self._more.hide()
        buttons = QHBoxLayout()
        buttons.setSpacing(Space.S)
        buttons.addWidget(self._more)
        buttons.addStretch(1)
        buttons.addWidget(self._close)
        lists = QVBoxLayout(self._filled)
        lists.setContentsMargins(0, 0, 0, 0)
        lists.setSpacing(Space.M)
        lists.addLayout(first)
        lists.addWidget(self._upper)
        lists.addWidget(self._stopped_title, 0, Qt.AlignmentFlag.AlignTop)
        lists.addWidget(self._stopped, 1)
        lists.addWidget(self._rest, 1)
        lists.addWidget(self._message)
        lists.addLayout(buttons)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.L, Space.L, Space.L, Space.L)
        column.addWidget(self._filled, 1)
        column.addWidget(self._nothing, 1)
        self._nothing.hide()
        self.resize(roomy(self, 115, 31))
