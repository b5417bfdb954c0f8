"""A small count of what waits for the answer of whoever sits here, and the way to each."""

from collections.abc import Callable
from functools import partial
from textwrap import shorten
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from app.commands.for_me import Notice, NoticeKind
from app.commands.views import CalendarView
from app.domain.change import ChangeSet
from app.domain.person import Person
from app.wording import _, ngettext
from ui.jobs import Jobs, Progress
from ui.operations import Operations
from ui.theme import Space, Theme
from ui.widgets import icons

if TYPE_CHECKING:  # the reader is handed in; its modules are loaded by whoever opens the file
    from app.commands.reader import Reader

ICON_SIZE = 18
_MOST = 20
"""So many stand in the menu; the rest come up as these are answered."""
_WORDS = 60


class ForYou(QToolButton):
    """Hidden while nothing waits; `post_wanted` carries the id of a post to be answered."""

    post_wanted = Signal(str)

    def __init__(
        self,
        reader: "Reader",
        operations: Operations,
        jobs: Jobs,
        *,
        calendar: CalendarView,
        theme: Theme,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("for_you")
        self._reader = reader
        self._operations = operations
        self._jobs = jobs
        self._calendar = calendar
        self._asked = 0
        self.setMenu(QMenu(self))
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setIconSize(QSize(ICON_SIZE, ICON_SIZE))
        self.setAutoRaise(True)
        self.setMinimumHeight(Space.XL + Space.S)
        operations.person_changed.connect(self._read)
        self.set_theme(theme)
        self.hide()

    def on_changed(self, changes: ChangeSet) -> None:
        """Count anew where something was said."""
        if changes.everything or changes.discussed:
            self._read(self._operations.me)

    def set_calendar(self, calendar: CalendarView) -> None:
        """Take other people."""
        self._calendar = calendar

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self.setIcon(icons.icon("comment", theme.accent))

    def _read(self, person: Person | None) -> None:
        """Read beside the window what waits; an answer that is out of date by then is dropped."""
        self._asked += 1
        if person is None:
            self._show(self._asked, ())
            return
        self._jobs.run(self._reading(person), done=partial(self._show, self._asked))

    def _reading(self, person: Person) -> Callable[[Progress], tuple[Notice, ...]]:
        def read(_progress: Progress) -> tuple[Notice, ...]:
            reader = self._reader.again()
            try:
                return reader.for_me(person.id)
            finally:
                reader.close()

        return read

    def _show(self, asked: int, notices: tuple[Notice, ...]) -> None:
        if asked != self._asked:
            return
        count = len(notices)
        self.setText(_("For you: {count}").format(count=f"{count:,}"))
        waits = ngettext(
            "{count} comment or suggestion waits for your answer",
            "{count} comments and suggestions wait for your answer",
            count,
        ).format(count=f"{count:,}")
        self.setToolTip(waits)
        self.setAccessibleName(waits)
        menu = self.menu()
        menu.clear()
        for notice in notices[:_MOST]:
            action = menu.addAction(notice_words(notice, self._calendar))
            action.triggered.connect(partial(self._go, notice.post_id))
        self.setVisible(bool(notices))

    def _go(self, post_id: str, _checked: bool = False) -> None:
        self.post_wanted.emit(post_id)


def notice_words(notice: Notice, calendar: CalendarView) -> str:
    """Return in one line who said or suggested what, and where."""
    who = calendar.person_name(notice.who)
    said = shorten(notice.words, _WORDS, placeholder=" …").replace("&", "&&")
    if notice.kind is NoticeKind.COMMENT:
        return _("{post} · {who}: “{words}”").format(post=notice.name, who=who, words=said)
    if not said:
        return _("{post} · {who} suggests an edit").format(post=notice.name, who=who)
    words = _("{post} · {who} suggests an edit: “{words}”")
    return words.format(post=notice.name, who=who, words=said)
