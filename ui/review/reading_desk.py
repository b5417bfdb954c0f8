"""One post on the desk of a reviewer: the page, the box, and what connects them."""

from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtCore import QElapsedTimer, Qt, Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from app.commands.views import CalendarView, HistoryEntry, PostView
from app.domain.flag import Severity
from app.domain.person import Person
from app.domain.post import PostId
from app.wording import _
from ui.review.approvals import (
    approved_sentence,
    note_prompt,
    otherwise_said,
    still_needed,
    ways_to_say_no,
    why_no_look,
    why_not_no,
)
from ui.review.checklist import Checklist
from ui.review.decision_bar import DecisionBar, No
from ui.review.given import GivenApproval, GivenNo, GivenSuggestion
from ui.review.obstacles import obstacle
from ui.review.page_walk import PageWalk
from ui.review.post_area import PostArea
from ui.review.reading import ReadingWatch, Sight
from ui.review.reading_memory import FLAG, ReadingMemory
from ui.review.review_page import MEDIUM, TEXT, ReviewPage
from ui.review.shown import shown_of
from ui.review.suggest_dialog import SuggestDialog
from ui.review.twin_block import TwinBlock
from ui.review.typing_on import FieldInUse, field_in_use, go_on_in, is_typed_in
from ui.review.waiting_words import WaitingWords
from ui.talk.talk_panel import TalkPanel
from ui.theme import Theme
from ui.widgets.announcing import announce
from ui.widgets.message_bar import MessageBar
from ui.widgets.tab_order import tab_through

LEAST_READING_MS = 1500
"""So long a post stands before Space may tick it: whoever hammers Space reads nothing."""


