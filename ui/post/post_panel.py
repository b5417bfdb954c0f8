"""The panel in which a post is written and changed, beside the calendar."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QImage, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.commands.drafts import Draft
from app.commands.views import CalendarView, HistoryEntry
from app.domain.change import ChangeSet
from app.domain.market import MarketId
from app.domain.post import Post, PostId
from app.errors import AppError
from app.wording import _
from ui.jobs import Jobs
from ui.operations import Operations
from ui.post.approval_line import ApprovalLine
from ui.post.approval_words import Effect, Foretold, foretell
from ui.post.deeds import Deeds
from ui.post.draft_keeper import DraftKeeper
from ui.post.opening import Opening
from ui.post.picture_adding import PictureAdding
from ui.post.post_head import PostHead
from ui.post.post_pages import PostPages
from ui.post.repeating import Repeating
from ui.post.save_bar import SaveBar, saved_at
from ui.post.saver import Saver, Then, blank_post
from ui.post.siblings import Siblings
from ui.post.two_people import TwoPeople
from ui.post.unsaved import Unsaved, typed_upon
from ui.post.writing import Writing
from ui.talk.difference_dialog import DifferenceDialog
from ui.talk.ending_line import EndingLine
from ui.talk.talk_panel import TalkPanel
from ui.theme import Theme
from ui.whole_posts import WholePost
from ui.widgets.loaded_pictures import load_pictures
from ui.widgets.message_bar import MessageBar

if TYPE_CHECKING:  # the reader is handed in; its modules are loaded by whoever opens the file
    from app.commands.reader import Reader

WIDTH = 400
PICTURE = QSize(480, 480)
"""Large enough for the preview beside the text."""


class PostPanel(QWidget):
    """Shows one post to be changed; edits collect here until they are saved.

    Ctrl+S or the button saves; turning to another post or closing saves too, which Undo takes back.
    `closed` tells that the panel is done, `review_requested` carries the id of a post to be read,
    `post_shown` the id of a post that the panel turned to by itself, such as a new copy,
    `draft_shown` tells that words which were not saved are offered again.
    """

    closed = Signal()
    review_requested = Signal(str)
    post_shown = Signal(str)
    draft_shown = Signal()

    def __init__(
        self,
        reader: "Reader",
        operations: Operations,
        jobs: Jobs,
        calendar: CalendarView,
        theme: Theme,
    ) -> None:
        super().__init__()
        self.setObjectName("post_panel")
        self._reader = reader
        self._jobs = jobs
        self._calendar = calendar
        self._theme = theme
        self._head = PostHead(theme)
        self._approval = ApprovalLine(theme)
        self._ending = EndingLine(theme)
        self._pages = PostPages(calendar, theme)
        self._message = MessageBar(theme)
        self._bar = SaveBar(theme)
        self._saver = Saver(operations, self._pages.form.values, self._refresh, self)
        self._drafts = DraftKeeper(reader, operations, self._saver, self)
        self._opening = Opening(reader, jobs, self._saver, self._drafts, self)
        self._unsaved = Unsaved(
            self._saver,
            self._drafts,
            self._pages.form,
            self._message,
            read_again=self._refresh,
            theme=theme,
            panel=self,
        )
        self._deeds = Deeds(self._head, self._saver, operations, self)
        self._pictures = PictureAdding(self._saver, operations, jobs, self)
        self._repeating = Repeating(reader, jobs, self._saver, operations, self)
        self._two_people = TwoPeople(
            self._saver,
            self._pages.form,
            self._message,
            calendar=calendar,
            theme=theme,
            panel=self,
        )
        self._siblings = Siblings(
            reader, jobs, self._saver, calendar=calendar, theme=theme, panel=self
        )
        self._pages.put_before_history(self._siblings.list)
        self._talk = TalkPanel(operations, theme, settle=self._saver.settle)
        self._pages.form.put_after_text(self._talk.suggestions)
        self._pages.put_before_history(self._talk)
        self._parts = (
            self._head,
            self._approval,
            self._ending,
            self._unsaved.bar,
            self._pages,
            self._message,
            self._siblings.line,
            self._bar,
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part in self._parts:
            column.addWidget(part)
        column.setStretchFactor(self._pages, 1)
        self._connect(operations)

    @property
    def post_id(self) -> PostId | None:
        """The post that is shown; nothing while a new one is written or the panel is empty."""
        view = self._saver.writing.view if self._saver.writing else None
        return view.post.id if view else None

    @property
    def has_unsaved_changes(self) -> bool:
        """Whether something was changed and is not saved yet; not what is only offered again."""
        return self._saver.is_saving or bool(self._saver.to_save())

    def sizeHint(self) -> QSize:
        return QSize(WIDTH, 720)

    def show_post(self, post_id: PostId) -> None:
        """Save what is unsaved, then show this post as soon as it is read."""
        self._opening.turn_to(post_id)

    def show_talk(self) -> None:
        """Bring what is said about the post into view, as soon as it is read and laid out."""
        self._opening.when_open(self._bring_talk)

    def new_post(self, market_id: MarketId, day: date | None) -> None:
        """Save what is unsaved, then begin a post on a day of a market, or in its tray."""
        self._saver.settle(partial(self._begin, market_id, day))

    def write(self) -> None:
        """Give the keys to the text of the post that is shown."""
        self._pages.form.text.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_draft(self, draft: Draft) -> None:
        """Save what is unsaved, then show what the person typed earlier and did not save."""
        if draft.key == self._drafts.key:
            return
        if draft.is_new:
            self._saver.settle(partial(self._begin, draft.market, None, draft))
        else:
            self._opening.open(draft.key)

    def compare_versions(self) -> None:
        """Show all versions of the post's idea side by side."""
        self._siblings.compare()

    def save(self) -> None:
        """Save what is unsaved, also what was only offered."""
        self._unsaved.take_up()
        self._saver.settle(None)

    def save_then(self, then: Then) -> None:
        """Save what is unsaved and go on when it is saved; a refusal is shown and ends it."""
        self._saver.settle(then)

    def leave(self) -> None:
        """Save what is unsaved, then let the panel be closed."""
        self._saver.settle(self._close)

    def on_changed(self, changes: ChangeSet) -> None:
        """Show what a command has changed, without losing what is unsaved."""
        if changes.everything:
            self.set_calendar(self._reader.calendar())
        if changes.everything or self.post_id in changes.touched:
            self._refresh()

    def set_calendar(self, calendar: CalendarView) -> None:
        """Take other people, markets and channels."""
        self._calendar = calendar
        for part in (self._pages.form, self._two_people, self._siblings):
            part.set_calendar(calendar)

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self._theme = theme
        for part in (*self._parts, self._siblings, self._two_people, self._talk):
            part.set_theme(theme)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
        elif self._message.text:
            self._message.dismiss()
        else:
            self.leave()

    def _connect(self, operations: Operations) -> None:
        self._opening.opened.connect(self._open)
        self._opening.waiting.connect(self._show_waiting)
        self._opening.refused.connect(self._message.show_refusal)
        self._head.close_wanted.connect(self.leave)
        self._head.repeat_wanted.connect(self._repeating.start)
        self._ending.difference_wanted.connect(self._show_difference)
        for part in (self._deeds, self._pictures, self._siblings, self._repeating, self._talk):
            part.refused.connect(self._message.show_refusal)
        self._deeds.cancelled.connect(self._close)
        self._deeds.copied.connect(self._turn_to)
        self._deeds.review_wanted.connect(self.review_requested)
        self._siblings.opened.connect(self._turn_to)
        self._two_people.settled.connect(self._on_edited)
        self._two_people.put_away.connect(self._unsaved.offer_back)
        self._pages.form.edited.connect(self._on_edited)
        self._pages.form.pictures.file_wanted.connect(self._pictures.choose)
        self._saver.started.connect(self._bar.set_saving)
        self._saver.saved.connect(self._on_saved)
        self._saver.refused.connect(self._on_not_saved)
        self._drafts.kept.connect(self._tell_state)
        operations.person_changed.connect(self._opening.offer_to_another)
        self._bar.save_wanted.connect(self.save)
        self._bar.discard_wanted.connect(self._unsaved.put_away)
        self._bar.keys_left.connect(self._go_on_typing)
        self._unsaved.changed.connect(self._tell_unsaved)
        self._unsaved.offered.connect(self.draft_shown)
        self._drafts.not_kept.connect(self._bar.set_not_kept)
        shortcut = QShortcut(QKeySequence(QKeySequence.StandardKey.Save), self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(self.save)

    # --- showing -----------------------------------------------------------------------------

    def _show_waiting(self) -> None:
        self._saver.writing = None
        self._drafts.end()
        self._unsaved.offer(None)
        self._head.show_waiting()
        self._cover(is_waiting=True)

    def _cover(self, *, is_waiting: bool) -> None:
        self._pages.cover(is_waiting=is_waiting)
        self._bar.setHidden(is_waiting)
        if is_waiting:
            for part in (self._approval, self._ending, self._siblings.line):
                part.hide()

    def _open(self, whole: WholePost, draft: Draft | None) -> None:
        self._message.dismiss()
        view = whole.view
        writing = Writing(typed_upon(view, draft), view)
        shown = writing.take_in(view, draft.values) if draft else view.post
        self._saver.writing = writing
        self._drafts.begin(view.post.id, draft)
        self._bar.set_clean("")
        self._cover(is_waiting=False)
        self._show(shown, whole.history)
        self._unsaved.offer(draft)
        self._two_people.tell()

    def _begin(self, market_id: MarketId, day: date | None, draft: Draft | None = None) -> None:
        self._opening.stop()
        market = self._calendar.market(market_id)
        channels = self._calendar.channels_of(market_id)
        self._message.dismiss()
        if not channels:
            self._message.show_refusal(
                _("{market} has no channel yet: add one in the settings.").format(
                    market=market.name
                )
            )
            return
        blank = blank_post(market, channels[0].id, day)
        self._saver.writing = Writing(blank)
        self._cover(is_waiting=False)
        self._drafts.begin(draft=draft)
        self._pages.show_new(blank.changed(**draft.values) if draft else blank)
        self._head.show_new(market)
        self._talk.show_nothing()
        self._ending.show_post(None)
        self._tell_state()
        self._unsaved.offer(draft)
        self.write()

    def _on_edited(self) -> None:
        self._unsaved.take_up()
        self._tell_unsaved()

    def _tell_unsaved(self) -> None:
        self._drafts.note()
        self._tell_state()

    def _refresh(self) -> None:
        """Read the post again and lay what is unsaved over it."""
        writing, post_id = self._saver.writing, self.post_id
        if writing is None or post_id is None:
            return
        try:
            view = self._reader.post(post_id)
            history = self._reader.history(post_id)
        except AppError as problem:
            self._message.show_refusal(str(problem))
            return
        self._show(writing.take_in(view, self._pages.form.values()), history)
        self._two_people.tell()

    def _show(self, shown: Post, history: Sequence[HistoryEntry]) -> None:
        view = self._saver.writing.view if self._saver.writing else None
        if view is None:
            return
        self._head.show_post(view, self._calendar)
        self._pages.show_post(view, shown, history)
        self._talk.show_post(view, self._calendar)
        self._ending.show_post(view)
        self._tell_state()
        load_pictures(
            self._jobs,
            self._reader,
            [picture.digest for picture in view.pictures],
            PICTURE,
            self._on_thumbnails,
        )

    def _go_on_typing(self) -> None:
        """Put the keyboard back where it was before Save: the next key is meant for no button."""
        before = self._pages.focusWidget()
        (self._pages.form.text if before is None else before).setFocus()

    def _bring_talk(self) -> None:
        part = self._talk if self._talk.suggestions.isHidden() else self._talk.suggestions
        self._pages.ensureWidgetVisible(part, 0, self._pages.viewport().height() // 2)
        if part is self._talk:
            self._talk.go_on_typing()

    def _show_difference(self) -> None:
        view = self._saver.writing.view if self._saver.writing else None
        if view is not None:
            DifferenceDialog(view, self._calendar, self._theme, self).open()

    def _on_thumbnails(self, images: Mapping[str, QImage]) -> None:
        self._pages.form.set_images(images)

    def _tell_state(self) -> None:
        writing = self._saver.writing
        if writing is None or self._saver.is_saving:
            return
        changes = self._saver.changes()
        self._pages.set_dirty(bool(changes))
        self._siblings.tell(writing.view, changes)
        self._approval.tell(
            foretell(writing.view, writing.base, changes, self._calendar)
            if writing.view
            else Foretold(Effect.NONE)
        )
        if changes:
            self._bar.set_dirty(self._drafts.kept_at)
        else:
            self._bar.set_clean("" if writing.view else _("Nothing written yet"))

    # --- saving ------------------------------------------------------------------------------

    def _on_saved(self, changes: ChangeSet) -> None:
        was_new = self.post_id is None
        if was_new and self._saver.writing is not None:
            (post_id,) = changes.posts
            view = self._reader.post(post_id)
            shown = self._saver.writing.take_in(view, self._pages.form.values())
            self._show(shown, self._reader.history(post_id))
        else:
            self._refresh()
        if not self.has_unsaved_changes:
            self._bar.set_clean(saved_at(datetime.now()))  # noqa: DTZ005 - the reader's own clock
        if was_new and not self._saver.is_going_on:
            self.post_shown.emit(self.post_id)

    def _on_not_saved(self, sentence: str) -> None:
        self._refresh()
        self._message.show_refusal(sentence)
        self._tell_state()

    # --- turning to something else -----------------------------------------------------------

    def _turn_to(self, post_id: PostId) -> None:
        self.show_post(post_id)
        self.post_shown.emit(post_id)

    def _close(self) -> None:
        self._opening.stop()
        self._saver.writing = None
        self._drafts.end()
        self.closed.emit()
