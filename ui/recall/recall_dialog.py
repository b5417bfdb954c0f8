"""The recall list, one post after the other, beside the window."""

from collections.abc import Callable
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from app.commands.exports import confirm_taken_out
from app.commands.views import CalendarView, Recall
from app.domain.change import ChangeSet
from app.domain.post import PostId
from app.wording import _, ngettext
from ui.jobs import Jobs
from ui.operations import Operations
from ui.recall.recall_bar import now_utc
from ui.recall.recall_page import RecallPage
from ui.recall.recall_watch import RecallWatch
from ui.recall.recall_words import entry_detail, entry_name
from ui.theme import Space, TextRole, Theme
from ui.widgets import icons
from ui.widgets.announcing import announce
from ui.widgets.fitting import roomy
from ui.widgets.labels import Label
from ui.widgets.message_bar import MessageBar
from ui.widgets.two_line_list import Entry, TwoLineList

if TYPE_CHECKING:  # the reader is handed in; its modules are loaded by whoever opens the file
    from app.commands.reader import Reader

LIST_WIDTH = 300
ICON_SIZE = 48


class RecallDialog(QDialog):
    """Takes a person's word for one post at a time; `post_asked` carries the id of a post."""

    post_asked = Signal(object)

    def __init__(
        self,
        reader: "Reader",
        operations: Operations,
        jobs: Jobs,
        calendar: CalendarView,
        theme: Theme,
        *,
        post_id: PostId | None = None,
        clock: Callable[[], datetime] = now_utc,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("recall_dialog")
        self.setWindowTitle(_("Recall list"))
        self._operations = operations
        self._calendar = calendar
        self._clock = clock
        self._wanted = post_id
        self._watch = RecallWatch(reader, jobs, self)
        self._watch.told.connect(self._on_told)
        self._title = Label(_("Reading…"), TextRole.STRONG)
        self._title.setObjectName("recall_title")
        self._list = TwoLineList()
        self._list.setObjectName("recall_list")
        self._list.setAccessibleName(_("Posts that must be taken out at the scheduler"))
        self._list.setFixedWidth(LIST_WIDTH)
        self._list.chosen.connect(self._on_chosen)
        self._page = RecallPage()
        self._page.confirmed.connect(self._on_confirmed)
        self._page.post_asked.connect(self._on_post_asked)
        self._message = MessageBar(theme)
        self._noted = Label(role=TextRole.SMALL, muted=True, wraps=True)
        self._noted.setObjectName("recall_noted")
        self._close = QPushButton(_("Close"))
        self._close.setObjectName("recall_close")
        self._close.setAutoDefault(False)
        self._close.clicked.connect(self.reject)
        self._pages = QStackedWidget()
        self._sign = QLabel()
        self._lay_out()
        self.set_theme(theme)
        self._watch.look()

    def choose(self, post_id: PostId) -> None:
        """Turn to the entry of a post, if it has one."""
        self._wanted = post_id
        self._show()

    def on_changed(self, changes: ChangeSet) -> None:
        """Follow what a command has changed."""
        self._watch.on_changed(changes)

    def set_calendar(self, calendar: CalendarView) -> None:
        """Know other people and markets."""
        self._calendar = calendar
        self._watch.look()

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self._message.set_theme(theme)
        picture = icons.pixmap("check", theme.accent, ICON_SIZE, self.devicePixelRatioF())
        self._sign.setPixmap(picture)

    @property
    def _chosen(self) -> Recall | None:
        key = self._list.key
        return next((one for one in self._watch.found if _key(one) == key), None)

    def _on_told(self, _found: tuple[Recall, ...]) -> None:
        self._show()

    def _show(self) -> None:
        found = self._watch.found
        before, row = self._list.key, self._list.currentRow()
        keys = [_key(one) for one in found]
        wanted = next((_key(one) for one in found if one.card.id == self._wanted), "")
        if not wanted and keys:
            wanted = before if before in keys else keys[min(max(row, 0), len(keys) - 1)]
        self._wanted = None
        self._list.show_entries(
            (Entry(_key(one), entry_name(one), entry_detail(one)) for one in found), wanted
        )
        self._title.setText(
            ngettext(
                "{count} post must be taken out", "{count} posts must be taken out", len(found)
            ).format(count=f"{len(found):,}")
        )
        self._pages.setCurrentIndex(0 if found else 1)
        if not found:
            self._close.setFocus()
        elif wanted != before:
            self._turn()
        elif (chosen := self._chosen) is not None:
            self._page.show_facts(chosen, self._calendar, self._clock())

    def _turn(self) -> None:
        chosen = self._chosen
        if chosen is not None:
            self._page.show_recall(chosen, self._calendar, self._clock())
            if not self._list.hasFocus():
                self._page.take_focus()

    def _on_chosen(self, _key: str) -> None:
        self._message.dismiss()
        self._turn()

    def _on_confirmed(self, words: str) -> None:
        chosen = self._chosen
        if chosen is None:
            return
        self._message.dismiss()
        self._operations.run(
            partial(confirm_taken_out, post_id=chosen.card.id, reason=words),
            refused=self._on_refused,
            done=partial(self._on_noted, chosen),
        )

    def _on_refused(self, sentence: str) -> None:
        self._page.set_waiting(False)
        self._message.show_refusal(sentence)

    def _on_noted(self, recall: Recall, changes: ChangeSet) -> None:
        self._watch.on_changed(changes)
        words = _("{post} is noted as taken out: it may be exported again when the gate agrees.")
        self._noted.setText(words.format(post=recall.card.name))
        announce(self, self._noted.text())

    def _on_post_asked(self) -> None:
        chosen = self._chosen
        if chosen is not None:
            self.post_asked.emit(chosen.card.id)

    def _lay_out(self) -> None:
        left = QVBoxLayout()
        left.setSpacing(Space.S)
        left.addWidget(self._title)
        left.addWidget(self._list, 1)
        full = QWidget()
        halves = QHBoxLayout(full)
        halves.setContentsMargins(0, 0, 0, 0)
        halves.setSpacing(Space.L)
        halves.addLayout(left)
        halves.addWidget(self._page, 1)
        empty = QWidget()
        middle = QVBoxLayout(empty)
        middle.setSpacing(Space.M)
        title = Label(_("Nothing must be taken out"), TextRole.TITLE)
        why = Label(
            _("What lies at the schedulers is what stands in the calendar."), muted=True, wraps=True
        )
        middle.addStretch(2)
        for label in (self._sign, title, why):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            middle.addWidget(label)
        middle.addStretch(3)
        self._pages.addWidget(full)
        self._pages.addWidget(empty)
        buttons = QHBoxLayout()
        buttons.setSpacing(Space.S)
        buttons.addWidget(self._noted, 1)
        buttons.addWidget(self._close)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.L, Space.L, Space.L, Space.L)
        column.setSpacing(Space.M)
        column.addWidget(self._pages, 1)
        column.addWidget(self._message)
        column.addLayout(buttons)
        self.resize(roomy(self, 110, 31))


def _key(recall: Recall) -> str:
    return f"{recall.hand_over.export} {recall.hand_over.post}"
