"""What was typed before a crash is offered as soon as the person sits there again."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject

from app.commands.drafts import Draft, Unsaved
from app.commands.reader import Reader
from app.domain.person import Person
from app.errors import AppError
from app.wording import _, ngettext
from ui.widgets.history_list import here
from ui.widgets.message_bar import MessageBar


class UnsavedDrafts(QObject):
    """Says in the bar of the window what the person typed and did not save."""

    def __init__(
        self, reader: Reader, bar: MessageBar, show: Callable[[Draft], None], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._reader = reader
        self._bar = bar
        self._show = show
        self._said = ""

    def look(self, person: Person | None) -> None:
        """Offer what this person typed last; the rest is offered where it was typed."""
        try:
            found = self._reader.unsaved(person.id) if person else ()
        except AppError as problem:  # whatever was kept there, the rest of the work goes on
            self._bar.show_refusal(str(problem))
            return
        if found:
            self._said = unsaved_words(found)
            self._bar.show_information(
                self._said, _("Show it"), partial(self._show, found[0].draft)
            )

    def say_no_more(self) -> None:
        """Take the offer away: what was typed is shown in the panel."""
        if self._said and self._bar.text == self._said:
            self._bar.dismiss()


def unsaved_words(found: tuple[Unsaved, ...]) -> str:
    """Return where a person typed something and did not save it, and when last."""
    last = found[0]
    when = here(last.draft.at) if last.draft.at else ""
    where = last.name or _("a new post")
    if len(found) == 1:
        return _("You typed in {where} on {when} and did not save it.").format(
            where=where, when=when
        )
    return ngettext(
        "You typed in {count} post and did not save it, last in {where} on {when}.",
        "You typed in {count} posts and did not save them, last in {where} on {when}.",
        len(found),
    ).format(count=len(found), where=where, when=when)
