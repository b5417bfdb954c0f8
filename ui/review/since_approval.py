"""What has happened to a post since it was last approved."""

from dataclasses import dataclass
from itertools import pairwise

from app.commands.history import what_changed
from app.commands.texts import field_name, refusal_text
from app.commands.views import CalendarView, PostView, Stage
from app.domain.post import CONTENT_FIELDS, Post
from app.wording import _
from ui.widgets.field_words import field_words
from ui.widgets.word_diff import Piece, word_diff


@dataclass(frozen=True, slots=True)
class Difference:
    """One field that is no longer what was approved."""

    field: str
    """What people call it."""
    pieces: tuple[Piece, ...]


def why_it_ended(view: PostView, calendar: CalendarView) -> tuple[str, ...]:
    """Return in words what ended the approval; nothing where none has ended."""
    if view.card.stage is not Stage.ENDED:
        return ()
    if view.approved_version is None:
        return tuple(refusal_text(refusal, calendar) for refusal in view.card.review)
    since = [v for v in view.versions if v.revision >= view.approved_version.revision]
    return tuple(
        _("{what} by {who}").format(
            what=what_changed(before, after), who=calendar.person_name(after.editor)
        )
        for before, after in pairwise(since)
        if before.fingerprint != after.fingerprint
    )


def differences(approved: Post, present: Post, calendar: CalendarView) -> tuple[Difference, ...]:
    """Return each field that goes out and is not as it was approved, the text first."""
    changed = [name for name in CONTENT_FIELDS if approved.value(name) != present.value(name)]
    return tuple(
        Difference(
            field_name(name),
            word_diff(
                field_words(name, approved.value(name), calendar),
                field_words(name, present.value(name), calendar),
            ),
        )
        for name in sorted(changed, key=lambda name: (name != "text", field_name(name)))
    )
