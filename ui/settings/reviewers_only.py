"""Why somebody may not change what reviewers and owners keep."""

from app.commands.texts import role_name
from app.domain.person import Person
from app.wording import _


def why_not_by(me: Person | None) -> str:
    """Return why this person may not change the list of terms; empty if they may."""
    if me is None:
        return _("Choose who you are first: a reviewer or an owner keeps this list.")
    if not me.may_review:
        return _("A reviewer or an owner keeps this list; you are {name}, {role}.").format(
            name=me.name, role=role_name(me.role).lower()
        )
    return ""
