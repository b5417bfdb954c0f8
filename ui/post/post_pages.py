"""What scrolls in the post panel: the form, the flags, the history."""

from collections.abc import Sequence

from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from app.commands.views import CalendarView, HistoryEntry, PostView
from app.domain.post import Post
from app.wording import _
from ui.post.post_form import PostForm
from ui.theme import Space, Theme
from ui.widgets.flag_list import Answer, FlagList
from ui.widgets.history_list import HistoryList
from ui.widgets.labels import Label
from ui.widgets.section import Section


class PostPages(QScrollArea):
    """The form with the flags beside its text, and the history below."""

    def __init__(self, calendar: CalendarView, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("post_pages")
        self.setAccessibleName(_("The post and its history"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.form = PostForm(calendar, theme)
        self._flags = FlagList(theme)
        self._no_flags = Label(muted=True, wraps=True)
        self._no_flags.setObjectName("no_flags")
        self._flags_of = Section(_("Flags"), "section_flags")
        self._flags_of.add(self._no_flags)
        self._flags_of.add(self._flags)
        self.form.put_after_text(self._flags_of)
        self._history = HistoryList()
        self._history_of = Section(_("History"), "section_history")
        self._history_of.add(self._history)
        inner = QWidget()
        self._column = QVBoxLayout(inner)
        self._column.setContentsMargins(Space.L, Space.M, Space.L, Space.L)
        self._column.setSpacing(Space.L)
        self._column.addWidget(self.form)
        self._column.addWidget(self._history_of)
        self._column.addStretch(1)
        self._inner = inner
        self.setWidget(inner)

    def put_before_history(self, section: QWidget) -> None:
        """Put something between the form and the history."""
        self._column.insertWidget(self._column.indexOf(self._history_of), section)

    def show_post(self, view: PostView, shown: Post, history: Sequence[HistoryEntry]) -> None:
        """Show a post with the flags of what is saved; `shown` may hold unsaved changes."""
        self.form.show_post(shown)
        self._flags.set_flags((flag, Answer.NONE) for flag in view.flags)
        self._no_flags.setText(_("Nothing was found that asks for care."))
        self._no_flags.setVisible(not view.flags)
        self._flags_of.show()
        self._history.set_entries(history)
        self._history_of.setVisible(bool(history))

    def show_new(self, blank: Post) -> None:
        """Show an empty form for a post that is still to be written."""
        self.form.show_post(blank)
        self._flags.set_flags(())
        self._no_flags.setText(_("Flags appear once the post is saved."))
        self._no_flags.show()
        self._history_of.hide()
        self.verticalScrollBar().setValue(0)

    def cover(self, *, is_waiting: bool) -> None:
        """Show nothing at all while a post is still being read."""
        self._inner.setHidden(is_waiting)

    def set_dirty(self, is_dirty: bool) -> None:
        """Say whether the flags are those of what stands in the form."""
        self._flags_of.set_title(_("Flags of the saved version") if is_dirty else _("Flags"))

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self.form.set_theme(theme)
        self._flags.set_theme(theme)
