"""Who I am, and who is in the team."""

from dataclasses import replace

from app.commands.recovery import recover_exports
from app.commands.session import Session
from app.domain.change import ChangeSet
from app.domain.person import Person, PersonId, Role
from app.errors import InvalidInputError, MissingError, RefusedError
from app.storage import people
from app.wording import _


def choose_person(session: Session, *, person_id: PersonId) -> ChangeSet:
    """Say who acts from now on; what was done before can no longer be undone by them."""
    found = next((p for p in people.all_people(session.engine) if p.id == person_id), None)
    if found is None or not found.is_active:
        raise MissingError(_("This person is not in the calendar: choose another."))
    if session.me is None or session.me.id != found.id:
        session.undo_steps.clear()
        session.redo_steps.clear()
    session.me = found
    recovered = recover_exports(session)
    said = [_("You are {name}").format(name=found.name), *recovered]
    return ChangeSet(". ".join(said), everything=bool(recovered))


def save_person(session: Session, *, person: Person) -> ChangeSet:
    """Add a person or change one; only an owner may, and one owner always stays."""
    session.owner()
    person = replace(person, name=person.name.strip())
    if not person.name:
        raise InvalidInputError(_("Give the person a name."))
    others = [p for p in people.all_people(session.engine) if p.id != person.id]
    if any(p.is_active and p.name.casefold() == person.name.casefold() for p in others):
        raise InvalidInputError(
            _("There is already somebody called {name}: add a second name.").format(
                name=person.name
            )
        )
    if not any(p.may_own for p in (*others, person)):
        raise RefusedError(
            _("A calendar needs an owner: make somebody else {role} first.").format(
                role=Role.OWNER.value
            )
        )
    with session.writing() as stamp:
        people.save_person(session.engine, stamp, person)
    return ChangeSet(_("Saved {name}").format(name=person.name), everything=True)
