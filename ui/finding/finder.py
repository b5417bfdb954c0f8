"""Finding above the calendar: the filter with its count, and the search of all posts."""

from datetime import date

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QWidget

from app.commands.filter_words import nothing_matches
from app.commands.post_filter import PostFilter
from app.commands.reader import Reader
from app.commands.searching import Findings, campaigns
from app.commands.views import CalendarView
from ui.finding.filter_bar import FilterBar
from ui.finding.found_list import FoundList
from ui.finding.searcher import Searcher
from ui.jobs import Jobs, Progress
from ui.theme import Theme


class Finder(QObject):
    """Wires the bar, the search and the list of what was found; `page` is what the list lies over.

    `filter_changed` carries the filter, `post_asked` a post to go to, `left` tells that the person
    goes back to the calendar.
    """

    filter_changed = Signal(object)
    post_asked = Signal(object)
    left = Signal()

    def __init__(
        self,
        reader: Reader,
        jobs: Jobs,
        calendar: CalendarView,
        theme: Theme,
        *,
        page: QWidget,
        today: date,
    ) -> None:
        super().__init__(page)
        self._reader = reader
        self._jobs = jobs
        self._calendar = calendar
        self.today = today
        self.bar = FilterBar(calendar, theme)
        self.list = FoundList(theme, page)
        self._searcher = Searcher(reader, jobs, self)
        self._connect()

    @property
    def filter(self) -> PostFilter:
        """Which posts are wanted."""
        return self.bar.filter

    def set_filter(self, wanted: PostFilter) -> None:
        """Take another filter, and tell it."""
        self.bar.set_filter(wanted)

    def clear(self) -> bool:
        """Show all posts again; tell whether any were hidden."""
        had_any = not self.filter.is_empty
        self.bar.clear()
        return had_any

    def focus_search(self) -> None:
        """Let the person type what they look for, in place of what stands there."""
        self.bar.search.setFocus()
        self.bar.search.selectAll()

    def show_counts(self, shown: int, in_tray: int, span: str) -> None:
        """Say how much the filter leaves of the days that `span` names, and why nothing."""
        is_nothing = not self.filter.is_empty and not shown
        self.bar.show_counts(shown, in_tray)
        self.bar.show_nothing(
            nothing_matches(self.filter, self._calendar, span) if is_nothing else ""
        )

    def set_calendar(self, calendar: CalendarView) -> None:
        """Take other markets, channels and people."""
        self._calendar = calendar
        self.bar.set_calendar(calendar)

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self.bar.set_theme(theme)
        self.list.set_theme(theme)

    def stop(self) -> None:
        """Look for nothing more: the window is going."""
        self._searcher.stop()

    def _connect(self) -> None:
        search = self.bar.search
        self.bar.filter_changed.connect(self.filter_changed)
        self.bar.campaigns_asked.connect(self._name_campaigns)
        search.typed.connect(lambda typed: self._searcher.look_for(typed, self.today))
        search.entered.connect(self._put_away)
        search.emptied.connect(self._put_away)
        search.list_asked.connect(self.list.take_focus)
        search.left.connect(self._on_left)
        self._searcher.found.connect(self._on_found)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._on_focus_changed)
        self.list.left.connect(search.setFocus)
        self.list.filter_asked.connect(lambda: search.entered.emit(search.text()))
        self.list.post_asked.connect(self._on_post_asked)

    def _on_found(self, findings: Findings) -> None:
        self.list.show_findings(findings, self.bar.search)

    def _on_focus_changed(self, _before: QWidget | None, now: QWidget | None) -> None:
        """Put the list away when the person turns to something else in the window."""
        if now is None or self.list.isHidden() or now is self.bar.search:
            return
        if not self.list.isAncestorOf(now):
            self._put_away()

    def _on_post_asked(self, post_id: object) -> None:
        self._put_away()
        self.post_asked.emit(post_id)

    def _on_left(self) -> None:
        """Close the list, else clear the filter, else go back to the calendar."""
        if not self.list.isHidden():
            self._put_away()
        elif self.bar.search.text() or not self.filter.is_empty:
            self.bar.clear()
        else:
            self.left.emit()

    def _put_away(self) -> None:
        self._searcher.look_for("", self.today)
        self.list.hide()

    def _name_campaigns(self) -> None:
        def work(_progress: Progress) -> tuple[str, ...]:
            reader = self._reader.again()
            try:
                return campaigns(reader)
            finally:
                reader.close()

        self._jobs.run(work, done=self.bar.show_campaigns)
