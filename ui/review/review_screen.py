"""The review screen: one post whole, and a box that opens only when all of it has been seen."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QImage, QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.commands.hashtags import confirm_hashtags_of
from app.commands.review_queue import Waiting, Whose
from app.commands.views import CalendarView
from app.domain.change import ChangeSet
from app.domain.hold import HoldId
from app.domain.person import NOBODY, Person
from app.domain.post import PostId
from app.errors import AppError
from app.wording import _
from ui.jobs import Jobs
from ui.operations import Command, Operations
from ui.review.empty_queue import EmptyQueue
from ui.review.given import GivenApproval, GivenNo, GivenSuggestion
from ui.review.outside import Outside
from ui.review.queue_panel import QueuePanel
from ui.review.reading_desk import ReadingDesk
from ui.review.review_head import ReviewHead
from ui.review.verdicts import approving, saying_no, suggesting
from ui.talk.talk_panel import TalkPanel
from ui.theme import Theme
from ui.widgets.loaded_pictures import load_pictures

if TYPE_CHECKING:  # the reader is handed in; its modules are loaded by whoever opens the file
    from app.commands.reader import Reader

QUEUE_BESIDE_FROM = 1000
"""Pixels of width from which the queue stands beside the post without being asked."""
MOST_READ_AGAIN = 60
"""More posts than that are read again with the whole queue."""
LARGEST_PICTURE = QSize(2400, 6000)


@dataclass(frozen=True, slots=True)
class AfterHold:
    """What the queue is limited to: the posts that a lifted hold had caught."""

    hold: HoldId
    target: str
    """What the hold covered, as people say it."""


class ReviewScreen(QWidget):
    """Reads posts one after the other; every tick stands for one post that was seen whole.

    `closed` asks for the calendar; `post_opened` carries the id of a post for the panel.
    """

    closed = Signal()
    post_opened = Signal(str)

    def __init__(
        self,
        reader: "Reader",
        operations: Operations,
        jobs: Jobs,
        calendar: CalendarView,
        theme: Theme,
    ) -> None:
        super().__init__()
        self.setObjectName("review_screen")
        self._reader = reader
        self._operations = operations
        self._jobs = jobs
        self._calendar = calendar
        self._person: Person | None = operations.me
        self._queue: tuple[PostId, ...] = ()
        self._limit: AfterHold | None = None
        self._is_stale = True
        self._wants_queue: bool | None = None
        self._outside = Outside()
        self._head = ReviewHead(theme)
        self._panel = QueuePanel(calendar, theme, clock=reader.clock)
        self._panel.hide()
        self._desk = ReadingDesk(theme, TalkPanel(operations, theme, clock=reader.clock))
        self._empty = EmptyQueue(theme)
        self._lay_out()
        self._connect()
        self._show_nothing()

    def open_queue(self, limit: AfterHold | None = None) -> None:
        """Show the post that is most worth reading now: of all, or of what a hold had caught."""
        self._limit = limit
        self._panel.show_limited(limit is not None)
        self._refresh_queue()
        self._open_first()

    def show_post(self, post_id: PostId) -> None:
        """Show a post, whether it waits for a review or not."""
        is_same = self._desk.view is not None and self._desk.view.post.id == post_id
        if self._is_stale:
            self._refresh_queue()
        try:
            view = self._reader.post(post_id)
            history = self._reader.history(post_id)
            twins = self._reader.twins(view.post) if view.siblings else ()
        except AppError as problem:
            self._desk.tell(str(problem))
            return
        self._head.show_post(view)
        self._head.set_filled(True)
        self._desk.show_post(view, history, self._calendar, self._person, twins)
        self._empty.hide()
        self._desk.show()
        self._panel.set_current(post_id)
        self._count()
        digests = [picture.digest for picture in view.pictures]
        load_pictures(
            self._jobs,
            self._reader,
            digests,
            LARGEST_PICTURE,
            partial(self._on_images, view.post.fingerprint),
        )
        if not (
            self._panel.has_focus or self._desk.is_typed_in or (is_same and self._desk.has_keys)
        ):
            self._desk.focus_post()

    def suggest(self) -> None:
        """Ask for other words of the post that is read."""
        self._desk.suggest()

    def next_post(self) -> None:
        """Go on to the next post of the queue."""
        self._walk(1)

    def previous_post(self) -> None:
        """Go back to the post before."""
        self._walk(-1)

    def on_changed(self, changes: ChangeSet) -> None:
        """Read again what a command has changed, now or as soon as the screen is shown."""
        if changes.everything:
            self.set_calendar(self._reader.calendar())
        if not self.isVisible():
            self._is_stale = True
            return
        self._update_queue(changes)
        view = self._desk.view
        if view is None:
            return
        if changes.everything or self._desk.ids & changes.touched:
            before = view.post.fingerprint
            self.show_post(view.post.id)
            self._tell_if_changed(before)

    def set_calendar(self, calendar: CalendarView) -> None:
        """Take other people, markets and holds."""
        self._calendar = calendar
        self._panel.set_calendar(calendar)

    def set_person(self, person: Person | None) -> None:
        """Start anew for another person: what one has read does not count for the other."""
        if person == self._person:
            return
        post_id = self._desk.view.post.id if self._desk.view else None
        self._person = person
        self._desk.forget()
        self._is_stale = True
        if self.isVisible() and post_id is not None:
            self.show_post(post_id)

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        for part in (self._head, self._panel, self._desk, self._empty):
            part.set_theme(theme)
        if self._desk.view is not None:
            self.show_post(self._desk.view.post.id)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not self._is_stale:
            return
        self._refresh_queue()
        if self._desk.view is not None:
            self.show_post(self._desk.view.post.id)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_queue()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._desk.has_lost_a_line and event.key() != Qt.Key.Key_Escape:
            return  # words for a line that has just gone are no commands
        is_shifted = event.modifiers() == Qt.KeyboardModifier.ShiftModifier
        if event.modifiers() and not is_shifted:
            super().keyPressEvent(event)
            return
        match event.key():
            case Qt.Key.Key_Space if not event.isAutoRepeat():
                self._desk.turn_back() if is_shifted else self._desk.turn_page()
            case Qt.Key.Key_J | Qt.Key.Key_N if not is_shifted:
                self.next_post()
            case Qt.Key.Key_K | Qt.Key.Key_P if not is_shifted:
                self.previous_post()
            case Qt.Key.Key_Escape:
                if not (self._desk.put_message_away() or self._desk.leave_field()):
                    self.closed.emit()
            case key if is_shifted or not self._desk.take_letter(Qt.Key(key)):
                super().keyPressEvent(event)

    def _lay_out(self) -> None:
        beside = QHBoxLayout()
        beside.setSpacing(0)
        beside.addWidget(self._panel)
        beside.addWidget(self._desk, 1)
        beside.addWidget(self._empty, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._head)
        column.addLayout(beside, 1)

    def _connect(self) -> None:
        self._operations.person_changed.connect(self.set_person)
        self._head.next_wanted.connect(self.next_post)
        self._head.previous_wanted.connect(self.previous_post)
        self._head.queue_wanted.connect(self._on_queue_wanted)
        self._head.close_wanted.connect(self.closed)
        self._head.whole_queue_wanted.connect(self.open_queue)
        self._head.panel_wanted.connect(self._on_panel_wanted)
        self._empty.close_wanted.connect(self.closed)
        self._empty.whole_wanted.connect(self.open_queue)
        self._empty.others_wanted.connect(self._on_others_wanted)
        self._panel.post_chosen.connect(self.show_post)
        self._panel.whose_chosen.connect(self._on_whose_chosen)
        self._panel.ordered.connect(self._show_queue)
        self._desk.sibling_wanted.connect(self.show_post)
        self._desk.open_wanted.connect(self._on_open_wanted)
        self._desk.approved.connect(self._on_approved)
        self._desk.said_no.connect(self._on_said_no)
        self._desk.suggested.connect(self._on_suggested)
        self._desk.hashtags_seen.connect(self._on_hashtags_seen)

    def _refresh_queue(self) -> None:
        self._is_stale = False
        found = self._read_queue(self._person) if self._person else ()
        self._panel.set_posts(found, self._person.id if self._person else NOBODY)
        self._show_queue()

    def _update_queue(self, changes: ChangeSet) -> None:
        """Read again what was touched; all of it where that is much, or a part was used up."""
        known, touched, person = self._panel.found, changes.touched, self._person
        is_much = changes.everything or len(touched) > MOST_READ_AGAIN
        if is_much or person is None or self._limit is not None or len(known) <= 1:
            self._refresh_queue()
        elif touched:
            found = self._reader.queue_again(person, self._panel.whose, known, touched)
            self._panel.set_posts(found, person.id)
            self._show_queue()

    def _show_queue(self) -> None:
        self._queue = self._panel.ids
        self._panel.set_current(self._desk.view.post.id if self._desk.view else None)
        self._place_queue()
        self._count()

    def _read_queue(self, person: Person) -> tuple[Waiting, ...]:
        if self._limit is None:
            return self._reader.review_queue(person, self._panel.whose)
        return self._reader.queue_after_hold(person, self._limit.hold)

    def _place_queue(self) -> None:
        is_wanted = self._wants_queue
        if is_wanted is None:
            is_wanted = self.width() >= QUEUE_BESIDE_FROM
        self._panel.setVisible(is_wanted)
        self._head.show_queue_state(self._panel.isVisibleTo(self))

    def _on_whose_chosen(self) -> None:
        """Turn to another part of the queue; the post that is read stays if it is in it."""
        self._refresh_queue()
        if self._desk.isHidden() or self._place_in_queue() is None:
            self._open_first()

    def _on_others_wanted(self) -> None:
        self._panel.show_whose(Whose.ALL)
        self._on_whose_chosen()

    def _open_first(self) -> None:
        if self._queue:
            self.show_post(self._queue[0])
        else:
            self._show_nothing()

    def _show_nothing(self) -> None:
        self._empty.show_reason(self._limit.target if self._limit else "", self._panel.whose)
        self._head.set_filled(False)
        self._desk.hide()
        self._empty.show()
        self._count()

    def _count(self) -> None:
        limit = _("Caught by the hold: {target}") if self._limit else ""
        self._head.show_limit(limit.format(target=self._limit.target if self._limit else ""))
        place = self._place_in_queue()
        total = len(self._queue)
        if place is None:
            words = _("{total} to review").format(total=total)
        else:
            words = _("{place} of {total}").format(place=place + 1, total=total)
        self._head.set_counter(words)
        self._head.set_ways(
            has_previous=bool(total) and place != 0,
            has_next=bool(total) and place != total - 1,
        )

    def _place_in_queue(self) -> int | None:
        shown = self._desk.view.post.id if self._desk.view else None
        return self._queue.index(shown) if shown in self._queue else None

    def _walk(self, step: int) -> None:
        place = self._place_in_queue()
        wanted = 0 if place is None else place + step
        if 0 <= wanted < len(self._queue):
            self.show_post(self._queue[wanted])

    def _on_images(self, fingerprint: str, images: Mapping[str, QImage]) -> None:
        if self._desk.view is not None and self._desk.view.post.fingerprint == fingerprint:
            self._desk.show_images(images)

    def _tell_if_changed(self, before: str) -> None:
        view = self._desk.view
        if view is not None and view.post.fingerprint != before:
            self._desk.tell(
                _("{name} was changed by {who} while you read it: read the new version.").format(
                    name=view.card.name, who=self._calendar.person_name(view.post.editor)
                )
            )

    def _on_approved(self, given: GivenApproval) -> None:
        self._decide(approving(given), given.post_id)

    def _on_said_no(self, given: GivenNo) -> None:
        self._decide(saying_no(given), given.post_id)

    def _decide(self, command: Command, post_id: PostId) -> None:
        self._operations.run(
            command,
            refused=partial(self._on_refused, post_id),
            done=partial(self._go_on_after, post_id, self._next_after(post_id)),
        )

    def _on_suggested(self, given: GivenSuggestion) -> None:
        self._operations.run(suggesting(given), refused=self._desk.tell)

    def _on_hashtags_seen(self, post_id: PostId) -> None:
        self._operations.run(
            lambda session: confirm_hashtags_of(session, post_id=post_id),
            refused=partial(self._on_refused, post_id),
        )

    def _on_refused(self, post_id: PostId, sentence: str) -> None:
        """Say it at the post that it is about; beside another one it opens no box."""
        if post_id in self._desk.ids:
            self._desk.refuse(sentence, post_id)
        else:
            self._desk.tell(sentence)

    def _next_after(self, post_id: PostId) -> PostId | None:
        if post_id not in self._queue:
            return None
        place = self._queue.index(post_id)
        following = self._queue[place + 1 :] or self._queue[:place]
        return following[0] if following else None

    def _go_on_after(self, decided: PostId, following: PostId | None, _changes: ChangeSet) -> None:
        """Go on once a decision is saved, unless the reviewer has already turned elsewhere."""
        view = self._desk.view
        if view is None or decided not in self._desk.ids:
            return
        if decided == view.post.id:
            self._desk.put_no_away()
        elif not view.card.is_approved:
            return  # the post itself is still being read
        if view.card.is_approved and self._desk.has_open_twins:
            return
        if following is not None and following in self._queue:
            self.show_post(following)
        elif self._queue and self._place_in_queue() is None:
            self.show_post(self._queue[0])
        elif self._limit is not None and not self._queue:
            self._show_nothing()
        else:
            self.show_post(decided)

    def _on_queue_wanted(self, is_wanted: bool) -> None:
        self._wants_queue = is_wanted
        self._place_queue()

    def _on_panel_wanted(self) -> None:
        if self._desk.view is not None:
            self.post_opened.emit(self._desk.view.post.id)

    def _on_open_wanted(self, number: int) -> None:
        """Open a picture that cannot be shown here with the program of the computer for it."""
        view = self._desk.view
        if view is None:
            return
        picture = view.pictures[number]
        try:
            data = self._reader.media_bytes(picture.digest)
        except AppError as problem:
            self._desk.refuse(str(problem))
            return
        if self._outside.open(picture, data):
            self._desk.mark_opened(number)
        else:
            self._desk.refuse(_("No program on this computer opens this file."))
