"""One event whole: who, when, from where, and what a version changed."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from app.commands.dates import clock, day_name
from app.commands.history_pages import Version
from app.commands.log import LogEntry
from app.commands.views import CalendarView
from app.domain.post import Post
from app.wording import _
from ui.theme import Space, TextRole, Theme
from ui.widgets.diff_view import DiffView
from ui.widgets.differences import all_differences
from ui.widgets.labels import Label


class EntryDetails(QWidget):
    """`post_asked`, `restore_asked` and `bring_back_asked` carry what the buttons are about.

    The first one a PostId, the others the version in question.
    """

    post_asked = Signal(object)
    restore_asked = Signal(object)
    bring_back_asked = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._entry: LogEntry | None = None
        self._version: Version | None = None
        self._what = Label(role=TextRole.HEADING, wraps=True)
        self._what.setObjectName("entry_what")
        self._what.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._who = Label(muted=True, wraps=True)
        self._who.setObjectName("entry_who")
        self._note = Label(role=TextRole.SMALL, muted=True, wraps=True)
        self._note.setObjectName("entry_note")
        self._open = _button("open_post_of_entry", _("Open the post"))
        self._restore = _button("restore_version", _("Restore this version"))
        self._back = _button("bring_back", _("Bring it back as a draft"))
        self._open.clicked.connect(self._on_open)
        self._restore.clicked.connect(lambda: self.restore_asked.emit(self._version))
        self._back.clicked.connect(lambda: self.bring_back_asked.emit(self._version))
        self._scroll = QScrollArea()
        self._scroll.setAccessibleName(_("The chosen entry"))
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setWidgetResizable(True)
        buttons = QHBoxLayout()
        buttons.setSpacing(Space.S)
        for button in (self._restore, self._back, self._open):
            buttons.addWidget(button)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.L, 0, 0, 0)
        column.setSpacing(Space.S)
        for widget in (self._what, self._who):
            column.addWidget(widget)
        column.addWidget(self._scroll, 1)
        column.addWidget(self._note)
        column.addLayout(buttons)
        self.show_entry(None)

    def show_entry(self, entry: LogEntry | None) -> None:
        """Show an event; what its version was like follows."""
        self._entry, self._version = entry, None
        self._what.setText(entry.what if entry else "")
        self._who.setText(_about(entry) if entry else "")
        self._open.setVisible(entry is not None and entry.post_id is not None)
        if entry is not None:
            self._open.setText(_("Open {post}").format(post=entry.post))
        self._show_version(None, None)

    def show_version(self, version: Version | None, calendar: CalendarView) -> None:
        """Show what a version of the post changed, and what can be done with it."""
        self._version = version
        self._show_version(version, calendar)

    def set_theme(self, theme: Theme, calendar: CalendarView) -> None:
        """Take other colours."""
        self._theme = theme
        self._show_version(self._version, calendar)

    def _show_version(self, version: Version | None, calendar: CalendarView | None) -> None:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, Space.S, Space.S, 0)
        if version is not None and calendar is not None:
            before = version.before or _nothing_of(version.version)
            found = all_differences(before, version.version, calendar)
            column.addWidget(DiffView(found, self._theme))
        column.addStretch(1)
        self._scroll.setWidget(page)
        is_newest = version is not None and version.version.revision == version.newest.revision
        is_cancelled = version is not None and version.newest.cancelled
        self._restore.setVisible(version is not None and not is_newest)
        self._back.setVisible(is_newest and is_cancelled)
        self._note.setText(_note(version, is_newest=is_newest, is_cancelled=is_cancelled))

    def _on_open(self) -> None:
        if self._entry is not None and self._entry.post_id is not None:
            self.post_asked.emit(self._entry.post_id)


def _note(version: Version | None, *, is_newest: bool, is_cancelled: bool) -> str:
    if version is None:
        return ""
    if is_newest and is_cancelled:
        return _("It comes back where it stood, as a draft. Somebody marks it ready again.")
    if is_newest:
        return _("This is how the post stands now.")
    return _(
        "Restoring makes a new version with these words, as a draft. Whoever wrote them is an "
        "author of it again, and nothing of the history is lost."
    )


def _nothing_of(post: Post) -> Post:
    """Return the post as it was before anybody had written in it."""
    empty = {name: type(post.value(name))() for name in _WRITTEN}
    return post.changed(**empty)


_WRITTEN = ("text", "title", "link", "first_comment", "campaign", "tags", "name", "gloss", "notes")


def _about(entry: LogEntry) -> str:
    at = entry.at.astimezone().replace(tzinfo=None)
    when = f"{day_name(at.date(), 'long')}, {clock(at)}"
    parts = (entry.post, entry.who, when, entry.origin)
    return " · ".join(filter(None, parts))


def _button(name: str, words: str) -> QPushButton:
    button = QPushButton(words)
    button.setObjectName(name)
    button.setAutoDefault(False)
    return button
