"""All that is said about one post, with what a person can say to it."""

from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.commands import comments, suggestions
from app.commands.assignments import assign_review
from app.commands.views import CalendarView, PostView
from app.domain.change import ChangeSet
from app.domain.comment import Comment
from app.domain.person import Person, PersonId
from app.domain.post import PostId
from app.domain.suggestion import Suggestion
from app.wording import _
from ui.operations import Operations
from ui.talk.asked import Asked
from ui.talk.comment_input import CommentInput
from ui.talk.remarks import Remarks
from ui.talk.suggested import Suggested
from ui.theme import Space, Theme
from ui.widgets.section import Section

Then = Callable[[], None]


def now_utc() -> datetime:
    """Return the present moment in UTC."""
    return datetime.now(UTC)


def _at_once(then: Then) -> None:
    then()


class TalkPanel(QWidget):
    """Who is asked, what was suggested and what was said; `refused` carries a sentence."""

    refused = Signal(str)

    def __init__(
        self,
        operations: Operations,
        theme: Theme,
        *,
        settle: Callable[[Then], None] = _at_once,
        clock: Callable[[], datetime] = now_utc,
        parent: QWidget | None = None,
    ) -> None:
        """`settle` saves what is unsaved before words are taken over, and goes on then."""
        super().__init__(parent)
        self.setObjectName("talk_panel")
        self._operations = operations
        self._settle = settle
        self._clock = clock
        self._view: PostView | None = None
        self._calendar: CalendarView | None = None
        self._unsent: dict[PostId, str] = {}
        self._asked = Asked()
        self._suggested = Suggested(theme)
        self._remarks = Remarks()
        self._asked_of = _section(_("Who decides, and by when"), "section_asked", self._asked)
        self.suggestions = _section(_("Suggested edits"), "section_suggestions", self._suggested)
        self._remarks_of = _section(_("Comments"), "section_comments", self._remarks)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.L)
        for section in (self.suggestions, self._remarks_of, self._asked_of):
            column.addWidget(section)
        operations.person_changed.connect(self._put)
        self._asked.chosen.connect(self._on_asked)
        self._suggested.accepted.connect(self._on_accepted)
        self._suggested.declined.connect(self._on_declined)
        self._suggested.taken_back.connect(self._on_taken_back)
        self._remarks.said.connect(self._on_said)
        self._remarks.settled.connect(self._on_settled)

    def show_post(self, view: PostView, calendar: CalendarView) -> None:
        """Show what was said about a post; of the same post, what somebody types stays."""
        if self._view is None or self._view.post.id != view.post.id:
            self._keep_unsent()
            self._suggested.fold()
            self._remarks.fold(self._unsent.pop(view.post.id, ""))
        self._view, self._calendar = view, calendar
        self._put(self._operations.me)
        self.show()

    def show_nothing(self) -> None:
        """Leave all of it away: there is no post yet."""
        self._keep_unsent()
        self._view = None
        self.suggestions.hide()
        self.hide()

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self._suggested.set_theme(theme)

    @property
    def is_typed_in(self) -> bool:
        """Whether a comment is being typed at this moment."""
        return self._remarks.input.hasFocus()

    @property
    def input(self) -> CommentInput:
        """The field for a comment."""
        return self._remarks.input

    def go_on_typing(self) -> None:
        """Give the keys back to the comment."""
        self._remarks.input.setFocus()

    def _put(self, me: Person | None) -> None:
        view, calendar = self._view, self._calendar
        if view is None or calendar is None:
            return
        talk = view.talk
        self._asked.show_post(view, calendar, me, self._clock())
        self._asked_of.setVisible(not view.post.cancelled)
        self._suggested.show_suggestions(talk.suggestions, view.post, calendar, me)
        self.suggestions.setVisible(bool(talk.suggestions))
        self._remarks.show_comments(talk.comments, calendar, me)

    def _on_asked(self, person: PersonId, at: datetime | None) -> None:
        self._run(partial(assign_review, assignee=person, decide_by=at))

    def _on_accepted(self, suggestion: Suggestion) -> None:
        self._settle(
            lambda: self._run(partial(suggestions.accept_suggestion, suggestion_id=suggestion.id))
        )

    def _on_declined(self, suggestion: Suggestion, note: str) -> None:
        self._run(partial(suggestions.decline_suggestion, suggestion_id=suggestion.id, note=note))

    def _on_taken_back(self, suggestion: Suggestion) -> None:
        self._run(partial(suggestions.take_back_suggestion, suggestion_id=suggestion.id))

    def _keep_unsent(self) -> None:
        """Keep what was typed about the post that goes, for when it comes back."""
        words = self._remarks.input.toPlainText()
        if self._view is not None and words.strip():
            self._unsent[self._view.post.id] = words

    def _on_said(self, words: str) -> None:
        about = self._view.post.id if self._view is not None else None
        then = partial(self._forget_said, about, words)
        self._run(partial(comments.add_comment, text=words), then=then)

    def _forget_said(self, about: PostId | None, words: str) -> None:
        """Empty the field, unless something else stands there by now."""
        if about is not None and self._unsent.get(about) == words:
            del self._unsent[about]
        is_here = self._view is not None and self._view.post.id == about
        if is_here and self._remarks.input.toPlainText() == words:
            self._remarks.input.clear()

    def _on_settled(self, comment: Comment, is_resolved: bool) -> None:
        command = comments.resolve_comment if is_resolved else comments.reopen_comment
        self._run(partial(command, comment_id=comment.id))

    def _run(self, command: Callable[..., ChangeSet], then: Then | None = None) -> None:
        if self._view is None:
            return
        about = partial(command, post_id=self._view.post.id)
        self._operations.run(
            about, refused=self.refused.emit, done=lambda _changes: then() if then else None
        )


def _section(title: str, name: str, inside: QWidget) -> Section:
    section = Section(title, name)
    section.add(inside)
    return section
