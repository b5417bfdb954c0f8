"""What a cell of the grid answers to Qt: its words for the eye, the ear and the pointer."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date

from PySide6.QtCore import Qt

from app.commands.dates import day_name
from app.commands.views import Card, Recall
from app.domain.observance import Observance
from ui.calendar.day_words import observance_lines, shown_names
from ui.calendar.fold_words import row_name, sum_words
from ui.calendar.lanes import DaySum, Lane
from ui.cards import ghost_words
from ui.cards.card_words import spoken, tooltip
from ui.cards.other_clock import OtherClock
from ui.widgets.tooltips import tooltip_of

CARD_ROLE = int(Qt.ItemDataRole.UserRole)


def of_card(card: Card, role: int, clock: OtherClock | None) -> object:
    """Return what a post answers; with its time in another zone where one is wanted."""
    answer = _OF_CARD.get(role)
    if answer is None:
        return None
    forms = clock.forms(card.local, card.zone) if clock else ()
    if forms and role == Qt.ItemDataRole.AccessibleTextRole:
        return f"{answer(card)}, {forms[0]}"
    if forms and role == Qt.ItemDataRole.ToolTipRole:
        return tooltip_of(f"{tooltip(card)}\n{forms[0]}")
    return answer(card)


def of_ghost(ghost: Recall, role: int) -> object:
    """Return what a ghost answers."""
    answer = _OF_GHOST.get(role)
    return answer(ghost) if answer else None


def of_sum(
    lane: Lane, day: date, total: DaySum | None, observances: Sequence[Observance], role: int
) -> str | None:
    """Return what a row that stands for many posts answers for a day."""
    words = [row_name(lane), day_name(day, "long"), *sum_words(total)]
    match role:
        case Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join([*words, *shown_names(observances)])
        case Qt.ItemDataRole.ToolTipRole:
            return tooltip_of("\n".join([" · ".join(words), *observance_lines(observances)]))
    return None


def _box(card: Card) -> Qt.CheckState:
    return Qt.CheckState.Checked if card.is_approved else Qt.CheckState.Unchecked


_OF_CARD: Mapping[int, Callable[[Card], object]] = {
    Qt.ItemDataRole.DisplayRole: lambda card: card.headline,
    Qt.ItemDataRole.AccessibleTextRole: spoken,
    Qt.ItemDataRole.AccessibleDescriptionRole: lambda card: card.text,
    Qt.ItemDataRole.ToolTipRole: lambda card: tooltip_of(tooltip(card)),
    Qt.ItemDataRole.CheckStateRole: _box,
    CARD_ROLE: lambda card: card,
}

_OF_GHOST: Mapping[int, Callable[[Recall], object]] = {
    Qt.ItemDataRole.DisplayRole: lambda ghost: ghost.headline,
    Qt.ItemDataRole.AccessibleTextRole: ghost_words.spoken,
    Qt.ItemDataRole.AccessibleDescriptionRole: lambda ghost: ghost.text,
    Qt.ItemDataRole.ToolTipRole: lambda ghost: tooltip_of(ghost_words.tooltip(ghost)),
}
