"""What saving does to the approval of a post, said before it is done."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import Enum

from app.commands.texts import field_name
from app.commands.views import CalendarView, PostView
from app.domain.post import CONTENT_FIELDS, Post
from app.wording import _
from ui.post.sibling_words import listed


class Effect(Enum):
    """What becomes of an approval."""

    NONE = "none"
    """There is no approval that could end or come back."""
    STANDS = "stands"
    KEEPS = "keeps"
    ENDS = "ends"
    RETURNS = "returns"


@dataclass(frozen=True, slots=True)
class Foretold:
    """What saving does to the approval, with the words for it; empty where there is none."""

    effect: Effect
    words: str = ""


def foretell(
    view: PostView, base: Post, changes: Mapping[str, object], calendar: CalendarView
) -> Foretold:
    """Return what saving these changes does to the approval of a post."""
    by = listed(map(calendar.person_name, view.approvals_so_far))
    going_out = sorted(CONTENT_FIELDS & changes.keys())
    if not view.approvals_so_far:
        return _returning(view, base.changed(**changes), calendar) if going_out else _NOTHING
    if not changes:
        words = _("Approved by {names}. Name, gloss, labels and notes may still change.")
        return Foretold(Effect.STANDS, words.format(names=by))
    if going_out:
        words = _("Saving ends the approval by {names}: {fields} changed.")
        return Foretold(Effect.ENDS, words.format(names=by, fields=_fields(going_out)))
    words = _("Saving keeps the approval by {names}: only {fields} changed.")
    return Foretold(Effect.KEEPS, words.format(names=by, fields=_fields(sorted(changes))))


_NOTHING = Foretold(Effect.NONE)


def _returning(view: PostView, after: Post, calendar: CalendarView) -> Foretold:
    """Tell whether these are the very words that were approved last, with no “no” since."""
    if not view.decisions or not view.decisions[-1].is_approval:
        return _NOTHING
    if view.decisions[-1].fingerprint != after.fingerprint:
        return _NOTHING
    words = _("Saving brings back exactly what {name} approved.")
    who = calendar.person_name(view.decisions[-1].reviewer)
    return Foretold(Effect.RETURNS, words.format(name=who))


def _fields(names: Iterable[str]) -> str:
    return listed(map(field_name, names))
