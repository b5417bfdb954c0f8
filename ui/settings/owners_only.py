"""Why somebody may not change what only owners change."""

from app.commands.texts import role_name
from app.domain.person import Person
from app.wording import _


def why_not_by(me: Person | None, what: str) -> str:
    """Return why this person may not change people, markets …; empty if they may."""
    if me is None:
        return _("Choose who you are first: only an owner may change {what}.").format(what=what)
    if not me.may_own:
        return _("Only an owner may change {what}; you are {name}, {role}.").format(
            what=what, name=me.name, role=role_name(me.role).lower()
        )
    return ""
