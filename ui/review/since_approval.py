"""What has happened to a post since it was last approved."""

from itertools import pairwise

from app.commands.history import what_changed
from app.commands.texts import refusal_text
from app.commands.views import CalendarView, PostView, Stage
from app.wording import _


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
