"""The tables of an export's preview: one row per post."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QModelIndex, Signal
from PySide6.QtWidgets import QWidget

from app.commands.dates import moment, zone_name
from app.commands.texts import network_name
from app.commands.views import CalendarView, Candidate
from app.domain.person import PersonId
from app.domain.post import PostId
from app.wording import _
from ui.widgets.rows_model import Column, RowsModel
from ui.widgets.wrapping_table import WrappingTable

POST = 3


class CandidateTable(WrappingTable):
    """One half of the preview as a table; `post_asked` carries the PostId of an opened row."""

    post_asked = Signal(object)

    def __init__(
        self, calendar: CalendarView, *, stays_in: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._post_letters = 28 if stays_in else 44
        last = _reasons() if stays_in else _approvers(calendar.person_name)
        self._candidates = RowsModel((*_columns(calendar), last), self)
        self.setModel(self._candidates)
        self.activated.connect(self._on_activated)

    def show_candidates(self, candidates: Sequence[Candidate]) -> None:
        """Show other posts, the first columns as wide as what they hold."""
        self._candidates.show_rows(candidates)
        self.fit({POST: self._post_letters})

    def _on_activated(self, index: QModelIndex) -> None:
        post_id: PostId = self._candidates.row(index.row()).card.id
        self.post_asked.emit(post_id)


def _columns(calendar: CalendarView) -> tuple[Column[Candidate], ...]:
    return (
        Column(_("Local time"), _when, _about_time),
        Column(_("Market"), lambda one: calendar.market(one.card.market).name),
        Column(_("Channel"), lambda one: one.card.channel.name, _account),
        Column(_("Post"), lambda one: f"{one.card.name}  {one.card.headline}", _whole_text),
    )


def _reasons() -> Column[Candidate]:
    return Column(_("Why it stays in"), lambda one: "\n".join(one.reasons))


def _approvers(name_of: Callable[[PersonId], str]) -> Column[Candidate]:
    return Column(_("Approved by"), lambda one: ", ".join(map(name_of, one.approvers)))


def _when(candidate: Candidate) -> str:
    return moment(candidate.card.local) if candidate.card.local else _("no date")


def _about_time(candidate: Candidate) -> str:
    card = candidate.card
    if card.local is None:
        return _when(candidate)
    return f"{moment(card.local)} · {zone_name(card.zone, card.local)}"


def _account(candidate: Candidate) -> str:
    channel = candidate.card.channel
    return " · ".join(filter(None, (network_name(channel.network), channel.handle)))


def _whole_text(candidate: Candidate) -> str:
    return candidate.card.text
