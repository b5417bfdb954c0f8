"""Why somebody may not change what reviewers and owners change."""

from app.commands.texts import role_name
from app.domain.person import Person
from app.wording import _


def why_not_by(me: Person | None) -> str:
    """Return why this person may not change days; empty if they may."""
    if me is None:
        return _("Choose who you are first: a reviewer or an owner changes days.")
    if not me.may_review:
        return _("A reviewer or an owner changes days; you are {name}, {role}.").format(
            name=me.name, role=role_name(me.role).lower()
        )
    return ""


def why_not_owned(me: Person | None) -> str:
    """Return why this person may not say where the brand is at home; empty if they may."""
    if me is None:
        return _("Choose who you are first: an owner says where the brand is at home.")
    if not me.may_own:
        return _("An owner says where the brand is at home; you are {name}, {role}.").format(
            name=me.name, role=role_name(me.role).lower()
        )
    return ""
