"""The posts of a shift that a person should look at, as a table: one row per post."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from app.commands.dates import day_name
from app.commands.shifting import Foreseen
from app.wording import _
from ui.calendar.shift_words import remarks
from ui.widgets.rows_model import Column, RowsModel
from ui.widgets.wrapping_table import WrappingTable

POST = 0
POST_LETTERS = 34


class ShiftTable(WrappingTable):
    """Shows the posts of which there is something to say."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, wraps=False)
        self._posts = RowsModel(_columns(), self)
        self.setModel(self._posts)
        self.setAccessibleName(_("Posts to look at before they move"))

    def show_posts(self, posts: Sequence[Foreseen]) -> None:
        """Show other posts."""
        self._posts.show_rows(posts)
        self.fit({POST: POST_LETTERS})


def _columns() -> tuple[Column[Foreseen], ...]:
    return (
        Column(_("Post"), lambda one: f"{one.card.name}  {one.card.headline}"),
        Column(_("From"), lambda one: day_name(one.card.day, "short") if one.card.day else ""),
        Column(_("To"), lambda one: day_name(one.day, "short")),
        Column(_("What to know"), lambda one: " · ".join(remarks(one))),
    )
