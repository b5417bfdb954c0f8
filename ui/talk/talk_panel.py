"""All that is said about one post, with what a person can say to it."""

from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.commands import comments, suggestions
from app.commands.assignments import assign_review
from app.commands.people import in_the_name_of
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
Place = tuple[PersonId, PostId]

SOON_MS = 800
"""What is typed waits so long at most until it is on its way to the calendar."""


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
        self._words: dict[Place, str] = {}
        self._to_keep: dict[Place, str] = {}
        self._kept: dict[Place, str] = {}
        self._soon = QTimer(self, singleShot=True, interval=SOON_MS)
        self._soon.timeout.connect(self._keep)
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
        operations.person_changed.connect(self._on_person)
        operations.closing.connect(self._keep)
        self._asked.chosen.connect(self._on_asked)
        self._suggested.accepted.connect(self._on_accepted)
        self._suggested.declined.connect(self._on_declined)
        self._suggested.taken_back.connect(self._on_taken_back)
        self._remarks.typed.connect(self._on_typed)
        self._remarks.said.connect(self._on_said)
        self._remarks.settled.connect(self._on_settled)

    def show_post(self, view: PostView, calendar: CalendarView) -> None:
        """Show what was said about a post; of the same post, what somebody types stays."""
        before = self._view
        self._view, self._calendar = view, calendar
        if before is None or before.post.id != view.post.id:
            self._suggested.fold()
            self._remarks.fold(self._unsent)
        elif self._is_said_since(before):
            self._remarks.input.clear()
        self._put(self._operations.me)
        self.show()

    def show_nothing(self) -> None:
        """Leave all of it away: there is no post yet."""
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

    @property
    def _place(self) -> Place | None:
        """Who types about which post."""
        me, view = self._operations.me, self._view
        return (me.id, view.post.id) if me is not None and view is not None else None

    @property
    def _unsent(self) -> str:
        """What this person has typed about the post and not sent; before a crash, too."""
        if self._place is None or self._view is None:
            return ""
        person, _post = self._place
        unsent = self._view.talk.unsent.get(person, "")
        self._kept.setdefault(self._place, unsent)
        return self._words.setdefault(self._place, unsent)

    def _is_said_since(self, before: PostView) -> bool:
        """Tell whether what stands in the field was sent meanwhile, from here or from elsewhere."""
        me, view, words = self._operations.me, self._view, self._remarks.input.toPlainText().strip()
        return (
            view is not None
            and me is not None
            and any(
                comment.author == me.id and comment.text == words
                for comment in view.talk.comments[len(before.talk.comments) :]
            )
        )

    def _on_person(self, me: Person | None) -> None:
        self._remarks.fold(self._unsent)
        self._put(me)

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
        base = self._view.talk.assignment if self._view is not None else None
        self._run(partial(assign_review, assignee=person, decide_by=at, base=base))

    def _on_accepted(self, suggestion: Suggestion) -> None:
        self._settle(
            lambda: self._run(partial(suggestions.accept_suggestion, suggestion_id=suggestion.id))
        )

    def _on_declined(self, suggestion: Suggestion, note: str) -> None:
        self._run(partial(suggestions.decline_suggestion, suggestion_id=suggestion.id, note=note))

    def _on_taken_back(self, suggestion: Suggestion) -> None:
        self._run(partial(suggestions.take_back_suggestion, suggestion_id=suggestion.id))

    def _on_typed(self, words: str) -> None:
        if self._place is not None:
            self._note(self._place, words)

    def _note(self, place: Place, words: str) -> None:
        if words != self._words.get(place, ""):
            self._words[place] = self._to_keep[place] = words
            if not self._soon.isActive():
                self._soon.start()

    def _keep(self) -> None:
        """Have the calendar keep what was typed, so that a crash takes no word away."""
        for place, words in self._to_keep.items():
            person, post_id = place
            self._operations.run(
                partial(
                    comments.keep_unsent,
                    post_id=post_id,
                    person=person,
                    words=words,
                    known=self._kept.get(place, ""),
                )
            )
            self._kept[place] = words
        self._to_keep.clear()

    def _on_said(self, words: str) -> None:
        then = partial(self._forget_said, self._place, words)
        self._run(partial(comments.add_comment, text=words), then=then)

    def _forget_said(self, place: Place | None, words: str) -> None:
        """Empty the field, unless something else stands there by now."""
        if place is None or self._words.get(place) != words:
            return
        self._note(place, "")
        if place == self._place:
            self._remarks.input.clear()

    def _on_settled(self, comment: Comment, is_resolved: bool) -> None:
        command = comments.resolve_comment if is_resolved else comments.reopen_comment
        self._run(partial(command, comment_id=comment.id))

    def _run(self, command: Callable[..., ChangeSet], then: Then | None = None) -> None:
        if self._view is None:
            return
        about = in_the_name_of(self._operations.me, partial(command, post_id=self._view.post.id))
        self._operations.run(
            about, refused=self.refused.emit, done=lambda _changes: then() if then else None
        )


def _section(title: str, name: str, inside: QWidget) -> Section:
    section = Section(title, name)
    section.add(inside)
    return section
