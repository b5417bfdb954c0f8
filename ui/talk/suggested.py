"""The edits that reviewers have suggested, each with its difference and its answer."""

from collections.abc import Iterable, Iterator

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from app.commands.texts import field_name
from app.commands.views import CalendarView
from app.domain.person import Person
from app.domain.post import Post
from app.domain.suggestion import Answer, Reply, Suggestion
from app.wording import _, ngettext
from ui.talk.reason_line import ReasonLine
from ui.theme import Space, TextRole, Theme
from ui.widgets.diff_label import DiffLabel
from ui.widgets.history_list import here
from ui.widgets.labels import Label
from ui.widgets.word_diff import word_diff


class Suggested(QWidget):
    """Open suggestions first; answered ones on a click.

    `accepted` and `taken_back` carry a suggestion, `declined` a suggestion and a word on why.
    """

    accepted = Signal(object)
    declined = Signal(object, str)
    taken_back = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("suggested")
        self._theme = theme
        self._suggestions: tuple[Suggestion, ...] = ()
        self._post: Post | None = None
        self._calendar: CalendarView | None = None
        self._me: Person | None = None
        self._rows: list[_Row] = []
        self._shows_answered = False
        self._list = QVBoxLayout()
        self._list.setSpacing(Space.M)
        self._answered = QPushButton()
        self._answered.setObjectName("show_answered")
        self._answered.setFlat(True)
        self._answered.setMinimumHeight(Space.XL)
        self._answered.clicked.connect(self._on_answered)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.S)
        column.addLayout(self._list)
        column.addWidget(self._answered, 0, Qt.AlignmentFlag.AlignLeading)

    def show_suggestions(
        self,
        suggestions: Iterable[Suggestion],
        post: Post,
        calendar: CalendarView,
        me: Person | None,
    ) -> None:
        """Show a person what was suggested for a post as it stands."""
        self._suggestions = tuple(suggestions)
        self._post, self._calendar, self._me = post, calendar, me
        self._put()

    def fold(self) -> None:
        """Show only what is open: another post stands there now."""
        self._shows_answered = False

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self._theme = theme
        self._put()

    def _put(self) -> None:
        for row in self._rows:
            self._list.removeWidget(row)
            row.hide()
            row.deleteLater()
        answered = sum(not one.is_open for one in self._suggestions)
        shown = [one for one in self._suggestions if self._shows_answered or one.is_open]
        self._rows = [
            _Row(one, self._theme, self._calendar, self._why_not(one), self._is_own(one))
            for one in shown
            if self._calendar is not None
        ]
        for row in self._rows:
            self._list.addWidget(row)
            row.show()
            row.accepted.connect(self.accepted)
            row.declined.connect(self.declined)
            row.taken_back.connect(self.taken_back)
        self._answered.setVisible(bool(answered) and not self._shows_answered)
        words = ngettext("Show {count} answered", "Show {count} answered", answered)
        self._answered.setText(words.format(count=answered))

    def _is_own(self, suggestion: Suggestion) -> bool:
        return self._me is not None and suggestion.author == self._me.id

    def _why_not(self, suggestion: Suggestion) -> str:
        """Return why this person cannot accept it; nothing where they can."""
        if self._me is None:
            return _("Choose who you are first, at the top right of the window.")
        if self._post is not None and not suggestion.fits(self._post):
            return _("The post says something else since this was suggested: edit it by hand.")
        return ""

    def _on_answered(self) -> None:
        self._shows_answered = True
        self._put()


class _Row(QWidget):
    """One suggestion: who and why, what would change, and what can be done with it."""

    accepted = Signal(object)
    declined = Signal(object, str)
    taken_back = Signal(object)

    def __init__(
        self,
        suggestion: Suggestion,
        theme: Theme,
        calendar: CalendarView,
        why_not: str,
        is_own: bool,
    ) -> None:
        super().__init__()
        self.setObjectName("suggestion")
        self._suggestion = suggestion
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.XS)
        who = calendar.person_name(suggestion.author)
        said = _("{who}, {when}").format(who=who, when=here(suggestion.at))
        column.addWidget(Label(said, TextRole.SMALL, muted=True, wraps=True))
        if suggestion.note:
            column.addWidget(Label(_("“{words}”").format(words=suggestion.note), wraps=True))
        for part in self._words(theme):
            column.addWidget(part)
        if suggestion.reply is not None:
            column.addWidget(Label(reply_words(suggestion.reply, calendar), wraps=True))
            return
        if why_not and not is_own:
            column.addWidget(Label(why_not, TextRole.SMALL, muted=True, wraps=True))
        self._why = ReasonLine(_("Why not? A few words, if you like"), _("Decline"))
        self._why.given.connect(lambda note: self.declined.emit(suggestion, note))
        column.addLayout(self._deeds(who, why_not, is_own))
        column.addWidget(self._why)

    def _words(self, theme: Theme) -> Iterator[QWidget]:
        for one in self._suggestion.words:
            yield Label(field_name(one.field).capitalize(), TextRole.SMALL, muted=True)
            yield DiffLabel(word_diff(one.before, one.after), theme)

    def _deeds(self, who: str, why_not: str, is_own: bool) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(Space.S)
        if is_own:
            back = QPushButton(_("Take it back"))
            back.setObjectName("suggestion_take_back")
            back.clicked.connect(lambda: self.taken_back.emit(self._suggestion))
            row.addWidget(back)
        else:
            accept = QPushButton(_("Accept"))
            accept.setObjectName("suggestion_accept")
            accept.setAccessibleName(_("Accept the suggestion of {who}").format(who=who))
            accept.setToolTip(why_not or _("Take these words over as an edit of yours"))
            accept.setEnabled(not why_not)
            accept.clicked.connect(lambda: self.accepted.emit(self._suggestion))
            decline = QPushButton(_("Decline…"))
            decline.setObjectName("suggestion_decline")
            decline.setAccessibleName(_("Decline the suggestion of {who}").format(who=who))
            decline.clicked.connect(self._why.open_line)
            row.addWidget(accept)
            row.addWidget(decline)
        row.addStretch(1)
        return row


def reply_words(reply: Reply, calendar: CalendarView) -> str:
    """Return who answered a suggestion, how and when."""
    words = {
        Answer.ACCEPT: _("Accepted by {who}, {when}."),
        Answer.DECLINE: _("Declined by {who}, {when}."),
        Answer.WITHDRAW: _("Taken back by {who}, {when}."),
    }[reply.answer].format(who=calendar.person_name(reply.person), when=here(reply.at))
    if not reply.note:
        return words
    return _("{what} “{words}”").format(what=words, words=reply.note)
