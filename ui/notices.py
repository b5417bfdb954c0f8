"""What the window says for a moment: what was done, what was refused, and the way back."""

from collections.abc import Callable
from datetime import datetime
from functools import partial

from PySide6.QtGui import QAction

from app.commands.dates import clock
from app.commands.post_filter import PostFilter
from app.domain.change import ChangeSet
from app.domain.post import PostId
from app.wording import _
from ui.calendar_screen import CalendarScreen
from ui.change_words import said
from ui.dialogs import Dialogs
from ui.window_body import WindowBody


class Notices:
    """Says in the bars and toasts of a window what has just happened."""

    def __init__(
        self, body: WindowBody, screen: CalendarScreen, dialogs: Dialogs, undo: QAction
    ) -> None:
        self._body = body
        self._screen = screen
        self._dialogs = dialogs
        self._undo = undo
        self._refused = ""

    def done(self, changes: ChangeSet) -> None:
        """Say what was saved, and offer to take it back."""
        if changes.can_undo or changes.everything:
            self._body.status.show_saved(clock(datetime.now()))  # noqa: DTZ005 - the reader's own clock
        if changes.takes_back or changes.can_undo:
            self._forget_refused()
        if changes.is_setting:
            self._setting_done(changes)
        elif changes.takes_back:
            self._taken_back(changes)
        elif changes.can_undo:
            self._body.toast.show_text(said(changes), _("Undo"), self._undo.trigger)

    def is_sample(self, *, begin: Callable[[], None]) -> None:
        """Say that nothing here is real, and how to begin with what is."""
        self._body.sample_bar.show_information(
            _("You are looking at sample data: invented people, posts and approvals."),
            _("New calendar…"),
            begin,
            second=_("Import a sheet…"),
            second_act=self._dialogs.import_sheet,
            shortly=_("This is sample data."),
            stays=True,  # who opens a dialog and cancels it still looks at a sample
        )

    def refused(self, sentence: str) -> None:
        """Say why something was not done, until something else is."""
        self._refused = sentence
        self._body.bar.show_refusal(sentence)

    def person_changed(self) -> None:
        """Take away what was said to somebody else: whoever sits here now cannot take it back."""
        self._body.toast.dismiss()
        self._forget_refused()

    def endangered(self, danger: str) -> None:
        """Say that the file is not safe where it lies."""
        self._body.place_bar.show_refusal(danger, _("File and backups…"), self._dialogs.backups)

    def not_backed_up(self, why: str) -> None:
        """Say why no backup could be made."""
        self.endangered(_("No backup could be made. {why}").format(why=why))

    def filter_lifted(self, lifted: PostFilter) -> None:
        """Say why all posts are shown again, and offer the way back."""
        words = _("The filter was cleared: it hid this post.")
        back = partial(self._screen.finder.set_filter, lifted)
        self._body.toast.show_text(words, _("Filter again"), back)

    def flags_ended(self, step: int) -> None:
        """Say that no flagged post is left this way, and offer to begin anew."""
        is_onward = step > 0
        words = _("No flagged post comes later.") if is_onward else _("No flagged post is earlier.")
        way = _("From the first") if is_onward else _("From the last")
        again = partial(self._screen.flagged.begin_anew, step)
        self._body.toast.show_text(words, way, again)

    def _setting_done(self, changes: ChangeSet) -> None:
        """Say it where it was done; over the plan nothing of it is in sight, so say what it is."""
        if self._dialogs.tell(changes):
            return
        words = " · ".join((_("Settings"), said(changes)))
        if changes.takes_back:
            self._body.toast.show_text(words)
        else:
            self._body.toast.show_text(words, _("Undo"), self._undo.trigger)

    def _taken_back(self, changes: ChangeSet) -> None:
        """Lead the eye to what was taken back: in sight it is chosen, elsewhere it can be shown."""
        away = self._screen.find_again(changes.posts)
        if away is None:
            self._body.toast.show_text(said(changes))
        else:
            self._body.toast.show_text(said(changes), _("Show it"), partial(self._show, away))

    def _show(self, post_id: PostId) -> None:
        if self._body.shows_review:
            self._body.turn_to_calendar()
        self._screen.go_to_post(post_id)

    def _forget_refused(self) -> None:
        """Take away why something could not be done, once something else was."""
        if self._refused and self._body.bar.text == self._refused:
            self._body.bar.dismiss()
        self._refused = ""
