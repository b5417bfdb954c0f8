"""Why somebody may not change what only reviewers or owners change."""

from app.commands.texts import role_name
from app.domain.person import Person
from app.wording import _


def only_owners(me: Person | None, what: str) -> str:
    """Return why this person may not change people, markets …; empty if they may."""
    if me is None:
        return _("Choose who you are first: only an owner may change {what}.").format(what=what)
    if me.may_own:
        return ""
    return _("Only an owner may change {what}; you are {name}, {role}.").format(
        what=what, name=me.name, role=role_name(me.role).lower()
    )


def only_reviewers(me: Person | None, what: str) -> str:
    """Return why this person may not change days, the roster …; empty if they may."""
    if me is None:
        return _("Choose who you are first: a reviewer or an owner changes {what}.").format(
            what=what
        )
    if me.may_review:
        return ""
    return _("A reviewer or an owner changes {what}; you are {name}, {role}.").format(
        what=what, name=me.name, role=role_name(me.role).lower()
    )
