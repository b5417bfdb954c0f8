"""The posts that a hold stops as a table: one row per post."""

from collections.abc import Callable, Sequence
from datetime import datetime
from functools import partial

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from app.commands.dates import moment_seen_from, zone_name
from app.commands.session import now_utc
from app.commands.texts import network_name, stage_name
from app.commands.views import Caught
from app.wording import _
from ui.theme import Space
from ui.widgets.own_clock import own_time, own_zone
from ui.widgets.rows_model import Column, RowsModel
from ui.widgets.wrapping_table import WrappingTable

POST = 3
POST_LETTERS, FEWEST_LETTERS = 46, 20


class CaughtTable(WrappingTable):
    """Opens a post on a click or Enter: `post_asked` carries its PostId."""

    post_asked = Signal(object)

    def __init__(
        self, parent: QWidget | None = None, *, clock: Callable[[], datetime] = now_utc
    ) -> None:
        super().__init__(parent, wraps=False)
        self._posts = RowsModel(_columns(clock().year), self)
        self.setModel(self._posts)
        self.clicked.connect(self._on_chosen)
        self.activated.connect(self._on_chosen)

    def show_posts(self, posts: Sequence[Caught]) -> None:
        """Show other posts; who stood on a row stands on that row still."""
        row = self.currentIndex().row()
        self._posts.show_rows(posts)
        self.fit({POST: POST_LETTERS})
        self._make_room()
        if posts:
            place = self._posts.index(min(max(row, 0), len(posts) - 1), 0)
            self.selectionModel().setCurrentIndex(place, QItemSelectionModel.SelectionFlag.NoUpdate)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._make_room()

    def _make_room(self) -> None:
        """Let the words of posts recede, as far as they can, before a column leaves the view."""
        last = self.model().columnCount() - 1
        need = max(self.sizeHintForColumn(last), self.horizontalHeader().sectionSizeHint(last))
        others = sum(self.columnWidth(column) for column in range(last) if column != POST)
        letter = self.fontMetrics().averageCharWidth()
        room = self.viewport().width() - others - need - Space.S
        self.setColumnWidth(POST, max(FEWEST_LETTERS * letter, min(POST_LETTERS * letter, room)))

    def _on_chosen(self, index: QModelIndex) -> None:
        self.post_asked.emit(self._posts.row(index.row()).card.id)


def _columns(this_year: int) -> tuple[Column[Caught], ...]:
    """Return the columns; what does not go out in this year says in which."""
    return (
        Column(_("Local time"), partial(_when, this_year), partial(_about_time, this_year)),
        Column(_("Market"), lambda one: one.market),
        Column(_("Channel"), lambda one: one.card.channel.name, _account),
        Column(_("Post"), lambda one: f"{one.card.name}  {one.card.headline}", _whole_text),
        Column(_("Before the hold"), _stage),
    )


def _when(this_year: int, caught: Caught) -> str:
    return moment_seen_from(this_year, caught.local) if caught.local else _("no date")


def _about_time(this_year: int, caught: Caught) -> str:
    """Return the time with its zone, and what the own clock shows then."""
    if caught.local is None:
        return _when(this_year, caught)
    zone = caught.card.zone
    there = f"{moment_seen_from(this_year, caught.local)} {zone_name(zone, caught.local)}"
    return "\n".join(filter(None, (there, own_time(caught.local, zone, own_zone()))))


def _account(caught: Caught) -> str:
    channel = caught.card.channel
    return " · ".join(filter(None, (network_name(channel.network), channel.name, channel.handle)))


def _whole_text(caught: Caught) -> str:
    return caught.card.text


def _stage(caught: Caught) -> str:
    return _("Cancelled") if caught.card.is_cancelled else stage_name(caught.stage_before)
