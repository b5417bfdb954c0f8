"""The history beside the window: what happened, page by page, and how to go back to a version."""

from datetime import date, datetime
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QDialog,
    QPushButton,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from app.commands.dates import clock, span_name
from app.commands.history_pages import (
    Kind,
    Page,
    Version,
    history_page,
    version_at,
    version_in,
)
from app.commands.log import LogEntry
from app.commands.posts import bring_back_posts, restore_version
from app.commands.views import CalendarView
from app.domain.change import ChangeSet
from app.domain.post import PostId, short_name
from app.wording import _
from ui.history.entry_details import EntryDetails
from ui.history.history_filter import HistoryFilter
from ui.jobs import Job, Jobs, Progress
from ui.operations import Command, Operations
from ui.theme import Space, TextRole, Theme
from ui.widgets.close_row import CloseRow
from ui.widgets.empty_state import EmptyState
from ui.widgets.fitting import roomy
from ui.widgets.history_list import here
from ui.widgets.labels import Label
from ui.widgets.lifetime import while_there
from ui.widgets.message_bar import MessageBar
from ui.widgets.two_line_list import Entry, TwoLineList

if TYPE_CHECKING:  # the reader is handed in; its modules are loaded by whoever opens the file
    from app.commands.reader import Reader


class HistoryDialog(QDialog):
    """Leaves the window open to work; `post_asked` carries the id of a post to be shown."""

    post_asked = Signal(object)

    def __init__(
        self,
        reader: "Reader",
        operations: Operations,
        jobs: Jobs,
        calendar: CalendarView,
        theme: Theme,
        *,
        today: date,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("history_dialog")
        self.setWindowTitle(_("History"))
        self._reader = reader
        self._operations = operations
        self._jobs = jobs
        self._calendar = calendar
        self._post: PostId | None = None
        self._entries: dict[str, LogEntry] = {}
        self._more_before: int | None = None
        self._reading: Job | None = None
        self._looking: Job | None = None
        self._title = Label(_("History"), TextRole.TITLE)
        self._title.setObjectName("history_title")
        self._today = today
        self._filter = HistoryFilter(today)
        self._bar = MessageBar(theme)
        self._list = TwoLineList()
        self._list.setObjectName("history_entries")
        self._list.setAccessibleName(_("What happened, the newest first"))
        self._more = QPushButton(_("Show older ones"))
        self._more.setObjectName("history_older")
        self._more.setAutoDefault(False)
        self._more.hide()
        self._details = EntryDetails(theme)
        self._clear = QAction(_("Show everything"), self)
        self._clear.setObjectName("history_clear")
        self._nothing = EmptyState(
            "history",
            _("Nothing of this kind has happened"),
            _("No event matches what is chosen above. Fewer choices find more."),
            actions=[self._clear],
            theme=theme,
        )
        self._whole = QPushButton(_("Of the whole calendar"))
        self._whole.setObjectName("history_whole")
        self._whole.setAutoDefault(False)
        self._pages = QStackedWidget()
        self._lay_out()
        self._connect()
        self._filter.set_calendar(calendar)
        self._list.setFocus()

    def show_post(self, post_id: PostId | None) -> None:
        """Show what happened to a post, or in the whole calendar."""
        self._post = post_id
        self._filter.show_market(shows=post_id is None)
        self._whole.setVisible(post_id is not None)
        self._title.setText(_("History"))
        self._read()

    def show_kind(self, kind: Kind) -> None:
        """Show only events of a kind, in the whole calendar."""
        self._filter.clear()
        self._filter.choose_kind(kind)
        self.show_post(None)

    def set_calendar(self, calendar: CalendarView) -> None:
        """Offer other people and markets."""
        self._calendar = calendar
        self._filter.set_calendar(calendar)

    def on_changed(self, changes: ChangeSet) -> None:
        """Show what has just happened."""
        if changes.posts or changes.everything:
            self._read()

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self._bar.set_theme(theme)
        self._nothing.set_theme(theme)
        self._details.set_theme(theme, self._calendar)

    def done(self, result: int) -> None:
        for job in (self._reading, self._looking):
            if job is not None:
                job.cancel()
        super().done(result)

    # --- reading ----------------------------------------------------------------------------------

    def _read(self, before: int | None = None) -> None:
        """Read a page on another thread: the newest one, or that before a place in the audit."""
        if self._reading is not None:
            self._reading.cancel()
        self._offer_older(is_reading=before is None)
        wanted, reader = self._filter.wanted(self._post), self._reader

        def work(_progress: Progress) -> Page:
            own = reader.again()
            try:
                return history_page(own, wanted, before)
            finally:
                own.close()

        show = self.show_page if before is None else self.add_page
        self._reading = self._jobs.run(work, done=while_there(self, show))

    def show_page(self, page: Page) -> None:
        """Show the newest events."""
        chosen = self._list.key
        self._entries = {}
        self._list.show_entries([])
        self.add_page(page)
        first = next(iter(self._entries), "")
        self._list.choose(chosen if chosen in self._entries else first)
        self._pages.setCurrentIndex(0 if self._entries else 1)
        self._show_title()
        self._on_chosen(self._list.key)

    def add_page(self, page: Page) -> None:
        """Show older events below those that are there."""
        self._reading = None
        self._more_before = page.more_before
        added = {str(entry.seq): entry for entry in page.entries}
        self._entries |= added
        self._list.add_entries(
            Entry(key, entry.what, _detail(entry, self._today, of_post=self._post is not None))
            for key, entry in added.items()
        )
        self._more.setVisible(page.more_before is not None)
        self._offer_older(is_reading=False)

    def _offer_older(self, *, is_reading: bool) -> None:
        """What is older than a page can be asked for when the page is there."""
        self._more.setEnabled(not is_reading)
        self._more.setToolTip(_("The history is being read…") if is_reading else "")

    def _show_title(self) -> None:
        first = next(iter(self._entries.values()), None)
        if self._post is not None and first is not None:
            self._title.setText(_("History of {post}").format(post=first.post))

    def _on_chosen(self, key: str) -> None:
        """Show an event, and its version as soon as it has been read."""
        if self._looking is not None:
            self._looking.cancel()
            self._looking = None
        entry = self._entries.get(key)
        self._details.show_entry(entry)
        if entry is None or entry.post_id is None or not version_in(entry):
            return
        reader, post_id, revision = self._reader, entry.post_id, version_in(entry)

        def work(_progress: Progress) -> Version | None:
            own = reader.again()
            try:
                return version_at(own, post_id, revision)
            finally:
                own.close()

        self._looking = self._jobs.run(work, done=while_there(self, self._show_version))

    def _show_version(self, version: Version | None) -> None:
        self._looking = None
        self._details.show_version(version, self._calendar)

    # --- changing ---------------------------------------------------------------------------------

    def _on_restore(self, version: Version) -> None:
        self._run(
            partial(
                restore_version,
                post_id=version.version.id,
                base_revision=version.newest.revision,
                revision=version.version.revision,
            ),
            _("{post} has these words again, as a draft.").format(post=self._name(version)),
        )

    def _on_bring_back(self, version: Version) -> None:
        self._run(
            partial(bring_back_posts, post_ids=[version.version.id]),
            _("{post} is back, as a draft.").format(post=self._name(version)),
        )

    def _name(self, version: Version) -> str:
        market = self._calendar.market(version.version.content.market)
        return short_name(market.code, version.version.number)

    def _run(self, command: Command, said: str) -> None:
        def tell(_changes: ChangeSet) -> None:
            self._bar.show_information(said)

        self._operations.run(
            command,
            refused=while_there(self, self._bar.show_refusal),
            done=while_there(self, tell),
        )

    # --- making -----------------------------------------------------------------------------------

    def _connect(self) -> None:
        self._filter.asked.connect(self._read)
        self._clear.triggered.connect(self._filter.clear)
        self._list.chosen.connect(self._on_chosen)
        self._more.clicked.connect(lambda: self._read(self._more_before))
        self._whole.clicked.connect(lambda: self.show_post(None))
        self._details.post_asked.connect(self.post_asked)
        self._details.restore_asked.connect(self._on_restore)
        self._details.bring_back_asked.connect(self._on_bring_back)

    def _lay_out(self) -> None:
        side = QWidget()
        below = QVBoxLayout(side)
        below.setContentsMargins(0, 0, 0, 0)
        below.setSpacing(Space.S)
        below.addWidget(self._list, 1)
        below.addWidget(self._more)
        both = QSplitter(Qt.Orientation.Horizontal)
        both.setChildrenCollapsible(False)
        both.addWidget(side)
        both.addWidget(self._details)
        both.setSizes([480, 560])
        for page in (both, self._nothing):
            self._pages.addWidget(page)
        row = CloseRow(self._whole)
        row.closed.connect(self.close)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.L, Space.L, Space.L, Space.L)
        column.setSpacing(Space.M)
        column.addWidget(self._title)
        column.addWidget(self._filter)
        column.addWidget(self._bar)
        column.addWidget(self._pages, 1)
        column.addWidget(row)
        self.resize(roomy(self, 135, 40))


def _detail(entry: LogEntry, today: date, *, of_post: bool) -> str:
    parts = ("" if of_post else entry.post, entry.who, _when(entry.at, today))
    return " · ".join(filter(None, parts))


def _when(at: datetime, today: date) -> str:
    """Return a moment that has passed, with its year where that is another one."""
    local = at.astimezone().replace(tzinfo=None)
    if local.year == today.year:
        return here(at)
    return f"{span_name(local.date(), local.date())}, {clock(local)}"
