"""In which fields two versions of a post differ, word by word."""

from collections.abc import Iterable
from dataclasses import dataclass

from app.commands.texts import field_name
from app.commands.views import CalendarView
from app.domain.post import CONTENT_FIELDS, Post, changed_fields
from ui.widgets.field_words import told_apart
from ui.widgets.word_diff import Piece, word_diff


@dataclass(frozen=True, slots=True)
class Difference:
    """One field that is no longer what it was."""

    field: str
    """What people call it."""
    pieces: tuple[Piece, ...]


def differences(approved: Post, present: Post, calendar: CalendarView) -> tuple[Difference, ...]:
    """Return each field that goes out and is not as it was approved, the text first."""
    changed = [name for name in CONTENT_FIELDS if approved.value(name) != present.value(name)]
    return _told(changed, approved, present, calendar)


def all_differences(before: Post, after: Post, calendar: CalendarView) -> tuple[Difference, ...]:
    """Return each field that differs, those that never go out too, the text first."""
    return _told(changed_fields(before, after), before, after, calendar)


def _told(
    names: Iterable[str], before: Post, after: Post, calendar: CalendarView
) -> tuple[Difference, ...]:
    return tuple(
        Difference(
            field_name(name),
            word_diff(*told_apart(name, (before.value(name), after.value(name)), calendar)),
        )
        for name in sorted(names, key=lambda name: (name != "text", field_name(name)))
    )