class ReadingDesk(QWidget):
    """Shows one post at a time and lets its box open only when all of it has been on screen.

    `approved` carries a GivenApproval, `said_no` a GivenNo, `open_wanted` the number of a picture
    to be opened outside, `sibling_wanted` the id of another post; `hashtags_seen` the id of the
    post whose new hashtags the reviewer has looked at, `suggested` a GivenSuggestion.
    """

    approved = Signal(object)
    said_no = Signal(object)
    open_wanted = Signal(int)
    sibling_wanted = Signal(str)
    hashtags_seen = Signal(str)
    suggested = Signal(object)

    def __init__(self, theme: Theme, talk: TalkPanel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("reading_desk")
        self._talk = talk
        self._talk.setParent(self)
        self._talk.hide()
        self._theme = theme
        self._view: PostView | None = None
        self._page: ReviewPage | None = None
        self._sights: dict[str, Sight] = {}
        self._twins: tuple[TwinBlock, ...] = ()
        self._calendar: CalendarView | None = None
        self._person: Person | None = None
        self._obstacle = ""
        self._is_outdated = False
        self._left_field: FieldInUse | None = None
        self._is_armed = False
        self._stands = QElapsedTimer()
        self._since_line_went = QElapsedTimer()
        self._memory = ReadingMemory()
        self._area = PostArea()
        self._watch = ReadingWatch(self._area)
        self._watch.seen_more.connect(self._judge)
        self._message = MessageBar(theme)
        self._talk.refused.connect(self._message.show_refusal)
        self._bar = DecisionBar(theme)
        self._bar.approved.connect(self._on_approved)
        self._bar.said_no.connect(self._on_said_no)
        self._bar.suggest_wanted.connect(self.suggest)
        self._bar.note_changed.connect(self._judge)
        self._bar.note_closed.connect(self.focus_post)
        self._walk = PageWalk(self._area, self._bar)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._area, 1)
        column.addWidget(self._message)
        column.addWidget(self._bar)

    @property
    def view(self) -> PostView | None:
        """The post that lies there."""
        return self._view

    def show_post(
        self,
        view: PostView,
        history: Sequence[HistoryEntry],
        calendar: CalendarView,
        person: Person | None,
        twins: Sequence[PostView] = (),
    ) -> None:
        """Put a post on the desk; what this person has read of it in this sitting still counts.

        `twins` say exactly the same: they are read with it, and have their own flags and boxes.
        """
        is_same = self._view is not None and self._view.post.id == view.post.id
        height = self._area.verticalScrollBar().value() if is_same else 0
        note = self._bar.note.text() if is_same else ""
        field = (field_in_use(self) or self._left_field) if is_same else None
        self._left_field = None
        self._remember()
        self._view, self._person, self._calendar = view, person, calendar
        self._twins = tuple(TwinBlock(twin, calendar, person, self._theme) for twin in twins)
        approved = approved_sentence(view, calendar)
        self._obstacle = "" if approved else obstacle(view, person)
        self._is_outdated = False
        self._is_armed = False
        self._put_page(view, history, calendar, approved or self._obstacle)
        if not is_same:
            self._stands.start()
            self._message.dismiss()
        self._bar.show()
        self._bar.set_post(view.card.name, keeps_no=is_same)
        self._bar.set_ways(ways_to_say_no(view), why_not_no(person))
        self._bar.ask_for_note("" if approved or self._obstacle else note_prompt(view, person))
        self._bar.note.setText(note)
        self._area.verticalScrollBar().setValue(height)
        if approved:
            self._bar.set_approved(approved)
        self._judge()
        if not is_same:
            announce(self, f"{view.card.name} · {view.card.headline} · {self._bar.to_do}")
        if field is not None and not go_on_in(self, field):
            self.focus_post()
            if field.is_line:
                self._since_line_went.start()

    def wait(self, sentence: str) -> None:
        """Lie empty until a post comes: nothing can be answered, decided or ticked meanwhile."""
        self._remember()
        self._talk.setParent(self)  # out of the old page, which goes now
        self._talk.show_nothing()
        self._view = self._page = None
        self._twins = ()
        self._sights = {}
        self._walk.leave_page()
        self._watch.watch(())
        self._area.setWidget(WaitingWords(sentence))
        self._bar.set_checklist(Checklist(obstacle=sentence))
        self._bar.hide()
        self._message.dismiss()

    def wait_for_newer(self) -> None:
        """Keep the box shut until the post is shown as it is now; what is read stays to be read."""
        field = field_in_use(self)
        self._is_outdated = True
        self._judge()
        if field != field_in_use(self):  # it was a box, which is shut now
            self._left_field = field
            self.focus_post()

    @property
    def is_outdated(self) -> bool:
        """Whether what lies there waits to be shown as it is now."""
        return self._is_outdated

    @property
    def ids(self) -> frozenset[PostId]:
        """The posts that can be decided here: the one that lies there, and its twins."""
        own = {self._view.post.id} if self._view is not None else set()
        return frozenset(own | {twin.view.post.id for twin in self._twins})

    @property
    def has_open_twins(self) -> bool:
        """Whether a twin waits that this person could approve."""
        return any(twin.is_open for twin in self._twins)

    def show_images(self, images: Mapping[str, QImage]) -> None:
        """Show the decoded pictures of the post."""
        if self._page is not None and self._view is not None:
            self._page.set_images(self._view, images)

    def mark_opened(self, number: int) -> None:
        """Take note that a picture was opened outside."""
        if self._page is not None:
            self._page.pictures[number].mark_opened()

    def refuse(self, sentence: str, post_id: PostId | None = None) -> None:
        """Say why a decision was not taken; the box of the post, or of the twin, is open again."""
        self._message.show_refusal(sentence)
        twins = [twin for twin in self._twins if twin.view.post.id == post_id]
        (twins[0].bar if twins else self._bar).untick()
        self._judge()

    def tell(self, sentence: str) -> None:
        """Say something worth knowing beside the box."""
        self._message.show_information(sentence)

    def set_low(self, *, is_low: bool) -> None:
        """Leave the post as much room as there is."""
        self._bar.set_low(is_low=is_low)

    def put_message_away(self) -> bool:
        """Close the message or the open note, and tell whether there was one."""
        was_open = bool(self._message.text) or not self._bar.why.isHidden()
        self._message.dismiss()
        self._bar.close_note()
        return was_open

    def put_no_away(self) -> None:
        """Close the note of a no: the post has been decided."""
        if not self._bar.why.isHidden():
            self._bar.close_note()
            self.focus_post()

    def forget(self) -> None:
        """Forget what was read: another person has sat down."""
        self._view = None
        self._memory.forget()

    def suggest(self) -> None:
        """Ask for other words of the version that is read."""
        if self._view is None or self._calendar is None or self._person is None:
            return
        post = self._view.post
        dialog = SuggestDialog(self._view, self._calendar, self._person, self._theme, self)
        dialog.sent.connect(
            lambda fields, note: self.suggested.emit(
                GivenSuggestion(post.id, post.revision, fields, note)
            )
        )
        dialog.open()

    def turn_page(self) -> None:
        """Show more of the post; when all has been shown, go to what is asked for, then tick."""
        if self._view is None or self._page is None:
            return
        is_hasty = self._walk.is_hasty()
        if self._watch.unseen:
            self._walk.show_more([sight.rest() for sight in self._watch.unseen])
            return
        if is_hasty:
            return
        checklist = self._checklist()
        has_cautions = any(flag.severity >= Severity.CAUTION for flag in self._view.flags)
        is_plain = checklist.is_done and not has_cautions and not self._view.card.is_approved
        if not is_plain:
            self._walk.go_on()
        elif self._is_armed:
            self._walk.take_as_calm()
            self._bar.box.click()
        elif self._stands.elapsed() >= LEAST_READING_MS:
            self._is_armed = True
            self._judge()

    def turn_back(self) -> None:
        """Show the page before."""
        self._walk.turn_back()

    def set_theme(self, theme: Theme) -> None:
        """Take other colours; the page is made anew by the next `show_post`."""
        self._theme = theme
        for part in (self._message, self._bar, self._talk):
            part.set_theme(theme)

    @property
    def is_typed_in(self) -> bool:
        """Whether somebody types a comment, a reason or a note at this moment."""
        return is_typed_in(self)

    @property
    def has_keys(self) -> bool:
        """Whether the keys are with something that lies on it."""
        focused = QApplication.focusWidget()
        return focused is not None and focused.isEnabled() and self.isAncestorOf(focused)

    @property
    def has_lost_a_line(self) -> bool:
        """Whether the line in which somebody typed has just gone: what follows was meant for it."""
        timer = self._since_line_went
        return timer.isValid() and timer.elapsed() < LEAST_READING_MS

    def leave_field(self) -> bool:
        """Give the keys back to the post, and tell whether somebody typed in a field."""
        was_typed_in = self.is_typed_in
        if was_typed_in:
            self.focus_post()
        return was_typed_in

    def take_letter(self, key: Qt.Key) -> bool:
        """Do what a letter stands for, and tell whether it stands for anything here."""
        if self._view is None:
            return False
        if key != Qt.Key.Key_C:
            return self._bar.take_letter(key)
        self._talk.go_on_typing()
        self._area.ensureWidgetVisible(self._talk.input)
        return True

    def focus_post(self) -> None:
        """Give the keys to the post; while nobody sees it they stay where they are."""
        if self.isVisible():
            self._area.setFocus(Qt.FocusReason.OtherFocusReason)

    def _put_page(
        self,
        view: PostView,
        history: Sequence[HistoryEntry],
        calendar: CalendarView,
        why_shut: str,
    ) -> None:
        talks = self._talk.is_typed_in
        self._talk.setParent(self)  # out of the old page, which goes now
        page = ReviewPage(
            view,
            history,
            calendar,
            self._theme,
            why_shut=why_shut,
            why_no_look=why_no_look(self._person),
            is_foreign=bool(note_prompt(view, self._person)),
            talk=self._talk,
            twins=self._twins,
        )
        self._talk.show_post(view, calendar)
        page.hashtags_seen.connect(partial(self.hashtags_seen.emit, view.post.id))
        page.answers_changed.connect(self._judge)
        page.sights_changed.connect(self._watch_page)
        page.open_wanted.connect(self.open_wanted)
        page.sibling_wanted.connect(self.sibling_wanted)
        page.part_wanted.connect(lambda part: self._walk.bring_into_view(part, part.rect()))
        for twin in self._twins:
            twin.changed.connect(self._judge)
            twin.approved.connect(partial(self._on_twin_approved, twin))
        self._page = None  # nothing is judged until all of the new page is watched
        self._watch.watch(())
        self._area.setWidget(page)
        self._sights = {}
        page.answers.mark_again(is_remembrance=self._memory.is_remembrance(view))
        page.answers.give_again(self._memory.answers(view))
        for twin in self._twins:
            twin.give_again(self._memory)
        self._page = page
        self._walk.show_page(page, self._twins, is_open=not why_shut)
        self._watch_page()
        if talks:
            self._talk.go_on_typing()

    def _watch_page(self) -> None:
        """Follow what must be seen of the page as it is now; what was seen of it stays seen."""
        if self._view is None or self._page is None:
            return
        before = self._memory.seen(self._view).union(
            *(twin.seen_before(self._memory) for twin in self._twins)
        )
        for sight in self._page.sights():
            if sight.name not in self._sights and sight.name in before:
                sight.take_as_seen()
            self._sights.setdefault(sight.name, sight)
        self._watch.watch(self._sights[sight.name] for sight in self._page.sights())
        tab_through(self._area, self._page)

    def _remember(self) -> None:
        if self._view is not None and self._page is not None:
            answers = self._page.answers
            self._memory.keep(self._view, self._watch.seen, answers.given())
            self._memory.keep_remembrance(self._view, is_remembrance=answers.is_remembrance)
            for twin in self._twins:
                twin.remember(self._memory, self._watch.seen)

    def _judge(self) -> None:
        if self._view is None or self._page is None:
            return
        checklist = self._checklist()
        unseen = {sight.name: sight.unseen for sight in self._watch.unseen}
        for twin in self._twins:
            twin.judge(unseen, checklist, self._being_read)
        if self._view.card.is_approved:
            return
        self._is_armed = self._is_armed and checklist.is_done
        so_far = still_needed(self._view, as_remembrance=self._is_remembrance)
        self._bar.set_checklist(checklist, so_far, is_armed=self._is_armed)

    @property
    def _being_read(self) -> str:
        """Why nothing here can be ticked now, though it may be in a moment."""
        return _("One moment: it is being read as it is now.") if self._is_outdated else ""

    @property
    def _is_remembrance(self) -> bool:
        return self._page is not None and self._page.answers.is_remembrance

    def _checklist(self) -> Checklist:
        if self._view is None or self._page is None or self._calendar is None:
            return Checklist()
        unseen = {sight.name: sight.unseen for sight in self._watch.unseen}
        missing = [row.flag.severity for row in self._page.answers.missing]
        needs_note = bool(note_prompt(self._view, self._person))
        return Checklist(
            obstacle=self._obstacle or self._being_read,
            lines=sum(left for name, left in unseen.items() if name.startswith(TEXT)),
            pictures=sum(1 for name in unseen if name.startswith(MEDIUM)),
            flags=sum(1 for name in unseen if name.startswith(FLAG)),
            ticks=missing.count(Severity.CAUTION),
            reasons=missing.count(Severity.STOP),
            disagreement=otherwise_said(
                self._view,
                self._calendar,
                self._person,
                as_remembrance=self._is_remembrance,
            ),
            lacks_note=needs_note and not self._bar.note.text().strip(),
        )

    def _on_approved(self) -> None:
        if self._view is None or self._page is None:
            return
        if self._walk.is_hasty():
            self._bar.untick()
            return
        answers = self._page.answers
        self.approved.emit(
            GivenApproval(
                post_id=self._view.post.id,
                fingerprint=self._view.post.fingerprint,
                ticked=answers.ticked,
                reasons=answers.reasons,
                shown=shown_of(self._watch, self._view),
                remembrance=answers.is_remembrance,
                note=self._bar.note.text().strip(),
            )
        )

    def _on_twin_approved(self, twin: TwinBlock) -> None:
        if self._walk.is_hasty():
            twin.bar.untick()
        elif self._view is not None:
            shared = shown_of(self._watch, self._view)
            read = tuple(name for name in shared if name == "text" or name.startswith(MEDIUM))
            self.approved.emit(twin.given(read, self._watch.seen))

    def _on_said_no(self, way: No, note: str) -> None:
        if self._view is not None:
            post = self._view.post
            self.said_no.emit(GivenNo(post.id, post.fingerprint, way, note))
