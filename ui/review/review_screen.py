"""The review screen: one post whole, and a box that opens only when all of it has been seen."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.commands.review_queue import Waiting, Whose
from app.commands.views import CalendarView, Card, PostView
from app.domain.change import ChangeSet
from app.domain.person import NOBODY, Person
from app.domain.post import PostId
from app.wording import _
from ui.jobs import Jobs
from ui.operations import Operations
from ui.review.deciding import Deciding
from ui.review.desk_pictures import DeskPictures
from ui.review.empty_queue import EmptyQueue
from ui.review.queue_panel import QueuePanel
from ui.review.queue_place import QueuePlace
from ui.review.queue_reader import AfterHold, Known, QueueReader
from ui.review.reading_desk import ReadingDesk
from ui.review.review_head import ReviewHead
from ui.talk.talk_panel import TalkPanel
from ui.theme import Theme
from ui.whole_posts import WholePost, WholePosts

if TYPE_CHECKING:  # the reader is handed in; its modules are loaded by whoever opens the file
    from app.commands.reader import Reader

QUEUE_BESIDE_FROM = 1000
"""Pixels of width from which the queue stands beside the post without being asked."""

LOW_BELOW = 400
"""Pixels of height below which the post gets what head and box can spare."""

READ_AGAIN_MS = 1_000
"""After so long what could not be read, such as a file that was busy, is tried again."""


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
        *,
        known: Known = lambda _person: None,
    ) -> None:
        """Take what the window knows to wait for a person."""
        super().__init__()
        self.setObjectName("review_screen")
        self._reader = reader
        self._operations = operations
        self._jobs = jobs
        self._calendar = calendar
        self._person: Person | None = operations.me
        self._queue: tuple[PostId, ...] = ()
        self._posts = WholePosts(reader, jobs, self)
        self._waiting = QueueReader(reader, jobs, self, known=known)
        self._shown: WholePost | None = None
        self._next_deed: Callable[[], None] | None = None
        self._limit: AfterHold | None = None
        self._stayed_at: PostId | None = None
        self._is_stale = True
        self._wants_queue: bool | None = None
        self._head = ReviewHead(theme)
        self._panel = QueuePanel(calendar, theme, clock=reader.clock)
        self._panel.hide()
        self._desk = ReadingDesk(theme, TalkPanel(operations, theme, clock=reader.clock))
        self._pictures = DeskPictures(reader, jobs, self._desk)
        self._deciding = Deciding(operations, self._desk, self._following)
        self._empty = EmptyQueue(theme)
        self._lay_out()
        self._connect()
        self._show_nothing()

    @property
    def post(self) -> Card | None:
        """The post that lies on the desk."""
        return self._desk.view.card if self._desk.view is not None else None

    def open_queue(self, limit: AfterHold | None = None) -> None:
        """Show the post that is most worth reading now: of all, or of what a hold had caught."""
        self._limit = limit
        self._panel.show_limited(limit is not None)
        self._posts.stop_waiting()
        self._wait_for_queue()
        self._refresh_queue(then=self._open_first)

    def show_post(self, post_id: PostId) -> None:
        """Show a post, whether it waits for a review or not, as soon as it is read."""
        self._next_deed = None
        if self._is_stale:
            self._refresh_queue()
        self._posts.ask(post_id)
        if self._posts.asked is None:
            return
        if self._desk.view is not None and self._desk.view.post.id == post_id:
            self._desk.wait_for_newer()
        else:
            self._wait_for_post(post_id)

    def _show_read(self, read: WholePost) -> None:
        """Put a post on the desk as it is now."""
        view, before = read.view, self._desk.view
        was_changed = (
            before is not None
            and before.post.id == view.post.id
            and before.post.fingerprint != view.post.fingerprint
        )
        self._shown = read
        self._put(read)
        if was_changed:
            self._tell_of_change(view)
        self._read_neighbours_ahead()
        if self._posts.asked is None and not self._waiting.is_reading:
            self._do_next()

    def _put(self, read: WholePost) -> None:
        view = read.view
        is_same = self._desk.view is not None and self._desk.view.post.id == view.post.id
        self._head.show_post(view)
        self._head.set_filled(True)
        self._desk.show_post(view, read.history, self._calendar, self._person, read.twins)
        self._empty.hide()
        self._desk.show()
        self._panel.set_current(view.post.id)
        self._count()
        self._pictures.show_of(view)
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
        self._posts.follow(changes)
        if not self.isVisible():
            self._is_stale = True
            return
        self._waiting.read_again(
            self._person, self._panel.whose, self._limit, self._panel.found, changes
        )
        asked, view = self._posts.asked, self._desk.view
        if asked is not None and (changes.everything or asked in changes.touched):
            self._posts.read_again(asked)
        elif view is not None and (changes.everything or self._desk.ids & changes.touched):
            self._desk.wait_for_newer()
            self._posts.read_again(view.post.id)

    def set_calendar(self, calendar: CalendarView) -> None:
        """Take other people, markets and holds."""
        self._calendar = calendar
        self._panel.set_calendar(calendar)

    def set_person(self, person: Person | None) -> None:
        """Start anew for another person: what one has read does not count for the other."""
        if person == self._person:
            return
        post_id = self._current
        self._person = person
        self._posts.forget()
        self._desk.forget()
        self._is_stale = True
        if self._waiting.is_reading:
            self._refresh_queue()
        if post_id is not None:
            self._wait_for_post(post_id)
            if self.isVisible():
                self.show_post(post_id)
        elif self.isVisible():
            self.open_queue(self._limit)

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        for part in (self._head, self._panel, self._desk, self._empty):
            part.set_theme(theme)
        if self._shown is not None and self._desk.view is not None:
            was_outdated = self._desk.is_outdated
            self._put(self._shown)
            if was_outdated:
                self._desk.wait_for_newer()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not self._is_stale:
            return
        self._refresh_queue()
        if self._desk.view is not None:
            self._desk.wait_for_newer()
            self._posts.read_again(self._desk.view.post.id)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_queue()
        is_low = self.height() < LOW_BELOW
        for part in (self._head, self._desk):
            part.set_low(is_low=is_low)

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
        self._posts.came.connect(self._show_read)
        self._posts.refused.connect(self._on_unread)
        self._waiting.came.connect(self._on_queue)
        self._waiting.refused.connect(self._on_unread)
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
        self._deciding.decided.connect(self._on_decided)

    def _refresh_queue(self, then: Callable[[], None] | None = None) -> None:
        """Have the whole queue read beside the window; `then` is done when it is here."""
        self._is_stale = False
        self._next_deed = then or self._next_deed
        self._waiting.read(self._person, self._panel.whose, self._limit)

    def _on_queue(self, found: tuple[Waiting, ...]) -> None:
        self._panel.set_posts(found, self._person.id if self._person else NOBODY)
        self._show_queue()
        self._read_neighbours_ahead()
        if self._posts.asked is None:
            self._do_next()

    def _do_next(self) -> None:
        """Do what waited until queue and post were here."""
        deed, self._next_deed = self._next_deed, None
        if deed is not None:
            deed()

    def _show_queue(self) -> None:
        self._queue = self._panel.ids
        self._panel.set_current(self._current)
        self._place_queue()
        self._count()

    def _place_queue(self) -> None:
        is_wanted = self._wants_queue
        if is_wanted is None:
            is_wanted = self.width() >= QUEUE_BESIDE_FROM
        self._panel.setVisible(is_wanted)
        self._head.show_queue_state(self._panel.isVisibleTo(self))

    def _on_whose_chosen(self) -> None:
        """Turn to another part of the queue; the post that is read stays if it is in it.

        What comes after it is the first of that part, and not what stands below it there.
        """
        self._forget_queue()
        self._refresh_queue(then=self._open_first_unless_read)

    def _open_first_unless_read(self) -> None:
        if self._desk.isHidden() or self._place.number is None:
            self._open_first()
        else:
            self._stayed_at = self._current

    def _on_others_wanted(self) -> None:
        self._panel.show_whose(Whose.ALL)
        self._on_whose_chosen()

    def _open_first(self) -> None:
        if self._queue:
            self.show_post(self._queue[0])
        else:
            self._show_nothing()
            self._next_deed = self._open_first  # as soon as something waits

    def _wait_for_queue(self) -> None:
        """Show that it is being read; nothing can be ticked before it is here."""
        self._forget_queue()
        self._lay_open(_("One moment: what waits for a review is being looked up."))

    def _forget_queue(self) -> None:
        self._queue = ()
        self._panel.wait()
        self._count()
        self._head.set_counter("")

    def _wait_for_post(self, post_id: PostId) -> None:
        """Turn to a post that is not here yet; nothing can be ticked before it is."""
        self._lay_open(_("One moment: the post is being read."))
        self._panel.set_current(post_id)
        self._count()

    def _lay_open(self, sentence: str) -> None:
        self._head.set_filled(False)
        self._empty.hide()
        self._desk.show()
        if not self._panel.has_focus:
            self._desk.focus_post()  # before what had the keys goes
        self._desk.wait(sentence)
        self._shown = None

    def _on_unread(self, sentence: str) -> None:
        self._next_deed = None
        if self._desk.view is None:
            self._desk.wait("")
        elif self._desk.is_outdated:
            QTimer.singleShot(READ_AGAIN_MS, self, self._read_newer)
        self._desk.tell(sentence)

    def _read_newer(self) -> None:
        """Try again to show what lies there as it is now; until then nothing can be decided."""
        view = self._desk.view
        if view is not None and self._desk.is_outdated and self._posts.asked is None:
            self._posts.read_again(view.post.id)

    def _read_neighbours_ahead(self) -> None:
        """Have read what the next keys ask for: nobody waits for a post that is only turned to."""
        if self._posts.asked is None:
            self._posts.read_ahead(self._place.around)

    def _show_nothing(self) -> None:
        self._empty.show_reason(self._limit.target if self._limit else "", self._panel.whose)
        self._head.set_filled(False)
        self._desk.hide()
        self._empty.show()
        self._count()

    def _count(self) -> None:
        limit = _("Caught by the hold: {target}") if self._limit else ""
        self._head.show_limit(limit.format(target=self._limit.target if self._limit else ""))
        place = self._place
        self._head.set_counter(place.words)
        self._head.set_ways(has_previous=place.has_previous, has_next=place.has_next)

    @property
    def _place(self) -> QueuePlace:
        return QueuePlace(self._queue, self._current)

    @property
    def _current(self) -> PostId | None:
        """The post that is read, or that is waited for."""
        view = self._desk.view
        return self._posts.asked or (view.post.id if view is not None else None)

    def _walk(self, step: int) -> None:
        wanted = self._place.turned(step)
        if wanted is not None:
            self.show_post(wanted)

    def _tell_of_change(self, view: PostView) -> None:
        self._desk.tell(
            _("{name} was changed by {who} while you read it: read the new version.").format(
                name=view.card.name, who=self._calendar.person_name(view.post.editor)
            )
        )

    def _following(self, post_id: PostId) -> PostId | None:
        if post_id == self._stayed_at:
            return self._place.first_but(post_id)
        return self._place.following(post_id)

    def _on_decided(self, decided: PostId, following: PostId | None) -> None:
        """Go on once a decision is saved: at once where what comes next is plain."""
        shown = self._shown
        is_plain = shown is not None and shown.view.post.id == decided and not shown.twins
        if is_plain and following is not None and self._current == decided:
            self.show_post(following)
        elif self._posts.asked is None and not self._waiting.is_reading:
            self._go_on_after(decided, following)
        else:
            self._next_deed = self._next_deed or partial(self._go_on_after, decided, following)

    def _go_on_after(self, decided: PostId, following: PostId | None) -> None:
        """Go on after a decision, unless the reviewer has already turned elsewhere."""
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
        elif self._queue and self._place.number is None:
            self.show_post(self._queue[0])
        elif self._limit is not None and not self._queue:
            self._open_first()
        else:
            self.show_post(decided)

    def _on_queue_wanted(self, is_wanted: bool) -> None:
        self._wants_queue = is_wanted
        self._place_queue()

    def _on_panel_wanted(self) -> None:
        if self._desk.view is not None:
            self.post_opened.emit(self._desk.view.post.id)
