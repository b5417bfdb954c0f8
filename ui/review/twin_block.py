"""A sibling that says the same as the post above it: its own place, flags and box."""

from collections.abc import Iterator

from PySide6.QtCore import Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from app.commands.views import CalendarView, PostView
from app.domain.flag import Severity
from app.domain.person import Person
from ui.review.answers import Answers
from ui.review.approvals import approved_sentence, note_prompt, still_needed
from ui.review.checklist import Checklist
from ui.review.decision_bar import DecisionBar
from ui.review.given import GivenApproval
from ui.review.obstacles import obstacle
from ui.review.reading import Sight, WidgetSight
from ui.review.reading_memory import FLAG, ReadingMemory
from ui.review.review_head import when, where
from ui.theme import Space, TextRole, Theme
from ui.widgets.chips import StageBadge
from ui.widgets.labels import Label

PLACE = "place"
"""What the sight of where and when a twin goes out is called."""


class TwinBlock(QFrame):
    """Shows all that a twin does not share with the post that was read.

    `changed` tells that something was answered, `approved` that its own box was ticked.
    """

    changed = Signal()
    approved = Signal()

    def __init__(
        self, view: PostView, calendar: CalendarView, person: Person | None, theme: Theme
    ) -> None:
        super().__init__()
        self.setObjectName(f"twin_{view.card.name}")
        self.view = view
        self._theme = theme
        self._approved = approved_sentence(view, calendar)
        self._obstacle = "" if self._approved else obstacle(view, person)
        self._note_prompt = note_prompt(view, person)
        self._place = _place(view, theme)
        self.answers = Answers(view.flags, theme, why_shut=self._approved or self._obstacle)
        self.answers.changed.connect(self.changed)
        self.bar = DecisionBar(theme)
        self.bar.setObjectName(f"bar_{view.card.name}")
        self.bar.set_post(view.card.name)
        self.bar.set_ways(frozenset(), "")
        self.bar.ask_for_note("" if not self.is_open else self._note_prompt)
        self.bar.note_changed.connect(self.changed)
        self.bar.approved.connect(self.approved)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, Space.M, 1, Space.XS)
        column.setSpacing(Space.S)
        for part in (self._place, self.answers):
            inset = QVBoxLayout()
            inset.setContentsMargins(Space.L, 0, Space.L, 0)
            inset.addWidget(part)
            column.addLayout(inset)
        column.addWidget(self.bar)
        if self._approved:
            self.bar.set_approved(self._approved)

    @property
    def is_open(self) -> bool:
        """Whether this person can still approve it."""
        return not (self._approved or self._obstacle)

    @property
    def prefix(self) -> str:
        """What the names of its sights begin with on the page."""
        return f"twin:{self.view.post.id}:"

    def sights(self) -> Iterator[Sight]:
        """Yield what must have been on screen of it, beside what it shares."""
        if self._approved:
            return
        yield WidgetSight(f"{self.prefix}{PLACE}", self._place)
        for row in self.answers.rows:
            yield WidgetSight(f"{self.prefix}{FLAG}{row.flag.key}", row)

    def give_again(self, memory: ReadingMemory) -> None:
        """Put back what was answered before."""
        self.answers.give_again(memory.answers(self.view))

    def seen_before(self, memory: ReadingMemory) -> frozenset[str]:
        """Return the names of its sights that have been on screen in this sitting."""
        return frozenset(f"{self.prefix}{name}" for name in memory.seen(self.view))

    def remember(self, memory: ReadingMemory, seen: tuple[str, ...]) -> None:
        """Keep what has been on screen of it, and what was answered."""
        own = (name.removeprefix(self.prefix) for name in seen if name.startswith(self.prefix))
        memory.keep(self.view, own, self.answers.given())

    def judge(self, unseen: dict[str, int], shared: Checklist, being_read: str = "") -> None:
        """Open its box or shut it; `shared` says what is left of the words and pictures.

        `being_read` says why it cannot be ticked at this moment, whatever has been seen.
        """
        if self._approved:
            return
        own = [name.removeprefix(self.prefix) for name in unseen if name.startswith(self.prefix)]
        missing = [row.flag.severity for row in self.answers.missing]
        checklist = Checklist(
            obstacle=self._obstacle or being_read,
            lines=shared.lines,
            lacks_place=PLACE in own,
            pictures=shared.pictures,
            flags=sum(name.startswith(FLAG) for name in own),
            ticks=missing.count(Severity.CAUTION),
            reasons=missing.count(Severity.STOP),
            lacks_note=bool(self._note_prompt) and not self.bar.note.text().strip(),
        )
        self.bar.set_checklist(checklist, still_needed(self.view))

    def given(self, shared: tuple[str, ...], seen: tuple[str, ...]) -> GivenApproval:
        """Return its tick; `shared` is what has been on screen of the words and pictures."""
        flags = tuple(
            flag.sight for flag in self.view.flags if f"{self.prefix}{FLAG}{flag.key}" in seen
        )
        return GivenApproval(
            post_id=self.view.post.id,
            fingerprint=self.view.post.fingerprint,
            ticked=self.answers.ticked,
            reasons=self.answers.reasons,
            shown=(*shared, *flags),
            remembrance=False,
            note=self.bar.note.text().strip(),
        )

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(self._theme.border)
        painter.setBrush(self._theme.surface)
        painter.drawRoundedRect(self.rect().adjusted(0, 0, -1, -1), 8, 8)


def _place(view: PostView, theme: Theme) -> QWidget:
    """Return where and when it goes out: all that is another thing than above."""
    place = QWidget()
    first = QHBoxLayout()
    first.setSpacing(Space.S)
    first.addWidget(Label(view.card.name, TextRole.STRONG))
    first.addWidget(StageBadge(theme, view.card.stage))
    first.addStretch(1)
    column = QVBoxLayout(place)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(Space.XS)
    column.addLayout(first)
    column.addWidget(Label(when(view.card), TextRole.STRONG, wraps=True))
    column.addWidget(Label(where(view), muted=True, wraps=True))
    return place
